import Model
import SQLite
import Testing

@testable import Store

/// What is asked of people, and what their answers make of it.
struct ReviewingTests {
    private let temporary = TemporaryStore()

    private func store(_ entries: [Entry]) throws -> Store {
        let store = try Store.open(temporary.path, mode: .create)
        temporary.store = store
        _ = try store.ingest(entries)
        return store
    }

    private func asked(_ store: Store) throws -> [ReviewItem] { try store.review(below: 0) }

    @Test func whatSourcesSayDifferentlyIsAskedOnce() throws {
        let store = try store([
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, published: "2026-01-06", value: 50_000_000),
        ])
        let item = try #require(try asked(store).first)
        #expect(item.choices == ["USD 50000000", "USD 40000000"])
        #expect(item.passage?.source == "wire/2.txt" && item.otherPassage?.source == "wire/1.txt")
        #expect(try store.isOpen(item))

        let rejected = try store.correct(try #require(item.rejecting))
        #expect(try store.agreement("1").agreement.value?.amount == 40_000_000)
        #expect(try asked(store).isEmpty)
        #expect(try !store.isOpen(item))
        try store.undo(correction: rejected.id)

        // What kb takes for right is said to be so, and holds against later sources.
        try store.correct(item.accepting)
        #expect(try asked(store).isEmpty)
        _ = try store.ingest([Seed.report(3, published: "2026-01-07", value: 45_000_000)])
        #expect(try store.agreement("1").agreement.value?.amount == 50_000_000)
        #expect(throws: StoreError.self) { try store.correct(item.accepting) }
    }

    @Test func clausesThatContradictEachOtherAreAskedAbout() throws {
        func entry(_ number: Int, _ status: ClauseStatus) -> Entry {
            let entry = Seed.report(number, published: "2026-01-0\(number)")
            var extraction = entry.extraction
            extraction.clauses = [
                .init(
                    agreement: 0, type: ClauseType(rawValue: "exclusivity"), status: status,
                    quote: Seed.range("on a deal of pumps", in: entry.article), confidence: 0.9)
            ]
            return Seed.entry(entry.article, extraction)
        }
        let store = try store([entry(1, .stated), entry(2, .denied)])
        let item = try #require(try asked(store).first)
        guard case .conflict(let conflict) = item.question else { Issue.record("\(item)"); return }
        #expect(conflict.agreementField == nil && item.choices == ["denied", "stated"])
        let accepted = try store.correct(item.accepting)
        #expect(try asked(store).isEmpty)
        #expect(try store.clause("2").clause.confidence == 1)
        try store.undo(correction: accepted.id)

        // What is right is said of both, and then they no longer differ.
        #expect(conflict.clauseField == .status)
        let made = try store.settle(conflict, as: "stated")
        #expect(made.map(\.action) == ["clause-accept", "clause-set"])
        #expect(try store.clauses().map(\.status) == [.stated, .stated])
        #expect(try store.conflicts().isEmpty && asked(store).isEmpty)
    }

    /// One source tells of 12 percent, another of 14; in truth it is 13.
    @Test func whatIsRightIsPutIntoWhatIsInConflict() throws {
        func entry(_ number: Int, _ percent: Double) -> Entry {
            let entry = Seed.report(number, published: "2026-01-0\(number)", value: percent * 1_000_000)
            var extraction = entry.extraction
            let quote = Seed.range("on a deal of pumps", in: entry.article)
            extraction.clauses = [
                .init(
                    agreement: 0, type: ClauseType(rawValue: "revenue-share"), quote: quote,
                    values: [Value(.percent(percent), range: quote)], confidence: 0.9)
            ]
            return Seed.entry(entry.article, extraction)
        }
        let store = try store([entry(1, 12), entry(2, 14), entry(3, 12)])
        let conflicts = try store.conflicts()
        #expect(conflicts.map(\.field) == ["amount", "revenue-share"])
        try store.settle(conflicts[0], as: "USD 13000000", reason: "says the contract")
        #expect(try store.agreement("1").agreement.value == Money(amount: 13_000_000, currency: "USD"))
        try store.settle(conflicts[1], as: "13 percent", reason: "says the contract")
        #expect(try store.clauses().map(\.percent) == [13, 13, 13])
        #expect(try asked(store).isEmpty)
        #expect(try store.conflicts().map(\.field) == ["amount"])
        #expect(try store.corrections().allSatisfy { $0.reason == "says the contract" })
        #expect(throws: StoreError.self) { try store.settle(conflicts[0], as: "much") }
    }

    private static let zeniths = [
        NamedCompanies.entry([["Zenith Pumps plc", "Zenith"], ["Oslo Drill AS"]], number: 1),
        NamedCompanies.entry([["Zenith Clothiers Inc", "Zenith"]], number: 2),
        NamedCompanies.entry([["Zenith"], ["Tarn Robotics Ltd"]], number: 3),
        NamedCompanies.entry([["Zenith"], ["Oslo Drill AS"]], number: 4),
    ]

    /// Only the article that does not tell is asked about; the answer holds there and nowhere else.
    @Test func aShortNameThatSeveralShareIsAskedAbout() throws {
        let store = try store(Self.zeniths)
        let before = try Dump.of(store)
        let items = try asked(store).filter { !$0.choices.isEmpty }
        #expect(items.map(\.choices) == [["Zenith Pumps plc", "Zenith Clothiers Inc"]])
        let item = try #require(items.first)
        #expect(item.passage?.quote == "Zenith" && item.passage?.source == Self.zeniths[2].article.source)

        let made = try store.correct(try #require(item.rejecting))
        #expect(try store.company("Zenith Clothiers Inc").company.articles == 2)
        #expect(try store.companies().map(\.name).contains("Zenith") == false)
        #expect(try asked(store).filter { !$0.choices.isEmpty }.isEmpty)
        #expect(try !store.isOpen(item))
        #expect(try store.verify() == [])

        // Another article that does not tell is asked about again.
        _ = try store.ingest([NamedCompanies.entry([["Zenith"], ["Paris Linen SA"]], number: 5)])
        #expect(try asked(store).filter { !$0.choices.isEmpty }.count == 1)
        try store.forget(article: "5")
        try store.undo(correction: made.id)
        #expect(try Dump.facts(store) == before)
        try store.correct(item.accepting)
        #expect(try store.company("Zenith Pumps plc").company.articles == 3)
    }
}
