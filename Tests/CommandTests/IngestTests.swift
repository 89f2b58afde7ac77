import Foundation
import Testing

/// What holds for `kb ingest` however it is run and however it ends.
@Suite struct IngestTests {
    /// A folder of `count` different articles.
    private func articles(_ count: Int, in place: Workplace, folder name: String = "articles") throws {
        let folder = place.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            let text = """
                Acme \(number) to supply Bolt

                Acme Corp said it will supply Bolt \(number % 50) Inc with \(number) tons of steel over five years.
                Bolt pays Acme \(number) mln dlrs. Neither company may sell the steel to others.
                """
            try Data(text.utf8).write(to: folder.appendingPathComponent(String(format: "%05d.txt", number)))
        }
    }

    @Test func theNumberOfThreadsDoesNotMatter() throws {
        let place = try Workplace()
        try articles(100, in: place)
        for jobs in ["1", "2", "7"] { try place.kb(["ingest", "articles", "--jobs", jobs, "--db", "\(jobs).db"]) }
        let dumps = try ["1", "2", "7"].map { try place.kb(["dump", "--db", "\($0).db"]).output }
        #expect(dumps[0].count > 10_000)
        #expect(dumps[1] == dumps[0])
        #expect(dumps[2] == dumps[0])
    }

    /// Ctrl-C and SIGTERM end cleanly, with 130 and 143; what was printed as added is in the database.
    @Test(arguments: [SIGINT, SIGTERM]) func anInterruptKeepsWhatIsSaid(_ signal: Int32) throws {
        let place = try Workplace()
        // Many more than are filed at once, so that the signal, sent when the first are told, comes before the last.
        let count = 3000
        try articles(count, in: place)
        let result = try place.kb(["ingest", "articles", "--jobs", "1"], signal: signal)
        #expect(result.status == 128 + signal)
        #expect(result.errorText.contains("interrupted after "))
        let said = result.text.split(separator: "\n").filter { $0.hasPrefix("added ") }.count
        #expect(said > 0 && said < count)
        let listed = try place.kb(["articles", "--format", "jsonl"]).text.split(separator: "\n").count
        #expect(listed == said)
        #expect(try place.kb(["verify"]).status == 0)
        let again = try place.kb(["ingest", "articles"])
        #expect(again.status == 0)
        #expect(again.errorText == "kb: \(count - said) added, \(said) unchanged\n")
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let place = try Workplace()
        // More lines than a pipe holds, so that the pipe is closed before the last is written.
        let folder = Array(repeating: String(repeating: "a", count: 200), count: 4).joined(separator: "/")
        try articles(150, in: place, folder: folder)
        let result = try place.shell("kb ingest a* | head -1")
        #expect(result.text == "added      \(folder)/00000.txt\n")
        #expect(result.errorText == "")
        #expect(try place.kb(["verify"]).status == 0)
    }
}
