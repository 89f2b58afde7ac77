import Foundation
import Testing

/// What is sent to a terminal, which util-linux's `script` plays.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script(1)"))
struct TerminalTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            "evil.txt",
            Array(
                "Acme \u{1B}]0;owned\u{7} pays Bolt\n\nAcme Corp pays Bolt Inc \u{1B}[31m3 mln dlrs\u{202E} a year.\n"
                    .utf8))
        try place.kb(["ingest", "evil.txt"])
        return place
    }

    private func onTerminal(_ place: Workplace, _ command: String, _ setting: String = "") throws -> String {
        try place.shell("\(setting) TERM=xterm PAGER=cat script -qec '\(command)' /dev/null < /dev/null").text
    }

    @Test(arguments: [
        "kb query pays", "kb query pays --format csv", "kb query pays --format markdown", "kb query pays --format json",
        "kb articles", "kb articles --format tsv", "kb show article 1", "kb show article 1 --format html",
        "kb companies",
    ])
    func textOfAnArticleControlsNoTerminal(_ command: String) throws {
        let text = try onTerminal(place(), "\(command) --color never")
        #expect(!text.isEmpty)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }

    @Test func hitsAreColoredOnATerminalOnly() throws {
        let place = try place()
        let hit = "\u{1B}[1;33mpays\u{1B}[0m"
        #expect(try onTerminal(place, "kb query pays").contains(hit))
        #expect(try !onTerminal(place, "kb query pays", "NO_COLOR=1").contains(hit))
        #expect(try place.kb(["query", "pays", "--color", "always"]).text.contains(hit))
        #expect(try !place.kb(["query", "pays"]).text.contains("\u{1B}["))
    }

    @Test func linksAndPagersAreForTerminals() throws {
        let place = try place()
        #expect(try onTerminal(place, "kb query pays", "VTE_VERSION=7000").contains("\u{1B}]8;;file:///"))
        #expect(try !onTerminal(place, "kb query pays").contains("\u{1B}]8;;"))
        let paged = try place.shell("TERM=xterm PAGER=\"tr a-z A-Z\" script -qec 'kb articles' /dev/null < /dev/null")
            .text
        #expect(paged.contains("EVIL.TXT"))
    }

    /// Into a pipe goes what is in the article.
    @Test func pipesAreExact() throws {
        let place = try place()
        #expect(try place.kb(["articles", "--format", "tsv"]).text.contains("\u{1B}]0;owned\u{7}"))
    }
}
