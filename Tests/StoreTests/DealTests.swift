import Model
import Testing

@testable import Store

/// Which reports of the same parties tell of one deal, and what it is then said to be.
struct DealTests: DealSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store([])
        store = try #require(temporary.store)
    }

    @Test func reportsOfOneDealMeetWhateverTheirKind() throws {
        let found = try agreements([
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, kind: "distribution", published: "2026-01-06", value: 40_000_000),
            Seed.report(3, kind: "supply", published: "2026-02-01"),
        ])
        #expect(found.count == 1 && found[0].articles == 3 && found[0].kind.rawValue == "supply")
    }

    /// One source calls the first payment the value of the deal, another all that may follow.
    @Test(arguments: [(450_000_000.0, 1), (2_000_000, 2)])
    func theValueOfOneSourceIsAmongTheSumsOfAnother(payment: Double, deals: Int) throws {
        let whole = Seed.report(2, published: "2026-02-02", value: 1_200_000_000)
        var extraction = whole.extraction
        let quote = Seed.range("of pumps", in: whole.article)
        extraction.clauses = [
            .init(
                agreement: 0, type: ClauseType(rawValue: "payment"), quote: quote,
                values: [Value(.money(Money(amount: payment, currency: "USD")), range: quote)])
        ]
        let rumour = Seed.report(1, status: .rumored, published: "2026-01-05", value: 400_000_000)
        #expect(try agreements([rumour, Seed.entry(whole.article, extraction)]).count == deals)
    }

    @Test func dealsThatFollowEachOtherAreTwo() throws {
        let found = try agreements([
            Seed.report(1, published: "2020-01-05", value: 10_000_000),
            Seed.report(2, published: "2020-01-07", value: 10_000_000),
            Seed.report(3, published: "2024-06-01", value: 13_000_000),
        ])
        #expect(found.map(\.articles).sorted() == [1, 2])
    }

    @Test func whatEndedAndBeginsAgainIsAnotherDeal() throws {
        let found = try agreements([
            Seed.report(1, published: "2020-01-05"), Seed.report(2, status: .ended, published: "2022-01-05"),
            Seed.report(3, status: .proposed, published: "2023-01-05"),
        ])
        #expect(found.map(\.articles).sorted() == [1, 2])
    }

    @Test func theNewestWordCountsWhateverCameFirst() throws {
        let found = try agreements([
            Seed.report(3, status: .completed, published: "2026-03-01"),
            Seed.report(1, status: .rumored, published: "2026-01-01"),
            Seed.report(2, status: .signed, published: "2026-02-01"),
        ])
        #expect(found.map(\.status) == [.completed])
    }

    @Test func eachSourceKeepsWhatItSaid() throws {
        _ = try agreements([
            Seed.report(1, status: .rumored, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, published: "2026-01-06", value: 50_000_000),
        ])
        let reports = try store.agreement("Tarn Oslo").reports
        #expect(reports.map(\.status) == [.rumored, .signed])
        #expect(reports.map { $0.value?.amount } == [40_000_000, 50_000_000])
    }

    @Test func twoDealsOfOneArticleStayTwo() throws {
        var entry = Seed.report(1, published: "2026-01-05")
        var extraction = entry.extraction
        extraction.agreements.append(extraction.agreements[0])
        entry = Seed.entry(entry.article, extraction)
        #expect(try agreements([entry, Seed.report(2, published: "2026-01-05")]).count == 2)
    }

    @Test func theOrderOfTheArticlesDoesNotMatter() throws {
        let three = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"]
        let entries = [
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, kind: "distribution", published: "2026-01-06", value: 41_000_000),
            Seed.report(3, three, published: "2026-01-06", value: 40_000_000),
            Seed.report(4, published: "2020-01-05", value: 9_000_000), Seed.report(5, kind: "partnership"),
            Seed.report(6, status: .ended, published: "2027-01-05"), Seed.report(7, published: "2028-01-05"),
            Seed.report(8, three, published: "2026-01-09"), Seed.report(9, ["Oslo Drill", "Tarn Robotics"]),
            Seed.report(10, DealPartyTests.overlapping[1], published: "2026-01-07", value: 40_000_000),
            Seed.report(11, three + ["Brandt Stahl GmbH"], kind: "services", published: "2020-01-06", value: 9_000_000),
            Seed.report(12, ["Paris Linen SA", "Brandt Stahl GmbH"], kind: "license", published: "2020-01-07"),
        ]
        var random = SystemRandomNumberGenerator()
        var expected: [String]?
        for _ in 0..<12 {
            let temporary = try Seed.store([])
            let store = try #require(temporary.store)
            for entry in entries.shuffled(using: &random) { _ = try store.ingest([entry]) }
            let lines = try Dump.of(store)
            if expected == nil { expected = lines }
            #expect(lines == expected)
            #expect(try store.verify() == [])
        }
    }
}
