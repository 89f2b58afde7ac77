import SQLite
import Testing

@testable import Store

struct FullTextExpressionTests {
    @Test(arguments: [
        ("exclusive rights", "(text : (\"exclusive\" AND \"rights\"))"),
        ("\"exclusive rights\" azure", "(text : (\"exclusive rights\" AND \"azure\"))"),
        ("exclus*", "(text : (\"exclus\" *))"),
        ("\"unclosed phrase", "(text : (\"unclosed phrase\"))"),
        ("a AND b OR NOT (c)", "(text : (\"a\" AND \"AND\" AND \"b\" AND \"OR\" AND \"NOT\" AND \"(c)\"))"),
        ("- \" \" ... * é", "(text : (\"é\"))"),
        ("nul\0byte", "(text : (\"nulbyte\"))"),
    ])
    func what(typed: String, becomes: String) {
        #expect(FullTextExpression(typed).match(.all, columns: "text") == becomes)
    }

    @Test func nothingBecomesNothing() {
        for text in ["", " ", "\"\"", "*", "!?", "\u{0}"] {
            #expect(FullTextExpression(text).match(.all, columns: "text") == nil)
        }
        #expect(FullTextExpression("").match(.any, columns: "text", tags: ["e1"]) == "(tags : \"e1\")")
    }

    @Test func tagsNarrow() {
        #expect(
            FullTextExpression("a b").match(.any, columns: "text", tags: ["e1", "k2"])
                == "(text : (\"a\" OR \"b\")) AND (tags : \"e1\") AND (tags : \"k2\")")
    }

    @Test func longTextsAreCut() {
        let text = String(repeating: "word ", count: 100_000)
        #expect(FullTextExpression(text).terms.count == FullTextExpression.mostTerms)
    }

    @Test func anyBytesAreAValidExpression() throws {
        let database = try Database.inMemory()
        try database.execute("CREATE VIRTUAL TABLE f USING fts5(text, tags)")
        let select = try Statement(database, "SELECT count(*) FROM f WHERE f MATCH ?1")
        var random = SystemRandomNumberGenerator()
        let special = Array("\"*():^+-{}.,'\u{0} ANDORNOTNEAR".unicodeScalars)
        for round in 0..<3000 {
            let scalars = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                round % 2 == 0
                    ? special.randomElement(using: &random)
                    : Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            for way in [FullTextExpression.Operator.all, .any] {
                guard let match = FullTextExpression(text).match(way, columns: "text", tags: ["e1"]) else { continue }
                try select.bind(match, at: 1)
                #expect(throws: Never.self) { try select.values(as: Int.self) }
            }
        }
    }
}
