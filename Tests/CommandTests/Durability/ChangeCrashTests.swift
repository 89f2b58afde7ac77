import Foundation
import Testing

/// SIGKILL while a command changes the knowledge base: it is as it was before, or as it is after, and the same command
/// completes it.
@Suite struct ChangeCrashTests {
    /// `KB_CRASH_ROUNDS` for more kills of each command.
    private static let rounds = ProcessInfo.processInfo.environment["KB_CRASH_ROUNDS"].flatMap { Int($0) } ?? 1

    /// Where some was put right before, so that it can be taken back.
    private static let corrected = Result {
        let place = try Workplace()
        try place.writeArticles(6, sentences: 3)
        try place.write("cord.txt", "Corda Ltd signed a supply agreement with Dunmarl Plc.".utf8)
        try place.write("elvetta.txt", "Elvetta Ltd will buy Alderbrook Inc for 5 mln dlrs.".utf8)
        try place.kb(["ingest", "articles", "cord.txt", "elvetta.txt"])
        try place.kb(["company", "alias", "add", "Acme Corp", "Acme Steel"])
        try place.kb(["company", "merge", "Corda Ltd", "Alderbrook Inc"])
        try place.kb(["clause", "reject", "3"])
        return try Data(contentsOf: place.folder.appendingPathComponent("kb.db"))
    }

    @Test(arguments: [
        ["company", "merge", "Acme Corp", "Elvetta Ltd"], ["company", "unmerge", "Alderbrook Inc"],
        ["company", "rename", "Acme Corp", "Acme Works"],
        ["company", "split", "Acme Corp", "--article", "articles/00003.txt", "--as", "Acme Works"],
        ["company", "alias", "add", "Bolt Inc", "Bolt Works"],
        ["company", "alias", "remove", "Acme Corp", "Acme Steel"], ["agreement", "set", "1", "status", "ended"],
        ["agreement", "merge", "1", "2"], ["agreement", "split", "1", "articles/00002.txt"],
        ["agreement", "accept", "1"], ["agreement", "reject", "1"], ["clause", "set", "1", "status", "ended"],
        ["clause", "add", "articles/00001.txt", "--type", "term", "--quote", "20 tons of steel"],
        ["clause", "accept", "1"], ["clause", "reject", "1"], ["clause", "restore", "3"], ["undo", "2"],
        ["import", "--corrections", "lines.jsonl"],
    ])
    func aKilledCorrectionIsMadeOrNot(_ arguments: [String]) throws {
        let place = try Workplace()
        try place.write("before.db", Self.corrected.get())
        let lines = [
            #"{"action":"company-rename","subject":{"company":"Acme Corp"},"after":"Acme Works"}"#,
            #"{"action":"company-rename","subject":{"company":"Bolt Inc"},"after":"Bolt Works"}"#,
        ]
        try place.write("lines.jsonl", lines.joined(separator: "\n").utf8)
        try kill(arguments, times: Self.rounds, in: place)
    }

    /// Of what is in `articles`, and of the rest.
    private static let bases = Result {
        let place = try Workplace()
        try writeInputs(in: place)
        try place.kb(["ingest", "articles", "--db", "before.db"])
        try place.kb(["ingest", "more", "changed.txt", "--db", "other.db"])
        return try ["before.db", "other.db"].map { try Data(contentsOf: place.folder.appendingPathComponent($0)) }
    }

    private static func writeInputs(in place: Workplace) throws {
        try place.writeArticles(8, sentences: 3)
        try place.writeArticles(5, to: "more", sentences: 2)
        try place.write("changed.txt", "Acme Corp buys Bolt 3 Inc for 7 mln dlrs.".utf8)
    }

    @Test(arguments: [
        ["reextract", "--all", "--apply"], ["forget", "articles/00007.txt"], ["merge", "other.db"],
        ["ingest", "articles/00001.txt", "changed.txt", "more"], ["ingest", "articles", "--date", "2026-02-27"],
    ])
    func aKilledChangeOfArticlesIsDoneOrNot(_ arguments: [String]) throws {
        let place = try Workplace()
        try Self.writeInputs(in: place)
        let bases = try Self.bases.get()
        try place.write("before.db", bases[0])
        try place.write("other.db", bases[1])
        try kill(arguments, times: 2 * Self.rounds, in: place)
    }

    /// Each answer is one change.
    @Test func aKilledReviewKeepsWhatWasAnswered() throws {
        let place = try Workplace()
        try place.write("before.db", Self.corrected.get())
        let answers = String(repeating: "a\n", count: 50)
        try kill(["review", "--below", "1"], input: answers, inSteps: true, times: 2 * Self.rounds, in: place)
    }

    /// A kill comes at a random moment of the run; or, as little of that is writing, when the log has grown to a random
    /// size.
    private func kill(
        _ arguments: [String], input: String = "", inSteps: Bool = false, times: Int, in place: Workplace
    ) throws {
        func copy(_ name: String) throws {
            try FileManager.default.copyItem(
                at: place.folder.appendingPathComponent("before.db"), to: place.folder.appendingPathComponent(name))
        }
        func start(_ database: String) throws -> RunningCommand {
            try place.start(arguments + ["--db", database], input: input)
        }
        let before = try Knowledge("before.db", in: place).text
        try copy("after.db")
        let begin = Date()
        #expect(try start("after.db").result().status == 0)
        let duration = Date().timeIntervalSince(begin)
        let after = try Knowledge("after.db", in: place).text
        // The same extractor reads the same.
        #expect(before != after || arguments[0] == "reextract")

        var random = SeededRandom(arguments.joined().utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        for round in 0..<times {
            let database = "round\(round).db"
            try copy(database)
            let command = try start(database)
            if Bool.random(using: &random) {
                usleep(UInt32(Double.random(in: 0...1, using: &random) * duration * 1_000_000))
            } else {
                let size = Int.random(in: 1...100_000, using: &random)
                while command.isRunning, place.size(of: database + "-wal") < size { usleep(50) }
            }
            command.send(SIGKILL)
            _ = try command.result()
            #expect(try place.kb(["verify", "--db", database]).status == 0)
            let now = try Knowledge(database, in: place).text
            #expect(inSteps || now == before || now == after)
            #expect(place.size(of: database + "-wal") == 0)
            if now != after {
                #expect(try start(database).result().status == 0)
                #expect(try Knowledge(database, in: place).text == after)
                // A journal that was only begun is put in order by the first who writes.
                #expect(try place.files(beginning: database) == [database])
            }
        }
    }
}
