import Foundation
import Testing

/// The examples of README.md are what `kb` prints. `KB_UPDATE_TRANSCRIPTS=1` writes them anew.
@Suite struct ReadmeTests {
    static let file = Workplace.project.appendingPathComponent("README.md")

    @Test func examples() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let place = try Workplace()
        var lines: [String] = []
        var isExample = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == "```console" { isExample = true } else if line == "```" { isExample = false }
            if !isExample || line == "```console" {
                lines.append(line)
            } else if line.hasPrefix("$ ") {
                lines.append(line)
                lines += try place.printed(by: String(line.dropFirst(2)))
            }
        }
        let actual = lines.joined(separator: "\n")
        if TranscriptTests.isUpdating {
            try actual.write(to: Self.file, atomically: true, encoding: .utf8)
        } else {
            #expect(
                actual == text, "what kb prints has changed: KB_UPDATE_TRANSCRIPTS=1 swift test --filter CommandTests")
        }
    }
}

extension Workplace {
    /// What a line of shell prints on a terminal of 100 columns, line by line.
    fileprivate func printed(by command: String) throws -> [String] {
        let text = try shell("COLUMNS=100; export COLUMNS; (\(command)) 2>&1").text
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
