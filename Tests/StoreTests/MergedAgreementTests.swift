import Model
import Testing

@testable import Store

/// Agreements that people put together or take apart.
struct MergedAgreementTests: CorrectionSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    /// An article that tells of what people put together tells of that, whatever kind it gives it.
    @Test func laterArticlesJoinWhatPeopleMerged() throws {
        _ = try store.ingest([Seed.report(1, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")])
        let other = try #require(try store.agreements().first { $0.kind.rawValue == "services" })
        try store.correct(.mergeAgreements("\(other.id)", into: "1"))
        _ = try store.ingest([
            Seed.report(
                2, ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"], kind: "development", published: "2026-02-04",
                value: 3_000_000, currency: "EUR")
        ])
        #expect(try store.agreements().map(\.articles) == [4])
        #expect(try store.verify() == [])
    }

    /// The index knows a clause by the kind of its agreement, whatever its own article calls that.
    @Test func clausesAreIndexedByTheKindOfWhatPeopleMerged() throws {
        var other = Seed.report(
            1, ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"], kind: "development", published: "2026-02-04",
            value: 3_000_000, currency: "EUR")
        var extraction = other.extraction
        extraction.clauses = [
            .init(agreement: 0, type: ClauseType(rawValue: "term"), quote: Seed.range("of pumps", in: other.article))
        ]
        other = Seed.entry(other.article, extraction)
        _ = try store.ingest([other, Seed.report(2, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")])
        let services = try #require(try store.agreements().first { $0.kind.rawValue == "services" })
        try store.correct(.mergeAgreements("\(services.id)", into: "1"))
        #expect(try store.agreements().map(\.kind.rawValue) == ["license"])
        #expect(try store.verify() == [])
    }

    /// One article that takes one agreement for two.
    @Test func twoAgreementsOfOneArticleAreMerged() throws {
        var extraction = Seed.report(1).extraction
        extraction.agreements.append(extraction.agreements[0])
        extraction.agreements[1].kind = AgreementKind(rawValue: "license")
        extraction.agreements[1].value = Money(amount: 7, currency: "USD")
        let article = Seed.report(1).article
        extraction.clauses = [
            .init(agreement: 1, type: ClauseType(rawValue: "term"), quote: Seed.range("of pumps", in: article))
        ]
        _ = try store.ingest([Seed.entry(article, extraction)])
        let before = try Dump.of(store)
        let (one, two) = (try store.agreement("Tarn Oslo supply"), try store.agreement("Tarn Oslo license"))
        let made = try store.correct(.mergeAgreements("\(two.agreement.id)", into: "\(one.agreement.id)"))
        let merged = try store.agreement("\(one.agreement.id)")
        #expect(try store.agreements().count == 2 && merged.clauses.count == 1 && merged.agreement.value?.amount == 7)
        #expect(throws: StoreError.self) { try store.agreement("\(two.agreement.id)") }
        try store.undo(correction: made.id)
        #expect(try Dump.of(store) == before)
        #expect(try store.agreement("\(two.agreement.id)").clauses.count == 1)
    }

    @Test func anAgreementIsSplitAndMerged() throws {
        try check(.splitAgreement("1", articles: ["wire/renewal.txt"]))
        #expect(try store.agreements().count == 2)
        let other = try #require(try store.agreements().first { $0.id != 1 })
        try check(.mergeAgreements("\(other.id)", into: "1"))
        #expect(try store.agreements().map(\.id) == [1])
        #expect(try store.agreement("1").reports.count == 2)
    }
}
