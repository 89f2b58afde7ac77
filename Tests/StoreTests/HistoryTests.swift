import Model
import SQLite
import Testing

@testable import Store

/// What happened to a deal, what was known when, and what sources say differently.
struct HistoryTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store([
            Seed.report(3, status: .ended, published: "2026-03-01"),
            Seed.report(1, status: .rumored, published: "2026-01-01", value: 40_000_000),
            Seed.report(2, status: .signed, published: "2026-02-01", value: 50_000_000, announced: "2026-01-30"),
        ])
        store = try #require(temporary.store)
    }

    @Test func whatHappenedIsToldByDate() throws {
        let history = try store.agreement("1").history
        #expect(history.map(\.what) == ["rumored", "signed", "ended"])
        #expect(history.map(\.date) == ["2026-01-01", "2026-01-30", "2026-03-01"])
        #expect(history.map(\.source) == ["wire/1.txt", "wire/2.txt", "wire/3.txt"])
    }

    @Test func amendmentsAreTold() throws {
        let temporary = try Seed.store()
        let history = try #require(temporary.store).agreement("1").history
        let renewed = history.first { $0.what == "renewal changed" }
        #expect(renewed?.passage?.text == "renewed their licence for five years")
        #expect(history.contains { $0.what == "expires" && $0.date == "2032" })
    }

    @Test(arguments: [
        ("2026-01-15", AgreementStatus.rumored, 1), ("2026-02", .signed, 2), ("2026", .ended, 3),
        ("2027-01-01", .ended, 3),
    ])
    func asOfADayOnlyWhatWasKnownCounts(date: String, status: AgreementStatus, articles: Int) throws {
        let then = try store.agreement("1", asOf: date)
        #expect(then.agreement.status == status && then.agreement.articles == articles)
        #expect(then.reports.count == articles && then.history.last?.what == status.rawValue)
        #expect(try store.agreements(asOf: date).map(\.status) == [status])
    }

    @Test func beforeAnyReportNothingWasKnown() throws {
        #expect(try store.agreements(asOf: "2025").isEmpty)
        #expect(throws: StoreError.self) { try store.agreement("1", asOf: "2025-12-31") }
    }

    @Test func anArticleWithoutADateIsKnownFromItsIngest() throws {
        _ = try store.ingest([Seed.report(9, ["Paris Linen SA", "Oslo Drill AS"])])
        #expect(try store.agreements(asOf: "2025").isEmpty)
        #expect(try store.agreements(asOf: "9999").count == 2)
    }

    @Test func aQueryAnswersAsKnownThen() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        var query = Query(text: "licence")
        query.asOf = "2026-12"
        let then = try store.answer(query).hits
        #expect(!then.isEmpty && then.allSatisfy { $0.source == "wire/licence.txt" })
        #expect(then.compactMap(\.agreement).allSatisfy { $0.status == .signed })
        query.asOf = "2025"
        #expect(try store.answer(query).hits.isEmpty)
    }

    @Test func theStatusAskedForIsTheOneKnownThen() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        func count(_ status: String, _ date: String?, text: String = "") throws -> Int {
            var query = Query(text: text)
            (query.agreementStatuses, query.asOf, query.scope) = ([status], date, .clauses)
            return try store.answer(query).hits.count
        }
        for text in ["", "licence"] {
            #expect(try count("in-force", nil, text: text) > 0 && count("signed", nil, text: text) == 0)
            #expect(try count("in-force", "2026-12", text: text) == 0 && count("signed", "2026-12", text: text) > 0)
            #expect(try count("in-force", "2027", text: text) > 0 && count("signed", "2027", text: text) == 0)
        }
        // What people settled holds whenever it is asked.
        try store.correct(.setAgreement("1", field: .status, to: "ended"))
        #expect(try count("ended", "2026-12") > 0 && count("signed", "2026-12") == 0)
    }

    @Test func sumsThatDifferAreAConflict() throws {
        let conflicts = try store.conflicts()
        #expect(conflicts.map(\.field) == ["amount"])
        #expect(conflicts[0].one.says == "USD 40000000" && conflicts[0].other.says == "USD 50000000")
        #expect(conflicts[0].one.source == "wire/1.txt" && conflicts[0].other.source == "wire/2.txt")
        #expect(conflicts[0].one.quote.contains("number 1") && conflicts[0].other.quote.contains("number 2"))
        #expect(try store.conflicts(company: "Oslo Drill").count == 1)
    }

    @Test func datesAndStatusesThatDifferAreConflicts() throws {
        let temporary = try Seed.store([
            Seed.report(1, status: .completed, published: "2026-01-01", announced: "2026-01-01"),
            Seed.report(2, status: .rejected, published: "2026-01-02", announced: "2025-12-01"),
        ])
        #expect(try #require(temporary.store).conflicts().map(\.field) == ["announced", "status"])
    }

    @Test func aTermThatOneDeniesIsAConflict() throws {
        let entries = ["gave it an exclusive right", "said the right is not exclusive"].enumerated().map {
            number, words in
            let article = Seed.article(
                "\(number).txt", published: "2026-01-0\(number + 1)",
                "Deal \(number)\nTarn and Oslo Drill met and \(words).")
            return Seed.entry(
                article,
                Extraction(
                    companies: ["Tarn", "Oslo Drill"].map { Seed.company($0, in: article) },
                    agreements: [.init(kind: AgreementKind(rawValue: "license"), status: .signed, parties: [0, 1])],
                    clauses: [
                        .init(
                            agreement: 0, type: ClauseType(rawValue: "exclusivity"),
                            status: number == 0 ? .stated : .denied, quote: Seed.range(words, in: article))
                    ]))
        }
        let temporary = try Seed.store(entries)
        let conflicts = try #require(temporary.store).conflicts()
        #expect(conflicts.map(\.field) == ["exclusivity"])
        #expect(conflicts.first?.one.quote == "gave it an exclusive right")
        #expect(conflicts.first?.other.quote == "said the right is not exclusive")
    }

    /// An article that says of a royalty how much it is, in one clause of each type.
    private func royalty(
        _ number: Int, _ percent: Double, on published: String, text: String = "", types: [String] = ["payment"],
        changed: Bool = false
    ) -> Entry {
        let words = "pays it \(Int(percent)) percent"
        let article = Seed.article(
            "\(number).txt", published: published,
            "News \(number)\nTarn and Oslo Drill renewed their deal; Tarn \(words) of its sales\(text).")
        let clauses = types.map {
            Extraction.Clause(
                agreement: 0, type: ClauseType(rawValue: $0), quote: Seed.range(words, in: article), obligors: [0],
                values: [Value(.percent(percent), range: Seed.range(words, in: article))])
        }
        let change = Extraction.Clause(
            agreement: 0, type: ClauseType(rawValue: "term"), status: .changed,
            quote: Seed.range("renewed their deal", in: article))
        return Seed.entry(
            article,
            Extraction(
                companies: ["Tarn", "Oslo Drill"].map { Seed.company($0, in: article) },
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: "license"), status: .signed, parties: [0, 1],
                        announced: published)
                ], clauses: clauses + (changed ? [change] : [])))
    }

    private func conflicts(_ entries: [Entry]) throws -> [String] {
        let temporary = try Seed.store(entries)
        let conflicts = try #require(temporary.store).conflicts()
        return conflicts.map { "\($0.field) \($0.one.source) \($0.other.source)" }
    }

    /// Whoever says the same as another before is not set against the others once more.
    @Test func whatIsPrintedTwiceIsOneConflict() throws {
        let found = try conflicts([
            royalty(1, 12, on: "2026-01-05"), royalty(2, 12, on: "2026-01-06", text: " again"),
            royalty(3, 10, on: "2026-01-08"), royalty(4, 10, on: "2026-01-09", text: ", it said"),
        ])
        #expect(found == ["payment 1.txt 3.txt"])
    }

    @Test func wordsThatSayTwoTermsAreOneConflict() throws {
        let types = ["payment", "revenue-share"]
        let found = try conflicts([
            royalty(1, 12, on: "2026-01-05", types: types), royalty(2, 10, on: "2026-01-06", types: types),
        ])
        #expect(found == ["payment 1.txt 2.txt"])
    }

    /// What is amended was otherwise before; who still tells the old terms, or others, contradicts the new ones.
    @Test func whatAnAmendmentChangesIsNoConflict() throws {
        let entries = [
            royalty(1, 12, on: "2026-01-05"), royalty(2, 14, on: "2026-09-30", changed: true),
            royalty(3, 14, on: "2026-10-02"),
        ]
        #expect(try conflicts(entries) == [])
        #expect(try conflicts(entries + [royalty(4, 12, on: "2026-10-03")]) == ["payment 2.txt 4.txt"])
        // Of one event several tell within days.
        #expect(
            try conflicts([
                royalty(1, 12, on: "2026-01-05", changed: true), royalty(2, 14, on: "2026-01-07", changed: true),
            ]) == ["payment 1.txt 2.txt"])
    }

    /// A paper that tells on Wednesday what was announced on Monday takes its own day for it; one that names another
    /// day says otherwise.
    @Test func newsOfTheDaysBeforeIsNoConflict() throws {
        #expect(try conflicts([royalty(1, 12, on: "2026-01-05"), royalty(2, 12, on: "2026-01-08")]) == [])
    }
}
