import Model
import SQLite
import Testing

@testable import Store

/// What is marked in a hit is what FTS5 would mark, whose index found it.
@Suite struct HighlightsTests {
    private static let texts = [
        "Tarn keeps exclusive rights to pumps; Tarn's exclusivity ends.", "Ørsted pays 4.5bn, i.e. 4,500 m.",
        "(exclusive exclusive) rights, exclusive rights rights", "日本電気 licenses 富士 technology 😀 to NEC.",
        "The licences, licensing, LICENSED and Licensee", "naïve Café cafe\u{301} résumé", "", "a-b a.b \"a b\"",
    ]

    private func byIndex(_ texts: [String], _ match: String) throws -> [[TextRange]] {
        let database = try Database.inMemory()
        try database.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')")
        for text in texts { try database.run("INSERT INTO t VALUES (?1)", text) }
        let marked = try database.rows(
            "SELECT rowid, highlight(t, 0, char(2), char(3)) FROM t WHERE t MATCH ?1", [match], as: Int.self,
            String.self)
        var ranges = [[TextRange]](repeating: [], count: texts.count)
        for (row, text) in marked {
            var offset = 0
            var start = 0
            for byte in text.utf8 {
                switch byte {
                case 2: start = offset
                case 3: ranges[row - 1].append(TextRange(start, offset))
                default: offset += 1
                }
            }
        }
        return ranges
    }

    @Test(arguments: [
        ["exclusive"], ["exclusive rights"], ["exclusive", "rights", "exclusive rights"], ["licence", "license"],
        ["cafe"], ["a b"], ["4"], ["日本電気"], ["exclusive exclusive", "exclusive rights"], ["exclus*"], ["licens*"],
        ["to nec*"], ["resume", "naive cafe"],
    ])
    func theSameAsTheIndex(_ phrases: [String]) throws {
        let meaning =
            phrases[0].hasSuffix("*")
            ? Meaning.text(prefixes: phrases.map { String($0.dropLast()) }) : .text(anyOf: phrases)
        guard case .text(let match, _) = meaning else { return }
        let part = QueryPart(words: "", weight: 1, readings: [.init(meaning: meaning, grade: 1)])
        let highlights = Highlights(Understanding(parts: [part]))
        #expect(Self.texts.map(highlights.ranges) == (try byIndex(Self.texts, match)))
    }
}
