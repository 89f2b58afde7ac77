import Foundation
import Testing

/// SIGKILL at any moment loses nothing that was reported and leaves nothing half-written.
@Suite struct CrashTests {
    /// `KB_CRASH_FILES` for another number.
    private static let count = ProcessInfo.processInfo.environment["KB_CRASH_FILES"].flatMap { Int($0) } ?? 2000

    /// 50 kills in five chains: in a chain the same command is killed again and again, on the database that the
    /// kills before it left, and in the end completes. Every other kill comes at a random moment of the run's first third; as
    /// little of it is writing, the others come when the log has grown to a random size.
    @Test func aKilledIngestLosesNothingItReported() throws {
        let place = try Workplace()
        try place.writeArticles(Self.count, dealEvery: 8)
        let start = Date()
        try place.kb(["ingest", "articles", "--db", "whole.db"])
        let duration = Date().timeIntervalSince(start)
        let whole = try Knowledge("whole.db", in: place)
        #expect(whole.sources.count == Self.count)

        var random = SeededRandom(6)
        for chain in 0..<5 {
            let database = "chain\(chain).db"
            for number in 0..<10 {
                let command = try place.start(["ingest", "articles", "--db", database])
                if number % 2 == 0 {
                    usleep(UInt32(Double.random(in: 0...0.3, using: &random) * duration * 1_000_000))
                } else {
                    let size = Int.random(in: 1...120_000, using: &random)
                    while command.isRunning, place.size(of: database + "-wal") < size { usleep(100) }
                }
                command.send(SIGKILL)
                try check(database, said: Self.reported(try command.result().text), whole, in: place)
            }
            #expect(try place.kb(["ingest", "articles", "--db", database]).status == 0)
            #expect(try Knowledge(database, in: place).text == whole.text)
            #expect(try place.files(beginning: database) == [database])
        }
    }

    /// The files that were reported; a line without its end does not count.
    private static func reported(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0.dropFirst(11)) }
    }

    private func check(_ database: String, said: [String], _ whole: Knowledge, in place: Workplace) throws {
        // A kill may come before there is any database.
        guard try !place.files(beginning: database).isEmpty else {
            #expect(said.isEmpty)
            return
        }
        let verified = try place.kb(["verify", "--db", database])
        #expect(verified.status == 0, "\(verified.text)\(verified.errorText)")
        let now = try Knowledge(database, in: place)
        #expect(Set(said).subtracting(now.sources).isEmpty)
        #expect(now.articles(otherThanIn: whole).isEmpty)
        // A log is put in order by the first who reads; a journal that was only begun, by the first who writes.
        #expect(place.size(of: database + "-wal") == 0)
    }

    /// A backup has its name once it is whole.
    @Test func aKilledBackupIsWholeOrNotThere() throws {
        let place = try Workplace()
        try place.writeArticles(100, sentences: 2)
        try place.kb(["ingest", "articles"])
        let start = Date()
        try place.kb(["backup", "first.db"])
        let duration = Date().timeIntervalSince(start)
        let whole = try Knowledge("kb.db", in: place).text
        var random = SeededRandom(8)
        for _ in 0..<10 {
            let command = try place.start(["backup", "copy.db"])
            usleep(UInt32(Double.random(in: 0...1, using: &random) * duration * 1_000_000))
            command.send(SIGKILL)
            _ = try command.result()
            if try place.files(beginning: "copy.db").contains("copy.db") {
                #expect(try Knowledge("copy.db", in: place).text == whole)
                try FileManager.default.removeItem(at: place.folder.appendingPathComponent("copy.db"))
            }
        }
        #expect(try place.kb(["backup", "copy.db"]).status == 0)
        #expect(try place.files(beginning: "copy.db") == ["copy.db"])
        #expect(try Knowledge("copy.db", in: place).text == whole)
    }
}
