import Model
import Testing

@testable import Reading

private func read(_ text: String) throws -> Article { try Reader().read(Array(text.utf8), source: "t") }

private func sentences(_ text: String) throws -> [String] {
    let article = try read(text)
    return article.sentences.map { article.string($0.range) }
}

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

    @Test func aSentenceByItselfIsNoHeadline() throws {
        #expect(try read("Acme will supply Bolt with steel.").title.isEmpty)
        #expect(try read("Acme to supply Bolt").title == "Acme to supply Bolt")
        #expect(try read("Acme supplies Bolt.\n\nIt pays cash.").title == "Acme supplies Bolt.")
    }

    @Test(arguments: ["#", "title: \"\"\n"]) func aHeadlineOfMarksAloneIsNone(_ marks: String) throws {
        let article = try read(marks)
        #expect(article.title.isEmpty)
        #expect(article.sentences.allSatisfy { $0.range.count > 0 && $0.role != .title })
        #expect(try read("\(marks)\n\nAcme buys Bolt\n\nIt pays cash.").title == "Acme buys Bolt")
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

@Suite struct SentenceTests {
    @Test func fullStopsEndSentences() throws {
        #expect(
            try sentences("The headline\n\nIt pays. “They do.” He left! $5 came? Yes.") == [
                "The headline", "It pays.", "“They do.”", "He left!", "$5 came?", "Yes.",
            ])
    }

    @Test func abbreviationsAndInitialsDoNot() throws {
        let text = "Mr. Smith of F.J. Walker Co. Bought it in Jan. 1987 from St. Ives Inc. The end."
        #expect(
            try sentences(text) == [
                "Mr. Smith of F.J. Walker Co. Bought it in Jan. 1987 from St. Ives Inc.", "The end.",
            ])
    }

    @Test func bulletsLoseTheirSign() throws {
        #expect(
            try sentences("A title here\n\n- One thing.\n• Two things.\n1. Three.\n(b) Four.\n") == [
                "A title here", "One thing.", "Two things.", "Three.", "Four.",
            ])
    }

    @Test(arguments: [
        ("What Each Side Pays (and When)", Sentence.Role.heading), ("(Reporting by A. Writer)", .body),
        ("The deal closed in May. (See page 2)", .body), ("Free to build apart.", .body),
    ]) func bracketsAtTheEndOfALine(line: String, role: Sentence.Role) throws {
        #expect(try read("A title here\n\nA first sentence.\n\n\(line)\n\nMore.").sentences[2].role == role)
    }

    @Test func hardWrappedLinesAreOneParagraph() throws {
        let text = """
            ACME <ACM> TO BUY UNIT
            9-MAR-1987 08:15:42.07
            NEW YORK, March 9 - Acme Corp said it will buy the unit of
            Smith Ltd for ten mln dlrs. The price will be paid in cash at
            the closing, it said.
                The sale needs the consent of shareholders, which are to meet
            on May 2.
            """
        let article = try read(text)
        #expect(article.title == "ACME <ACM> TO BUY UNIT")
        #expect(article.published == "1987-03-09")
        #expect(article.sentences.map(\.role).prefix(4) == [.title, .heading, .dateline, .body])
        #expect(article.sentences.last.map { article.string($0.range) }?.hasSuffix("to meet\non May 2.") == true)
    }

    @Test(arguments: [
        ("LONDON, March 9 - Smith sold.", "Smith sold."), ("Paris (Agence X) — Smith sold.", "Smith sold."),
        ("Heidelberg, 03.11.2025. Smith sold.", "Smith sold."),
        ("BERLIN--(Wire)--June 3, 2024--Smith sold.", "Smith sold."),
        ("Smith - the maker of pumps - sold.", "Smith - the maker of pumps - sold."),
    ]) func datelines(text: String, story: String) throws {
        #expect(
            try sentences("Headline of the story\n\n\(text) More follows here.")[
                try sentences("Headline of the story\n\n\(text)").count - 1] == story)
    }
}

@Suite struct HeaderTests {
    @Test(arguments: [
        ("Posted by X · June 3, 2025", "2025-06-03"), ("14 March 2024", "2024-03-14"),
        ("17th August 2023", "2023-08-17"),
        ("2025-11-06", "2025-11-06"), ("14.02.2014 / Astana", "2014-02-14"), ("FEB 16 1988", "1988-02-16"),
        ("12/31/2024", "2024-12-31"), ("26/01/15", "2026-01-15"),
    ]) func dates(line: String, iso: String) throws {
        #expect(try read("A headline\n\(line)\n\nThe story goes like this.").published == iso)
    }

    @Test func aDateInsideASentenceIsNotThatOfPublication() throws {
        #expect(try read("A headline\n\nOn October 14, 2025, the firms agreed to go on.").published == nil)
    }

    @Test func rubricsAreNotTitles() throws {
        #expect(try read("PRESS RELEASE\n\nSmith buys Jones\n\nSmith bought Jones.").title == "Smith buys Jones")
        #expect(try read("Deals digest · 3 March 2025\n\nSmith bought Jones.").title == "Deals digest")
        #expect(
            try read("---\ntitle: \"Smith buys Jones\"\ndate: 2025-01-02\n---\n\nSmith bought Jones.").title
                == "Smith buys Jones")
    }

    @Test func theAgencyOfTheDatelineIsThePublisher() throws {
        #expect(try read("Smith buys Jones\n\nLONDON (Newsdesk) - Smith bought Jones.").publisher == "Newsdesk")
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
