import Foundation
import Testing

/// One article as long as a book, or of nothing but names.
@Suite struct LongArticleTests {
    /// Long enough to be read in sections; of few names, which keeps a build without optimization quick.
    private func text(_ sentences: Int) -> String {
        let names = ["Alderbrook", "Brenvik", "Corsolt", "Dunmarl", "Elvetta"]
        return (0..<sentences).map { number in
            let (buyer, seller) = (names[number % 5], names[(number + 1 + number / 5 % 4) % 5])
            return "\(buyer) Corp will supply \(seller) Inc with \(number) tons of steel for five years. "
                + "\(seller) pays \(buyer) 3 mln dlrs a year.\(number % 4 == 3 ? "\n\n" : " ")"
        }.joined()
    }

    /// Ctrl-C and SIGTERM do not wait for the end of an article, neither while it is read nor while it is filed;
    /// then it is not there at all, and what was filed before is.
    @Test(arguments: [SIGINT, SIGTERM]) func anInterruptInsideOneArticle(_ signal: Int32) throws {
        let place = try Workplace()
        try place.write("short.txt", Array("Acme Corp buys Bolt Inc.".utf8))
        try place.kb(["ingest", "short.txt"])
        let before = try Knowledge("kb.db", in: place).text
        try place.write("long.txt", Array(text(250).utf8))
        let start = Date()
        #expect(try place.kb(["ingest", "long.txt", "--db", "whole.db"]).status == 0)
        let duration = Date().timeIntervalSince(start)
        for share in [0.2, 0.6] {
            let command = try place.start(["ingest", "long.txt"])
            usleep(UInt32(share * duration * 1_000_000))
            command.send(signal)
            let result = try command.result()
            // It may have been quick enough to be done.
            if result.text.hasPrefix("added") {
                try place.kb(["forget", "long.txt"])
                continue
            }
            #expect(result.status == 128 + signal)
            #expect(result.errorText == "kb: interrupted after 0 of 1: nothing done\n" || result.errorText.isEmpty)
            #expect(try Knowledge("kb.db", in: place).text == before)
        }
        #expect(try place.kb(["verify"]).status == 0)
    }

    /// What stands in it can be found, and it can be taken out again.
    @Test func aLongArticleIsFiledFoundAndForgotten() throws {
        let place = try Workplace()
        try place.write("long.txt", Array(text(200).utf8))
        try place.write("line.txt", Array(text(180).replacing("\n", with: " ").utf8))
        #expect(try place.kb(["ingest", "long.txt", "line.txt"]).text.hasPrefix("added      long.txt\nadded"))
        #expect(try place.kb(["verify"]).status == 0)
        let hits = try place.kb(["query", "tons of steel", "--format", "jsonl", "--limit", "5"]).text
        #expect(hits.split(separator: "\n").count == 5)
        #expect(try place.kb(["reextract", "--all", "--apply"]).status == 0)
        #expect(try place.kb(["forget", "long.txt"]).status == 0)
        #expect(try place.kb(["verify"]).status == 0)
    }

    /// "According" is the last word of a sentence, and "to" the first of the next.
    @Test func aCueThatGoesOnInTheNextSentence() throws {
        let place = try Workplace()
        try place.write("words.txt", "<TI.L>\nMITSUI\nit's\nAccording\nto".utf8)
        #expect(try place.kb(["extract", "words.txt"]).status == 0)
    }
}
