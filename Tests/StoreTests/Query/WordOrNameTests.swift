import Model
import Testing

@testable import Store

/// A company may be called like a word: where that is written small, the texts decide what it is.
@Suite struct WordOrNameTests {
    private static func entry(_ number: Int, _ line: String, naming name: String? = nil, quote: String) -> Entry {
        let article = Seed.article("wire/\(number).txt", "News of the day \(number)\n\(line)")
        return Seed.entry(
            article,
            Extraction(
                companies: name.map { [Seed.company($0, in: article)] } ?? [],
                clauses: [.init(type: ClauseType(rawValue: "payment"), quote: Seed.range(quote, in: article))]))
    }

    private static let entries = [
        entry(1, "Target pays Brix for pumps every year.", naming: "Target", quote: "pays Brix for pumps every year"),
        entry(2, "The holders of the target get 40 pence a share.", quote: "get 40 pence a share"),
        entry(3, "The bidder pays the target its costs.", quote: "pays the target its costs"),
        entry(4, "Sales of shops missed the target again.", quote: "missed the target"),
        entry(5, "Corvus pays nothing for the pumps.", naming: "Corvus", quote: "pays nothing for the pumps"),
        entry(6, "Corvus and others pay late.", naming: "Corvus", quote: "pay late"),
    ]

    private func meanings(_ text: String) throws -> [String] {
        let temporary = try Seed.store(Self.entries)
        let store = try #require(temporary.store)
        let understanding = try Interpreter(store.database).understand(QueryText(text))
        return understanding.parts.flatMap(\.readings).map(\.meaning.description)
    }

    @Test func writtenAsANameItIsOne() throws {
        let understood = try meanings("payments by Target")
        #expect(understood.contains { $0.hasPrefix("company Target") })
    }

    @Test func writtenSmallItIsTheWordThatTheTextsUse() throws {
        let temporary = try Seed.store(Self.entries)
        let store = try #require(temporary.store)
        let understanding = try Interpreter(store.database).understand(QueryText("costs of the target"))
        let part = try #require(understanding.parts.first { $0.words == "target" })
        #expect(part.readings.first?.meaning.description == "words")
        // The company stays a possible meaning, of less worth.
        #expect(part.readings.contains { $0.meaning.description == "company Target" && $0.grade < 0.8 })
        #expect(try store.answer(Query(text: "costs of the target")).hits.first?.quote == "pays the target its costs")
    }

    @Test func writtenSmallItIsTheNameThatTheTextsUse() throws {
        #expect(try meanings("corvus pumps").contains("company Corvus"))
    }
}
