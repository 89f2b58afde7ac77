import Model
import Reading
import Testing

/// Texts that no journalist writes, but that somebody may feed to kb.
@Suite struct LongTextTests {
    private func sentences(_ text: String) throws -> [Sentence] {
        try Reader().read(Array(text.utf8), source: "long").sentences
    }

    @Test(arguments: [
        String(repeating: "word ", count: 20_000), String(repeating: "A", count: 100_000),
        String(repeating: "日本語", count: 10_000), String(repeating: ".", count: 100_000),
        String(repeating: "(", count: 50_000) + String(repeating: ")", count: 50_000),
        String(repeating: "a\n", count: 50_000), String(repeating: "e\u{301}\u{200B}", count: 20_000),
    ])
    func aSentenceHasAnEnd(_ text: String) throws {
        let bytes = Array(text.utf8)
        let found = try sentences(text)
        #expect(!found.isEmpty)
        for sentence in found {
            #expect(sentence.range.count <= 4096 && sentence.range.count > 0)
            let isCut = sentence.range.end < bytes.count && bytes[sentence.range.end] & 0xC0 == 0x80
            #expect(!isCut, "a code point is cut at \(sentence.range.end)")
        }
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    }

    /// Nothing but white space lies between the pieces.
    @Test func aLongSentenceIsCutAtASpace() throws {
        let text = Array((String(repeating: "steel and iron ", count: 1000) + "end").utf8)
        let found = try sentences(String(decoding: text, as: UTF8.self))
        #expect(found.count > 1)
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(text[one.range.end] == 0x20 && next.range.start == one.range.end + 1)
        }
    }
}
