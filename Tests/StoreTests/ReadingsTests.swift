import Foundation
import Model
import SQLite
import Testing

@testable import Store

struct ReadingsTests {
    private func roundTrip(_ extraction: Extraction, of article: Article) throws -> Extraction {
        try PackedExtraction.extraction(PackedExtraction.bytes(extraction, of: article.text), of: article.text)
    }

    @Test(arguments: [Seed.licence, Seed.renewal, Seed.other])
    func anExtractionComesBackAsItWas(_ entry: Entry) throws {
        #expect(try roundTrip(entry.extraction, of: entry.article) == entry.extraction)
    }

    @Test func namesThatDoNotStandInTheTextComeBack() throws {
        let article = Seed.article("a.txt", "Title\nTokheim said so.")
        var extraction = Extraction(companies: [Seed.company("Tokheim Corp", aliases: ["Tokheim", "TOK"], in: article)])
        #expect(try roundTrip(extraction, of: article) == extraction)
        extraction.companies[0].name = ""
        #expect(try roundTrip(extraction, of: article) == extraction)
    }

    @Test func rangesThatAreNoneStayNone() throws {
        let article = Seed.article("a.txt", "Title\nText.")
        let mentions = [TextRange(-4, 2), TextRange(9, 3), TextRange(0, 9999)]
        let extraction = Extraction(companies: [.init(name: "A", mentions: mentions)])
        let back = try roundTrip(extraction, of: article)
        #expect(back.companies[0].mentions == [TextRange(0, 0), TextRange(0, 0), TextRange(0, 9999)])
    }

    @Test func bytesThatAreNoReadingAreAnError() throws {
        let bytes = PackedExtraction.bytes(Seed.licence.extraction, of: Seed.licence.article.text)
        let text = Seed.licence.article.text
        for count in 0..<bytes.count {
            #expect(throws: PackedReader.Malformed.self) {
                try PackedExtraction.extraction(Array(bytes[..<count]), of: text)
            }
        }
        #expect(throws: PackedReader.Malformed.self) { try PackedExtraction.extraction(bytes + [0], of: text) }
        // Any byte may be any other: an extraction or an error, never a trap.
        for index in bytes.indices {
            for byte in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[index] = byte
                _ = try? PackedExtraction.extraction(damaged, of: text)
            }
        }
    }

    @Test func aStoredArticleComesBackAsAnEntry() throws {
        let temporary = try Seed.store()
        let entry = try #require(try Readings(Database(path: temporary.path, mode: .readOnly)).entry(1))
        #expect(entry.article.text == Seed.licence.article.text && entry.extraction == Seed.licence.extraction)
        #expect(entry.article.sentences.map(\.range) == Seed.licence.article.sentences.map(\.range))
        #expect(entry.sha256 == Seed.licence.sha256 && entry.extractor == "1")
        #expect(entry.article.published == "2026-02-03")
    }

    @Test func itIsSmall() {
        let packed = PackedExtraction.bytes(Seed.licence.extraction, of: Seed.licence.article.text)
        #expect(packed.count < Seed.licence.article.text.count)
    }
}
