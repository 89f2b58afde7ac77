import Foundation
import Testing

/// `kb review` asks, and every answer is a correction.
@Suite struct ReviewTests {
    private func reviewed(_ answers: String...) throws -> (place: Workplace, text: String, errors: String) {
        let place = try Workplace()
        try place.kb(["ingest", "samples"])
        let input = answers.map { $0 + "\n" }.joined()
        let result = try place.shell("kb review --below 1 --limit \(answers.count)", input: input)
        #expect(result.status == 0)
        return (place, result.text, result.errorText)
    }

    private func actions(_ place: Workplace) throws -> [String] {
        try place.kb(["log", "--format", "tsv"]).text.split(separator: "\n").dropFirst().map {
            String($0.split(separator: "\t", omittingEmptySubsequences: false)[2])
        }
    }

    @Test func acceptedRejectedAndSkipped() throws {
        let (place, text, errors) = try reviewed("a", "r", "s")
        let made = try actions(place)
        #expect(made.count == 2 && made[0].hasSuffix("-accept") && made[1].hasSuffix("-reject"))
        #expect(text.contains("[a]ccept, [c]orrect, [r]eject, [s]kip, [q]uit"))
        #expect(text.contains("correction 1: ") && text.contains("samples/"))
        #expect(errors == "kb: 2 answers of 3\n")
        #expect(try place.kb(["verify"]).status == 0)
    }

    @Test func whatIsNoAnswerIsAskedAgain() throws {
        let (place, text, _) = try reviewed("what", "c", "colour", "c", "status", "gone", "c", "status", "ended", "q")
        #expect(text.contains("Answer with a, c, r, s or q."))
        #expect(text.contains("There is no field 'colour'."))
        #expect(text.contains("status 'gone'. Choose stated, "))
        #expect(try actions(place).count == 1)
    }

    @Test func theEndOfTheInputEndsIt() throws {
        #expect(try actions(reviewed().place) == [])
    }

    @Test func theListAnswersItself() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples"])
        let list = try place.kb(["review", "--list", "--below", "1", "--limit", "2", "--format", "jsonl"]).output
        let lines = try list.split(separator: 0x0A).map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        }
        #expect(lines.count == 2)
        let answers = try zip(lines, ["accept", "reject"]).map { line, answer in
            try JSONSerialization.data(withJSONObject: #require(line[answer]))
        }
        try place.write("answers.jsonl", answers.joined(separator: [0x0A]))
        #expect(try place.kb(["import", "--corrections", "answers.jsonl"]).status == 0)
        #expect(try actions(place).count == 2)
    }
}
