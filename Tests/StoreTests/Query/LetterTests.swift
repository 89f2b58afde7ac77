import Model
import Testing

@testable import SQLite
@testable import Store

/// Letters that people write plain where they have no key for them, and the other way round.
@Suite struct LetterTests {
    /// An article that writes the names with their own letters, and one that writes others plain.
    private static let articles = [
        Seed.entry(Seed.article("own.txt", "News\nThe Ørsted board met Süd Zucker in Straßburg.\nŁódź waited.")),
        Seed.entry(Seed.article("plain.txt", "Other news\nThe Aerzener works met Moeller in Goeteborg.")),
    ]

    private func sources(_ text: String) throws -> [String] {
        let temporary = try Seed.store(Self.articles)
        return try #require(temporary.store).answer(Query(text: text)).hits.map(\.source)
    }

    @Test(arguments: [
        "Orsted", "ørsted", "Oersted", "ORSTED board", "\"orsted board\"", "orst*", "Strassburg", "Lodz", "lódz",
        "\"sud zucker\"",
    ])
    func plainLettersFindMarkedOnes(text: String) throws {
        #expect(try sources(text) == ["own.txt"])
    }

    @Test(arguments: ["Møller", "möller", "Ærzener", "Göteborg", "\"Møller in Göteborg\""])
    func markedLettersFindPlainOnes(text: String) throws {
        #expect(try sources(text) == ["plain.txt"])
    }

    @Test(arguments: ["Nordlys", "Nørdlys", "Noerdlys", "NORDLYS PUMPE", "Nordlys Pumpe AS"])
    func companiesAreFoundByAnyLetters(name: String) throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        #expect(try store.company(name).company.name == "Nørdlys Pumpe AS")
        #expect(try store.answer(Query(text: "what does \(name) owe")).hits.first?.obligors == ["Nørdlys Pumpe AS"])
        #expect(try store.clauses(company: name).count == 3)
    }

    @Test(arguments: [
        ("Ørsted", "orsted"), ("Mærsk", "maersk"), ("Weißbräu", "weissbrau"), ("Łódzki Œuvre", "lodzki oeuvre"),
    ])
    func keysArePlain(name: String, key: String) {
        #expect(CompanyKey(name).normalized == key)
    }

    @Test(arguments: [("Südzucker", "suedzucker"), ("Suedzucker", "sudzucker"), ("Ørsted", "oersted")])
    func otherSpellingsOfNames(name: String, other: String) {
        #expect(CompanyKey.spellings(of: name).dropFirst().contains(other))
    }
}
