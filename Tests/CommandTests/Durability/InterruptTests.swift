import Foundation
import Testing

/// Ctrl-C while a command changes the knowledge base: what was begun is taken back, and said.
@Suite struct InterruptTests {
    @Test(arguments: [
        ["company", "rename", "Acme Corp", "Acme Works"], ["merge", "other.db"], ["forget", "articles/00007.txt"],
        ["import", "--corrections", "lines.jsonl"],
    ])
    func whatWasBegunIsTakenBack(_ arguments: [String]) throws {
        let place = try Workplace()
        try place.writeArticles(150, sentences: 3)
        try place.writeArticles(60, to: "more", sentences: 2)
        try place.kb(["ingest", "articles", "--db", "before.db"])
        try place.kb(["ingest", "more", "--db", "other.db"])
        let line = #"{"action":"company-rename","subject":{"company":"Acme Corp"},"after":"Acme Works"}"#
        try place.write("lines.jsonl", line.utf8)
        let before = try Knowledge("before.db", in: place).text
        try place.shell("cp before.db after.db")
        let start = Date()
        #expect(try place.kb(arguments + ["--db", "after.db"]).status == 0)
        let duration = Date().timeIntervalSince(start)
        let after = try Knowledge("after.db", in: place).text
        #expect(before != after)

        var random = SeededRandom(12)
        for round in 0..<4 {
            let database = "round\(round).db"
            try place.shell("cp before.db \(database)")
            let command = try place.start(arguments + ["--db", database])
            usleep(UInt32(Double.random(in: 0.2...0.9, using: &random) * duration * 1_000_000))
            command.send(SIGINT)
            let result = try command.result()
            // It may not have listened yet, or have been quick enough.
            #expect([0, 130].contains(result.status))
            #expect(try Knowledge(database, in: place).text == (result.status == 0 ? after : before))
            if !result.errorText.isEmpty, result.status == 130 {
                #expect(result.errorText == "kb: \(database): interrupted, nothing was changed\n")
            }
            #expect(try place.kb(["verify", "--db", database]).status == 0)
            #expect(try place.files(beginning: database) == [database])
        }
    }

    /// Every answer before it holds.
    @Test func aReviewEndsWithWhatWasAnswered() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples"])
        let result = try place.shell(
            """
            mkfifo answers; kb review --below 1 < answers 2> said & exec 3> answers; echo a >&3
            while [ "$(kb log --format jsonl | wc -l)" -eq 0 ]; do sleep 0.05; done
            sleep 0.2; kill -INT $!; wait $!; echo "status $?"; cat said
            """)
        #expect(result.text.contains("status 130\n") && result.text.contains("kb: 1 answer of "))
        #expect(try place.kb(["log", "--format", "jsonl"]).text.split(separator: "\n").count == 1)
        #expect(try place.files(beginning: "kb.db") == ["kb.db"])
    }
}
