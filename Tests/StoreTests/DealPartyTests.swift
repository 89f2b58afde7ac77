import Model
import Testing

@testable import Store

/// Which reports tell of one deal where they do not name the same parties.
struct DealPartyTests: DealSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store([])
        store = try #require(temporary.store)
    }

    @Test func anArticleThatMissesAPartyTellsOfTheSameDeal() throws {
        let three = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"]
        let found = try agreements([
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, three, published: "2026-01-06", value: 40_000_000),
        ])
        #expect(found.count == 1 && Set(found[0].parties) == Set(three))
    }

    @Test func anArticleThatMissesOneOfFourPartiesTellsOfTheSameDeal() throws {
        let four = ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA", "Brandt Stahl GmbH"]
        let found = try agreements([
            Seed.report(1, Array(four.dropLast()), published: "2026-01-05"),
            Seed.report(2, four, published: "2026-01-06"),
        ])
        #expect(found.count == 1 && Set(found[0].parties) == Set(four))
    }

    /// The parties of two deals that have two of three in common.
    static let overlapping = [
        ["Tarn Robotics Ltd", "Oslo Drill AS", "Paris Linen SA"],
        ["Tarn Robotics Ltd", "Oslo Drill AS", "Brandt Stahl GmbH"],
    ]

    /// Each article misses a party that the other names: where the sum is the same too, it is one deal of all four.
    @Test func articlesThatEachMissAPartyTellOfOneDealIfTheSumIsTheSame() throws {
        let found = try agreements([
            Seed.report(1, Self.overlapping[0], published: "2026-01-05", value: 40_000_000),
            Seed.report(2, Self.overlapping[1], published: "2026-01-06", value: 40_000_000),
            Seed.report(3, ["Oslo Drill AS", "Brandt Stahl GmbH"], published: "2026-01-07", value: 40_000_000),
        ])
        #expect(found.count == 1 && found[0].articles == 3 && found[0].parties.count == 4)
    }

    /// The same two partners make like deals with one firm after the other; an article that names only the two may
    /// tell of either, and makes no one deal of both.
    @Test(arguments: [nil, "2026-01-05"])
    func dealsWithDifferentThirdPartiesStayApart(announced: String?) throws {
        let found = try agreements([
            Seed.report(1, Self.overlapping[0], published: "2026-01-05", announced: announced),
            Seed.report(2, Self.overlapping[1], published: "2026-01-06", announced: announced),
            Seed.report(3, Self.overlapping[1], published: "2026-01-07", value: 40_000_000),
            Seed.report(4, ["Tarn Robotics Ltd", "Oslo Drill AS"], published: "2026-01-07", value: 40_000_000),
        ])
        #expect(found.map(\.articles).sorted() == [1, 3])
        #expect(found.allSatisfy { $0.parties.count == 3 })
    }

    /// An article that tells of both deals knows that they are two.
    @Test func dealsThatOneArticleTellsApartStayApart() throws {
        let all = Self.overlapping[0] + ["Brandt Stahl GmbH"]
        var entry = Seed.report(1, all, published: "2026-01-05")
        var extraction = entry.extraction
        extraction.agreements = [[0, 1, 2], [0, 1, 3]].map { parties in
            var agreement = extraction.agreements[0]
            agreement.parties = parties
            agreement.value = Money(amount: 40_000_000, currency: "USD")
            return agreement
        }
        entry = Seed.entry(entry.article, extraction)
        let found = try agreements([
            entry, Seed.report(2, Self.overlapping[0], published: "2026-01-06", value: 40_000_000),
            Seed.report(3, Self.overlapping[1], published: "2026-01-06", value: 40_000_000),
        ])
        #expect(found.map(\.articles) == [2, 2])
    }

    /// Without the article that named the third party nobody says that it is one.
    @Test func aPartyGoesWithTheArticleThatNamedIt() throws {
        _ = try agreements([
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, Self.overlapping[0], published: "2026-01-06", value: 40_000_000),
        ])
        try store.forget(article: "wire/2.txt")
        #expect(try store.agreements().map(\.parties) == [["Tarn Robotics Ltd", "Oslo Drill AS"]])
        #expect(try store.verify() == [])
    }
}
