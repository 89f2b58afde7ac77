import SQLite
import Testing

@testable import Store

@Suite struct TypoTests {
    private func distance(_ first: String, _ second: String, _ limit: Int = 3) -> Int? {
        EditDistance.between(Array(first.utf8), Array(second.utf8), atMost: limit)
    }

    @Test func lettersDroppedAddedChangedOrSwappedCountOne() {
        #expect(distance("supply", "supply") == 0)
        #expect(distance("exclusve", "exclusive") == 1)
        #expect(distance("exclussive", "exclusive") == 1)
        #expect(distance("exclusibe", "exclusive") == 1)
        #expect(distance("excluisve", "exclusive") == 1)
        #expect(distance("royaltys", "royalties") == 2)
        #expect(distance("lease", "license", 2) == nil)
        #expect(distance("", "abc") == 3 && distance("", "abcd") == nil)
    }

    @Test func shortWordsHaveNoTypos() {
        #expect(["fee", "term"].allSatisfy { EditDistance.allowed(for: $0.utf8.count) == 0 })
        #expect(EditDistance.allowed(for: "lease".utf8.count) == 1)
        #expect(EditDistance.allowed(for: "warranty".utf8.count) == 2)
    }

    @Test func theNearestWordsAreTaken() {
        func near(_ word: String, _ words: [String]) -> [String] {
            Vocabulary.nearest(to: Array(word.utf8), among: words, allowed: 2)
        }
        #expect(near("warrenty", ["warranty", "warrants", "currents"]) == ["warranty"])
        #expect(near("tarif", ["tariff", "taric"]) == ["tariff", "taric"].sorted())
        #expect(near("zzzzzz", ["warranty"]).isEmpty)
        // What could be anything is nothing.
        #expect(near("aaaaa", ["aaaab", "aaaac", "aaaad", "aaaae", "aaaaf"]).isEmpty)
    }

    @Test(arguments: [
        ("licence", "license"), ("license", "licence"), ("labour", "labor"), ("organization", "organisation"),
        ("centre", "center"), ("catalog", "catalogue"), ("gray", "grey"),
    ])
    func britishAndAmericanSpellings(_ word: String, _ other: String) {
        #expect(SpellingVariants.of(word).contains(other))
    }

    @Test func shortWordsHaveNoSpellings() {
        #expect(SpellingVariants.of("our").isEmpty && SpellingVariants.of("").isEmpty)
    }

    private func companies(_ text: String) throws -> [CompanyFinder.Found] {
        let temporary = try Seed.store()
        let database = try #require(temporary.store).database
        let vocabulary = try Vocabulary(database)
        return try CompanyFinder(database).companies(in: QueryText(text).tokens) {
            try vocabulary.count(anyOf: [$0.folded]) > 0
        }
    }

    @Test(arguments: [
        ("Tarn Robotics Ltd", 2, true), ("tarn robotics", 2, true), ("TARN", 2, true), ("nørdlys pumpe", 1, true),
        ("PumpeOne", 1, true), ("Tarm Robotics", 2, false), ("pumpone", 1, false),
    ])
    func companiesByNamesWithTypos(_ text: String, _ id: Int64, _ isExact: Bool) throws {
        let found = try companies(text)
        #expect(found.map(\.ids) == [[id]])
        #expect(found.first?.isExact == isExact)
    }

    @Test(arguments: ["", "pump market", "the", "exclusive", "Zebra", "東京", "1"])
    func otherWordsAreNoCompanies(_ text: String) throws {
        #expect(try companies(text).isEmpty)
    }

    /// A name that begins so is meant sooner than one that has it inside.
    @Test func namesThatBeginSoAreNearest() {
        let names = ["Maple Leaf", "Viaplay", "Apl Logistics", "Great Aplin", "Apple"].map {
            (key: $0.lowercased(), name: $0)
        }
        #expect(Nearest.names(to: "apl", among: names) == ["Apl Logistics", "Great Aplin", "Maple Leaf", "Viaplay"])
        #expect(
            Nearest.names(to: "appel", among: [(key: "warner chappell", name: "W"), (key: "apple", name: "A")]) == [
                "A", "W",
            ])
    }
}
