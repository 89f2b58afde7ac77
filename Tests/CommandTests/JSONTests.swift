import Foundation
import Testing

@testable import kb

@Suite struct JSONTests {
    @Test func keepsTheOrderOfKeys() {
        let value: JSON = ["b": 1, "a": .array([.null, .bool(true), .number(0.5)])]
        #expect(value.text() == #"{"b":1,"a":[null,true,0.5]}"#)
    }

    @Test func isIndented() {
        let value: JSON = ["list": .array([.int(1), .object([])]), "empty": .array([])]
        #expect(value.text(pretty: true) == "{\n  \"list\": [\n    1,\n    {}\n  ],\n  \"empty\": []\n}")
    }

    @Test func sumsAreWholeNumbers() {
        #expect(JSON.number(4e8).text() == "400000000")
        #expect(JSON.number(.nan).text() == "null")
        #expect(JSON.share(0.123456).text() == "0.123")
    }

    /// Any text comes back as it was from another program's reader, and nothing of it reaches a terminal raw.
    @Test(arguments: ["", "\"quotes\" \\", "\u{0}\u{1B}[31m\n\t\u{7F}\u{9B}", "日本語 🙂 e\u{301}", "\u{202E}abc\u{2028}"])
    func textSurvives(_ text: String) throws {
        let written = JSON.array([.string(text)]).text()
        let read = try JSONDecoder().decode([String].self, from: Data(written.utf8))
        #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
        #expect(!written.unicodeScalars.contains(where: ControlCharacters.contains))
    }
}

extension JSON: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .int(value) }
}
