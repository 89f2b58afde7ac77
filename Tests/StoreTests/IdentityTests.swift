import Model
import SQLite
import Testing

@testable import Store

/// Which names are one company, over several articles.
struct IdentityTests {
    let base: NamedCompanies

    init() throws { base = try NamedCompanies() }

    @Test func aShortFormThatOneCompanyHasIsThatCompany() throws {
        let early = try base.article([["Tarn"]])
        let full = try base.article([["Tarn Robotics Ltd", "Tarn"]])
        let late = try base.article([["Tarn"], ["Nordlys"]])
        #expect(try base.company(of: early) == base.company(of: full))
        #expect(try base.company(of: late) == base.company(of: full))
        #expect(try base.names == ["Nordlys", "Tarn Robotics Ltd"])
    }

    @Test func aNameThatALaterArticleOfTheBatchExplainsIsFiledOnce() throws {
        let entries = [[["Tarn"], ["Nordlys"]], [["Tarn Robotics Ltd", "Tarn"]]].enumerated().map {
            NamedCompanies.entry($1, number: $0)
        }
        try base.file(entries)
        #expect(try base.names == ["Nordlys", "Tarn Robotics Ltd"])
        // No id was given to a company that is not one.
        #expect(try base.database.value("SELECT max(id) FROM company", as: Int.self) == 2)
        #expect(try base.database.value("SELECT seq FROM sqlite_sequence WHERE name = 'company'", as: Int.self) == 2)
    }

    @Test func aShortFormThatTwoCompaniesShareIsKeptApart() throws {
        let one = try base.article([["Zenith Clothiers Inc", "Zenith"]])
        let short = try base.article([["Zenith"]])
        #expect(try base.company(of: short) == base.company(of: one))
        let other = try base.article([["Zenith Pumps plc", "Zenith"]])
        #expect(try Set([one, other, short].map { try base.company(of: $0) }).count == 3)
    }

    @Test func theOtherCompaniesOfAnArticleTellWhoIsMeant() throws {
        let short = try base.article([["Zenith"], ["Oslo Drill"]])
        try base.article([["Zenith Clothiers Inc", "Zenith"], ["Paris Linen"]])
        let pumps = try base.article([["Zenith Pumps plc", "Zenith"], ["Oslo Drill"]])
        #expect(try base.company(of: short) == base.company(of: pumps))
    }

    @Test func aNameThatComesToStandForAnotherCompanyTellsWhoIsMeantBesideIt() throws {
        let short = try base.article([["Zenith"], ["Oslo"]])
        try base.article([["Zenith Clothiers Inc", "Zenith"], ["Paris Linen"]])
        let pumps = try base.article([["Zenith Pumps plc", "Zenith"], ["Oslo Drill"]])
        #expect(try base.company(of: short) != base.company(of: pumps))
        try base.article([["Oslo Drill", "Oslo"]])
        #expect(try base.company(of: short) == base.company(of: pumps))
    }

    @Test func anArticleThatNamesBothMeansTheOther() throws {
        let german = try base.article([["Merck KGaA"]])
        let american = try base.article([["Merck & Co Inc"]])
        let both = try base.article([["Merck"], ["Merck KGaA"]])
        #expect(try base.company(of: both) == base.company(of: american))
        #expect(try base.company(of: both) != base.company(of: german))
    }

    @Test func anArticleThatKeepsTwoNamesApartIsHeeded() throws {
        let unit = try base.article([["Ford Motor Credit", "Ford"]])
        let parent = try base.article([["Ford"], ["Ford Motor Credit"]])
        #expect(try base.company(of: unit) != base.company(of: parent))
    }

    @Test func aRegisteredNameIsNoShortForm() throws {
        let unit = try base.article([["Siemens Gamesa Wind", "Apple"]])
        let short = try base.article([["Apple"]])
        #expect(try base.company(of: unit) != base.company(of: short))
    }

    @Test func chainsOfShortFormsEndInTheFullest() throws {
        let shortest = try base.article([["Tarn"]])
        try base.article([["Tarn Robotics", "Tarn"]])
        let full = try base.article([["Tarn Robotics International Ltd", "Tarn Robotics"]])
        #expect(try base.company(of: shortest) == base.company(of: full))
        #expect(try base.names == ["Tarn Robotics International Ltd"])
    }

    @Test func eachNameKeepsTheArticleItCameFrom() throws {
        let first = try base.article([["Tarn Robotics Ltd", "Tarn"]])
        let second = try base.article([["Tarn Robotics Ltd", "TRL"]])
        let rows = try base.database.rows(
            "SELECT name, article_id FROM company_name ORDER BY name", as: String.self, Int64.self)
        #expect(rows.map(\.0) == ["TRL", "Tarn", "Tarn Robotics Ltd"] && rows.map(\.1) == [second, first, first])
    }

    @Test func theOrderOfTheArticlesDoesNotMatter() throws {
        let companies = [
            [["Tarn"], ["Oslo Drill AS"]], [["Tarn Robotics Ltd", "Tarn"]], [["Zenith"], ["Oslo Drill"]],
            [["Zenith Clothiers Inc", "Zenith"]], [["Zenith Pumps plc", "Zenith"], ["Oslo Drill"]],
            [["TARN ROBOTICS LTD <TRN>", "TRN"]], [["Merck"]], [["Merck KGaA"], ["Merck"]], [["Merck & Co Inc"]],
        ]
        try Self.expectOneContent(companies, batches: 1...4)
    }

    /// Whatever the order of articles that name these companies, and in however many batches they come.
    private static func expectOneContent(_ companies: [[[String]]], batches: ClosedRange<Int>) throws {
        let entries = companies.enumerated().map { NamedCompanies.entry($1, number: $0) }
        var random = SystemRandomNumberGenerator()
        let expected = try content(entries, batches: 1)
        for _ in 0..<20 {
            let order = entries.shuffled(using: &random)
            #expect(
                try content(order, batches: Int.random(in: batches)) == expected, "\(order.map(\.article.source))")
        }
    }

    @Test func whatOneArticleSaidGoesWithIt() throws {
        let short = NamedCompanies.entry([["Tarn"]], number: 1)
        let full = NamedCompanies.entry([["Tarn Robotics Ltd", "Tarn"]], number: 2)
        let temporary = try Seed.store([short, full])
        let store = try #require(temporary.store)
        #expect(try store.companies().map(\.name) == ["Tarn Robotics Ltd"])
        try store.forget(article: "2")
        #expect(try store.companies().map(\.name) == ["Tarn"])
        #expect(try store.verify() == [])
    }

    /// Whatever is shared, and by however many articles of one batch at once.
    @Test func namesThatTellOfEachOtherComeToRest() throws {
        let companies = [
            [["Zenith"], ["Oslo"], ["Nordic Oil plc", "Nordic"]],
            [["Nordic"], ["Oslo"], ["Zenith Pumps plc", "Zenith"]],
            [["Zenith Clothiers Inc", "Zenith"], ["Oslo Bank ASA", "Oslo"]], [["Oslo Drill AS", "Oslo"], ["Nordic"]],
            [["Nordic Tea plc", "Nordic"], ["Zenith"]], [["Zenith"], ["Zenith"], ["Nordic Tea plc"]],
            [["Oslo"], ["Zenith"]],
        ]
        try Self.expectOneContent(companies, batches: 1...7)
    }

    @Test func theIndexesFollowANameToItsCompany() throws {
        let entries = [
            NamedCompanies.entry([["Tarn"], ["Oslo Drill"]], number: 1),
            NamedCompanies.entry([["Tarn Robotics Ltd", "Tarn"]], number: 2),
        ]
        let temporary = try Seed.store([entries[0]])
        let store = try #require(temporary.store)
        _ = try store.ingest([entries[1]])
        #expect(try store.verify() == [])
        let database = try Database(path: temporary.path, mode: .readOnly)
        let counts = try database.row(
            """
            SELECT (SELECT count(*) FROM sentence_fts WHERE sentence_fts MATCH 'tags:e' || company.id), (
                SELECT count(DISTINCT sentence_id) FROM mention WHERE company_id = company.id)
            FROM company WHERE name = 'Tarn Robotics Ltd'
            """, as: Int.self, Int.self)
        #expect(counts.map { $0.0 == $0.1 && $0.0 >= 2 } == true)
    }

    private static func content(_ entries: [Entry], batches: Int) throws -> [String] {
        let temporary = try Seed.store([])
        let store = try #require(temporary.store)
        let size = (entries.count + batches - 1) / batches
        for start in stride(from: 0, to: entries.count, by: size) {
            _ = try store.ingest(Array(entries[start..<min(start + size, entries.count)]))
        }
        #expect(try store.verify() == [])
        return try Dump.of(store)
    }
}
