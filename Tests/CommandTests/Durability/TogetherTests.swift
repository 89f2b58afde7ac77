import Foundation
import Testing

/// Several processes on one database.
@Suite struct TogetherTests {
    /// Two that file and four that read: nobody is turned away, nothing is lost or doubled, and no reader sees half
    /// an article; the log stays small, and one file is left.
    @Test func writersAndReadersDoNotDisturbEachOther() throws {
        let place = try Workplace()
        try place.writeArticles(600, sentences: 2)
        try place.kb(["ingest", "articles", "--db", "whole.db"])
        let whole = try Knowledge("whole.db", in: place)
        try place.kb(["ingest", "articles/00599.txt"])

        try place.shell("touch go; mkdir low high; cp articles/00[0-3]* low; cp articles/00[2-5]* high")
        let loop = "while [ -e go ]; do kb query acme supply --format jsonl; kb dump > $1.new && mv $1.new $1; done"
        let readers = try (0..<4).map { number in
            try RunningCommand(
                URL(fileURLWithPath: "/bin/sh"), ["-c", loop, "sh", "reader\(number)"], in: place.folder)
        }
        let writers = try ["low", "high"].map { try place.start(["ingest", $0, "--jobs", "2"]) }
        var log = 0
        while writers.contains(where: \.isRunning) {
            log = max(log, place.size(of: "kb.db-wal"))
            for number in 0..<4 {
                guard
                    let seen = try? String(
                        contentsOf: place.folder.appendingPathComponent("reader\(number)"), encoding: .utf8)
                else { continue }
                #expect(Knowledge(seen).articles(otherThanIn: whole, ignoringSource: true).isEmpty)
            }
            usleep(100_000)
        }
        try place.shell("rm go")
        for writer in writers {
            let result = try writer.result()
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.text.split(separator: "\n").count == 400)
        }
        for reader in readers {
            let result = try reader.result()
            #expect(result.status == 0 && result.errorText.isEmpty, "\(result.errorText)")
        }
        #expect(log < 16 << 20)
        #expect(try place.files(beginning: "kb.db") == ["kb.db"])
        #expect(try place.kb(["verify"]).status == 0)
        #expect(try Knowledge("kb.db", in: place).articles.keys.sorted() == whole.articles.keys.sorted())
    }

    /// One command or several in the same order give the same bytes of the dump.
    @Test func oneCommandOrSeveral() throws {
        let place = try Workplace()
        let files = try place.shell("ls data/evaluation/*.txt samples/*.txt").text.split(separator: "\n").map(
            String.init)
        try place.kb(["ingest", "--db", "one.db"] + files)
        let one = try Knowledge("one.db", in: place)
        #expect(one.sources.count == files.count)
        for part in [files.prefix(1), files[1..<9], files[9...], files.suffix(3)] {
            try place.kb(["ingest", "--db", "several.db"] + part)
        }
        #expect(try Knowledge("several.db", in: place).text == one.text)
    }
}

extension Knowledge {
    /// As the other, for articles that may have come under another name.
    func articles(otherThanIn complete: Knowledge, ignoringSource: Bool) -> [Substring] {
        func plain(_ lines: [Substring]?) -> [String]? {
            lines?.map { String($0.replacing(#/"source":"[^"]*"/#, with: "")) }
        }
        return articles.keys.filter { plain(complete.articles[$0]) != plain(articles[$0]) }
    }
}
