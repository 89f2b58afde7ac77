import ArgumentParser
import Store

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was put right, when and why, the newest last.",
        discussion: """
            EXAMPLES
              kb log
              kb log --format jsonl > corrections.jsonl
            """)

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(store.corrections(limit: limit.limit).listing, nothing: "nothing was put right")
    }
}
