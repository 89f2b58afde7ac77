import Model
import SQLite
import Testing

@testable import Store

/// Which reports tell of one deal.
struct DealTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store([])
        store = try #require(temporary.store)
    }

    /// An article that tells of one deal.
    static func report(
        _ number: Int, _ parties: [String] = ["Tarn Robotics Ltd", "Oslo Drill AS"], kind: String = "supply",
        status: AgreementStatus = .signed, published: String? = nil, value: Double? = nil, currency: String = "USD",
        announced: String? = nil, text: String = "of pumps"
    ) -> Entry {
        let article = Seed.article(
            "wire/\(number).txt", published: published,
            "Deal \(number)\n\(parties.joined(separator: " and ")) agreed, number \(number), on a deal \(text).")
        return Seed.entry(
            article,
            Extraction(
                companies: parties.map { Seed.company($0, in: article) },
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: kind), status: status, parties: Array(parties.indices),
                        value: value.map { Money(amount: $0, currency: currency) }, announced: announced,
                        confidence: 0.5 + Double(number) / 100)
                ]))
    }

    private func agreements(_ entries: [Entry]) throws -> [AgreementRecord] {
        _ = try store.ingest(entries)
        #expect(try store.verify() == [])
        return try store.agreements()
    }

    @Test func reportsOfOneDealMeetWhateverTheirKind() throws {
        let found = try agreements([
            Self.report(1, published: "2026-01-05", value: 40_000_000),
            Self.report(2, kind: "distribution", published: "2026-01-06", value: 40_000_000),
            Self.report(3, kind: "supply", published: "2026-02-01"),
        ])
        #expect(found.count == 1 && found[0].articles == 3 && found[0].kind.rawValue == "supply")
    }

    /// One source calls the first payment the value of the deal, another all that may follow.
    @Test(arguments: [(450_000_000.0, 1), (2_000_000, 2)])
    func theValueOfOneSourceIsAmongTheSumsOfAnother(payment: Double, deals: Int) throws {
        let whole = Self.report(2, published: "2026-02-02", value: 1_200_000_000)
        var extraction = whole.extraction
        let quote = Seed.range("of pumps", in: whole.article)
        extraction.clauses = [
            .init(
                agreement: 0, type: ClauseType(rawValue: "payment"), quote: quote,
                values: [Value(.money(Money(amount: payment, currency: "USD")), range: quote)])
        ]
        let rumour = Self.report(1, status: .rumored, published: "2026-01-05", value: 400_000_000)
        #expect(try agreements([rumour, Seed.entry(whole.article, extraction)]).count == deals)
    }

    @Test func anArticleThatMissesAPartyTellsOfTheSameDeal() throws {
        let three = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"]
        let found = try agreements([
            Self.report(1, published: "2026-01-05", value: 40_000_000),
            Self.report(2, three, published: "2026-01-06", value: 40_000_000),
        ])
        #expect(found.count == 1 && Set(found[0].parties) == Set(three))
    }

    @Test func anArticleThatMissesOneOfFourPartiesTellsOfTheSameDeal() throws {
        let four = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA", "Brandt Stahl GmbH"]
        let found = try agreements([
            Self.report(1, Array(four.dropLast()), published: "2026-01-05"),
            Self.report(2, four, published: "2026-01-06"),
        ])
        #expect(found.count == 1 && Set(found[0].parties) == Set(four))
    }

    private static let overlapping = [
        ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"],
        ["Tarn Robotics Ltd", "Oslo Drill AS", "Brandt Stahl GmbH"],
    ]

    /// Each article misses a party that the other names: where the sum is the same too, it is one deal of all four.
    @Test func articlesThatEachMissAPartyTellOfOneDealIfTheSumIsTheSame() throws {
        let found = try agreements([
            Self.report(1, Self.overlapping[0], published: "2026-01-05", value: 40_000_000),
            Self.report(2, Self.overlapping[1], published: "2026-01-06", value: 40_000_000),
            Self.report(3, ["Oslo Drill AS", "Brandt Stahl GmbH"], published: "2026-01-07", value: 40_000_000),
        ])
        #expect(found.count == 1 && found[0].articles == 3 && found[0].parties.count == 4)
    }

    /// The same two partners make like deals with one firm after the other; an article that names only the two may
    /// tell of either, and makes no one deal of both.
    @Test(arguments: [nil, "2026-01-05"])
    func dealsWithDifferentThirdPartiesStayApart(announced: String?) throws {
        let found = try agreements([
            Self.report(1, Self.overlapping[0], published: "2026-01-05", announced: announced),
            Self.report(2, Self.overlapping[1], published: "2026-01-06", announced: announced),
            Self.report(3, Self.overlapping[1], published: "2026-01-07", value: 40_000_000),
            Self.report(4, ["Tarn Robotics Ltd", "Oslo Drill AS"], published: "2026-01-07", value: 40_000_000),
        ])
        #expect(found.map(\.articles).sorted() == [1, 3])
        #expect(found.allSatisfy { $0.parties.count == 3 })
    }

    /// An article that tells of both deals knows that they are two.
    @Test func dealsThatOneArticleTellsApartStayApart() throws {
        let all = Self.overlapping[0] + ["Brandt Stahl GmbH"]
        var entry = Self.report(1, all, published: "2026-01-05")
        var extraction = entry.extraction
        extraction.agreements = [[0, 1, 2], [0, 1, 3]].map { parties in
            var agreement = extraction.agreements[0]
            agreement.parties = parties
            agreement.value = Money(amount: 40_000_000, currency: "USD")
            return agreement
        }
        entry = Seed.entry(entry.article, extraction)
        let found = try agreements([
            entry, Self.report(2, Self.overlapping[0], published: "2026-01-06", value: 40_000_000),
            Self.report(3, Self.overlapping[1], published: "2026-01-06", value: 40_000_000),
        ])
        #expect(found.map(\.articles) == [2, 2])
    }

    /// Without the article that named the third party nobody says that it is one.
    @Test func aPartyGoesWithTheArticleThatNamedIt() throws {
        _ = try agreements([
            Self.report(1, published: "2026-01-05", value: 40_000_000),
            Self.report(2, Self.overlapping[0], published: "2026-01-06", value: 40_000_000),
        ])
        try store.forget(article: "wire/2.txt")
        #expect(try store.agreements().map(\.parties) == [["Tarn Robotics Ltd", "Oslo Drill AS"]])
        #expect(try store.verify() == [])
    }

    @Test func dealsThatFollowEachOtherAreTwo() throws {
        let found = try agreements([
            Self.report(1, published: "2020-01-05", value: 10_000_000),
            Self.report(2, published: "2020-01-07", value: 10_000_000),
            Self.report(3, published: "2024-06-01", value: 13_000_000),
        ])
        #expect(found.map(\.articles).sorted() == [1, 2])
    }

    @Test func whatEndedAndBeginsAgainIsAnotherDeal() throws {
        let found = try agreements([
            Self.report(1, published: "2020-01-05"), Self.report(2, status: .ended, published: "2022-01-05"),
            Self.report(3, status: .proposed, published: "2023-01-05"),
        ])
        #expect(found.map(\.articles).sorted() == [1, 2])
    }

    @Test func theNewestWordCountsWhateverCameFirst() throws {
        let found = try agreements([
            Self.report(3, status: .completed, published: "2026-03-01"),
            Self.report(1, status: .rumored, published: "2026-01-01"),
            Self.report(2, status: .signed, published: "2026-02-01"),
        ])
        #expect(found.map(\.status) == [.completed])
    }

    @Test func eachSourceKeepsWhatItSaid() throws {
        _ = try agreements([
            Self.report(1, status: .rumored, published: "2026-01-05", value: 40_000_000),
            Self.report(2, published: "2026-01-06", value: 50_000_000),
        ])
        let reports = try store.agreement("Tarn Oslo").reports
        #expect(reports.map(\.status) == [.rumored, .signed])
        #expect(reports.map { $0.value?.amount } == [40_000_000, 50_000_000])
    }

    @Test func twoDealsOfOneArticleStayTwo() throws {
        var entry = Self.report(1, published: "2026-01-05")
        var extraction = entry.extraction
        extraction.agreements.append(extraction.agreements[0])
        entry = Seed.entry(entry.article, extraction)
        #expect(try agreements([entry, Self.report(2, published: "2026-01-05")]).count == 2)
    }

    @Test func theOrderOfTheArticlesDoesNotMatter() throws {
        let three = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"]
        let entries = [
            Self.report(1, published: "2026-01-05", value: 40_000_000),
            Self.report(2, kind: "distribution", published: "2026-01-06", value: 41_000_000),
            Self.report(3, three, published: "2026-01-06", value: 40_000_000),
            Self.report(4, published: "2020-01-05", value: 9_000_000), Self.report(5, kind: "partnership"),
            Self.report(6, status: .ended, published: "2027-01-05"), Self.report(7, published: "2028-01-05"),
            Self.report(8, three, published: "2026-01-09"), Self.report(9, ["Oslo Drill", "Tarn Robotics"]),
            Self.report(10, Self.overlapping[1], published: "2026-01-07", value: 40_000_000),
            Self.report(11, three + ["Brandt Stahl GmbH"], kind: "services", published: "2020-01-06", value: 9_000_000),
            Self.report(12, ["Paris Linen SA", "Brandt Stahl GmbH"], kind: "license", published: "2020-01-07"),
        ]
        var random = SystemRandomNumberGenerator()
        var expected: [String]?
        for _ in 0..<12 {
            let temporary = try Seed.store([])
            let store = try #require(temporary.store)
            for entry in entries.shuffled(using: &random) { _ = try store.ingest([entry]) }
            var lines: [String] = []
            try store.dump { lines.append($0) }
            if expected == nil { expected = lines }
            #expect(lines == expected)
            #expect(try store.verify() == [])
        }
    }
}
