import Foundation
import Testing

/// Runs the transcripts under `Transcripts/` on the built `kb`, each in a folder of its own in which
/// `samples` is `data/samples`; in those whose names begin with `known`, `kb.db` is the base of
/// `KnownBase.swift`. With `KB_UPDATE_TRANSCRIPTS=1` what was printed becomes what is expected:
/// read the difference before you commit it.
@Suite struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Transcripts")

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.sorted()

    static let isUpdating = ProcessInfo.processInfo.environment["KB_UPDATE_TRANSCRIPTS"] != nil

    @Test(arguments: names) func transcript(_ name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let expected = try Transcript(parsing: String(contentsOf: file, encoding: .utf8))
        let actual = try Self.played(expected, isKnown: name.hasPrefix("known"))
        if Self.isUpdating {
            try actual.text.write(to: file, atomically: true, encoding: .utf8)
        } else {
            for (old, new) in zip(expected.steps, actual.steps) { #expect(new.text == old.text) }
        }
    }

    @Test func thereAreTranscripts() {
        #expect(!Self.names.isEmpty)
    }

    private static func played(_ transcript: Transcript, isKnown: Bool) throws -> Transcript {
        let place = try Workplace()
        if isKnown { try KnownBase.write(to: place.folder.appendingPathComponent("kb.db").path) }
        var result = transcript
        for index in result.steps.indices {
            let step = result.steps[index]
            let ran = try place.shell(step.command, input: step.input.map { $0 + "\n" }.joined())
            result.steps[index].output = stable(ran.text, place)
            result.steps[index].errors = stable(ran.errorText, place)
            result.steps[index].status = ran.status
        }
        return result
    }

    /// `text` without what differs from run to run: the folder, and times of day.
    private static func stable(_ text: String, _ place: Workplace) -> String {
        text.replacingOccurrences(of: place.folder.path, with: "$HERE")
            .replacingOccurrences(
                of: "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", with: "TIME", options: .regularExpression)
    }
}
