import ArgumentParser
import Store

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the database: its structure, its full-text index, and every quote against its article.",
        discussion: """
            Exits with 1 where something is wrong, and lists it.

            EXAMPLES
              kb verify && echo sound
            """)

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let findings = try Store.open(answer.database.path, mode: .inspect).verify()
        try answer.output.print(findings.listing)
        let path = answer.database.path
        if findings.isEmpty { return try answer.note("\(path): no fault found") }
        try answer.note("\(path): \(Phrases.count(findings.count, "fault"))")
        throw Failure.silent(.negative)
    }
}
