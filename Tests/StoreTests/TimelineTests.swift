import Model
import Testing

@testable import Store

/// When something happened, and how that is known.
@Suite struct TimelineTests {
    @Test(
        arguments: [
            (
                "2019-03", "March 2019", "the two signed the licence in ", ClauseDate.Event?.some(.signed), .moment,
                .said
            ),
            ("2024-06", "June", "they agreed last ", .signed, .moment, .reckoned),
            ("2025-03-11", "Tuesday", "the pact was cancelled on ", .ended, .moment, .reckoned),
            ("2025-03-13", "yesterday", "signed ", .signed, .moment, .reckoned),
            ("2029", "2029", "extended until the end of ", .changed, .end, .said),
            ("2023", "2023", "in effect since ", .started, .start, .said),
            ("2024", "last year", "announced ", .announced, .moment, .reckoned),
            ("2024", "2024", "the suit that it won in Mannheim in ", nil, .moment, .said),
        ] as [(String, String, String, ClauseDate.Event?, ClauseDate.Place, DateBasis)])
    func whatADateIsOf(
        iso: String, words: String, before: String, event: ClauseDate.Event?, place: ClauseDate.Place, basis: DateBasis
    ) {
        let expected = ClauseDate(iso: iso, basis: basis, event: event, place: place)
        #expect(ClauseDates.date(iso, words: words, before: before) == expected)
    }

    @Test func datesOfUnlikePrecision() {
        func isPast(_ iso: String, _ published: String?) -> Bool {
            ClauseDate(iso: iso, basis: .said).isPast(published)
        }
        #expect(isPast("2025", "2025-03-14") && isPast("2025-03", "2025") && isPast("2030", nil))
        #expect(!isPast("2026", "2025-03-14") && !isPast("2025-03-15", "2025-03-14"))
    }

    // MARK: A timeline

    private let agreement = AgreementRecord(
        id: 1, kind: AgreementKind(rawValue: "license"), status: .ended, parties: ["Tarn", "Vessa"])

    private func report(_ article: Int64, _ published: String?, _ status: AgreementStatus) -> AgreementReport {
        AgreementReport(
            article: article, source: "\(article).txt", title: "Title \(article)", published: published, status: status)
    }

    private func clause(_ id: Int64, _ article: Int64, _ type: String, _ status: ClauseStatus) -> ClauseRecord {
        ClauseRecord(
            id: id, type: ClauseType(rawValue: type), status: status, quote: "quote \(id)", start: 0, end: 7, line: 2,
            article: article, source: "\(article).txt", title: "Title \(article)")
    }

    private func told(
        _ reports: [AgreementReport], _ clauses: [ClauseRecord], _ dates: [Int64: [ClauseDate]] = [:]
    ) -> [String] {
        let detail = AgreementDetail(agreement: agreement, reports: reports, clauses: clauses)
        return Timeline(detail, dates: dates).events.map {
            [$0.date, $0.basis?.rawValue, $0.what].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test func theDayOfTheArticleIsTheDayOfTheReport() {
        #expect(told([report(1, "2025-03-14", .signed)], []) == ["2025-03-14 reported signed"])
        #expect(told([report(1, nil, .signed)], []) == ["signed"])
    }

    @Test func whatTheTextSaysGoesBeforeTheDayOfTheArticle() {
        let signed = ClauseDate(iso: "2025-03-11", basis: .reckoned, event: .signed, place: .moment)
        let events = told(
            [report(1, "2025-03-14", .signed)], [clause(1, 1, "license-grant", .stated)], [1: [signed]])
        #expect(events == ["2025-03-11 reckoned signed"])
    }

    @Test func anArticleWithoutADateMayNameOne() {
        let ended = ClauseDate(iso: "2024", basis: .said, event: .ended, place: .moment)
        let events = told([report(1, nil, .ended)], [clause(1, 1, "termination", .ended)], [1: [ended]])
        #expect(events == ["2024 said ended"])
    }

    @Test func whatAChangeIsExtendedToIsNotItsDay() {
        let until = ClauseDate(iso: "2029", basis: .said, event: .changed, place: .end)
        let events = told(
            [report(1, "2025", .inForce)],
            [clause(1, 1, "term", .changed), clause(2, 1, "payment", .stated)], [1: [until]])
        #expect(events == ["2025 reported in-force", "2025 reported term changed"])
    }

    /// "Agreed on Wednesday to supply" is read as the day on which the contract begins, too.
    @Test func theDayOfSigningIsNoBeginning() {
        var told = report(1, "2025-03-14", .signed)
        told.effective = "2025-03-12"
        let signed = ClauseDate(iso: "2025-03-12", basis: .reckoned, event: .signed, place: .moment)
        let clauses = [clause(1, 1, "term", .stated)]
        #expect(self.told([told], clauses, [1: [signed]]) == ["2025-03-12 reckoned signed"])
    }

    /// Two sums that change are two changes; another source that tells of them tells nothing new.
    @Test func eachChangeOfAnArticleIsTold() {
        let reports = [report(1, "2025-03-14", .signed), report(2, "2025-03-14", .signed)]
        let clauses = [
            clause(1, 1, "payment", .changed), clause(2, 1, "payment", .changed), clause(3, 2, "payment", .changed),
            clause(4, 1, "license-grant", .stated),
        ]
        let changed = "2025-03-14 reported payment changed"
        #expect(told(reports, clauses) == ["2025-03-14 reported signed", changed, changed])
    }

    /// That it was signed, the words that name the two say better than one of its terms.
    @Test func theWordsThatNameThePartiesSayHowItStands() throws {
        let reports = [report(1, "2025-03-14", .signed), report(2, "2026-03-14", .ended)]
        let clauses = [clause(1, 1, "supply", .stated), clause(2, 2, "termination", .ended)]
        let words = Wording(text: "Tarn and Vessa signed a licence.", line: 3)
        let detail = AgreementDetail(agreement: agreement, reports: reports, clauses: clauses)
        let events = Timeline(detail, dates: [:], passages: [1: words, 2: words]).events
        #expect(events.map(\.passage) == [words, Wording(text: "quote 2", line: 2)])
        #expect(events.map(\.clause?.id) == [nil, 2])
        let unnamed = Timeline(detail, dates: [:]).events
        #expect(unnamed.map(\.clause?.id) == [1, 2])
    }

    /// "Which goes back to 1994" is read as an end.
    @Test func whatIsInForceHasNotExpired() {
        var told = report(1, "2025-03-14", .inForce)
        for (expires, count) in [("1994", 1), ("2025", 2), ("2030", 2)] {
            told.expires = expires
            #expect(self.told([told], []).count == count)
        }
    }

    @Test func severalReportsOfTheSameAreOne() {
        let reports = [report(1, "2025-03-14", .signed), report(2, "2025-03-15", .signed)]
        #expect(told(reports, []) == ["2025-03-14 reported signed"])
        #expect(told(reports + [report(3, "2026", .ended)], []).last == "2026 reported ended")
    }

    @Test func whatNoTextDatesComesLast() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let dates = try store.timeline(of: ["Tarn"]).map(\.date)
        #expect(dates == dates.filter { $0 != nil }.sorted { $0 ?? "" < $1 ?? "" } + dates.filter { $0 == nil })
    }
}
