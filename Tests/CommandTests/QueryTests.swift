import Testing

/// Any text is a query.
@Suite struct QueryTests {
    static let texts = [
        "", " ", "-", "-1", "- -", "*", "\"", "\"\"", "a\"b", "NOT", "AND OR", "NEAR(", "(", ")", "quote:x", "{a b}:c",
        "^x",
        "'; DROP TABLE clause; --", "a*b*", "日本", "🙂", "e\u{301}", "%", "exclusive + rights", "-exclusive rights",
        "--exclusive rights", "\u{1}\u{1B}[31m", "\u{202E}x", "a\nb", String(repeating: "a", count: 100_000),
        String(repeating: "word ", count: 10_000),
    ]

    @Test func anyTextIsAQuery() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples"])
        let before = try place.kb(["dump"]).output
        for text in Self.texts {
            let result = try place.kb(["query", text, "--format", "json"])
            #expect(result.status == 0, "\(text.prefix(40)): \(result.errorText)")
            #expect(result.text.hasPrefix("["))
        }
        #expect(try place.kb(["dump"]).output == before)
    }

    @Test func whatFollowsTwoDashesIsText() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples"])
        #expect(try place.kb(["query", "--", "--bearing"]).text.contains("bearing"))
        #expect(try place.kb(["query", "--bearing"]).status == 64)
    }
}
