import Model
import Testing

@testable import Reading

/// From bytes to text.
@Suite struct DecodingTests {
    @Test func utf8WithAndWithoutByteOrderMark() throws {
        #expect(try read("Ørsted pays").body == "Ørsted pays")
        #expect(try Reader().read([0xEF, 0xBB, 0xBF] + Array("Ørsted".utf8), source: "t").body == "Ørsted")
    }

    @Test(arguments: [true, false]) func utf16WithByteOrderMark(isLittleEndian: Bool) throws {
        let units = Array("\u{FEFF}Škoda 🚗".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? pair : pair.reversed()
        }
        let (article, encoding) = try Reader().readReportingEncoding(bytes, source: "t")
        #expect(article.body == "Škoda 🚗")
        #expect(encoding == .utf16)
    }

    @Test func windows1252IsTheFallbackAndIsSaid() throws {
        let (article, encoding) = try Reader().readReportingEncoding([0x80, 0x35, 0x20, 0x93, 0xE9, 0x94], source: "t")
        #expect(article.body == "€5 “é”")
        #expect(encoding == .windows1252)
    }

    @Test func carriageReturnsBecomeLineFeeds() throws {
        #expect(try read("one\r\ntwo\rthree\n").body == "one\ntwo\nthree\n")
    }

    @Test func whatIsNoTextIsRefused() {
        #expect(throws: ReadingError.empty) { try read("") }
        #expect(throws: ReadingError.empty) { try read(" \n\t ") }
        #expect(throws: ReadingError.nul(offset: 3)) { try read("abc\0def") }
        #expect(throws: ReadingError.binary) { try Reader().read([0x41, 1, 2, 3, 4], source: "t") }
        #expect(throws: ReadingError.invalidUTF16) { try Reader().read([0xFF, 0xFE, 0x00], source: "t") }
        #expect(throws: ReadingError.invalidUTF16) { try Reader().read([0xFF, 0xFE, 0x00, 0xD8], source: "t") }
    }

    /// Any bytes: an article whose sentences lie in its text, in order, or an error; never a trap.
    @Test func anyBytesAreReadOrRefused() {
        var random = SplitMix(state: 7)
        let alphabet: [UInt8] = Array("aB. \n-(\"$9,:".utf8) + [0xE2, 0x80, 0x9D, 0xC3, 0xA9, 0xFF, 0x00, 0x0D]
        for _ in 0..<3000 {
            let bytes = (0..<Int(random.next() % 80)).map { _ in
                random.next() % 8 == 0
                    ? UInt8(truncatingIfNeeded: random.next()) : alphabet[Int(random.next() % UInt64(alphabet.count))]
            }
            guard let article = try? Reader().read(bytes, source: "t") else { continue }
            var last = 0
            for sentence in article.sentences {
                #expect(sentence.range.start >= last && sentence.range.end > sentence.range.start)
                #expect(sentence.range.end <= article.text.count)
                #expect(
                    String(validating: article.text[sentence.range.start..<sentence.range.end], as: UTF8.self) != nil)
                last = sentence.range.end
            }
        }
    }
}
