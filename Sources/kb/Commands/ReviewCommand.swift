import ArgumentParser
import Glibc
import Model
import Store

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Go through what kb is least sure of, and say what is right.",
        discussion: """
            Asked are clauses and agreements of low confidence, agreements without two parties, what sources say \
            differently of an agreement, short names that several companies share, and companies whose names are \
            nearly the same, the least sure first, with the quote in its paragraph. Every answer is a \
            correction: kb log lists it, kb undo takes it back. For programs, --list prints the questions with the \
            corrections that answer them; kb import makes those.

            EXAMPLES
              kb review
              kb review --list --format jsonl > questions.jsonl
            """)

    @Flag(help: "Only list the questions.")
    var list = false

    @Option(help: ArgumentHelp("Ask about clauses and agreements of less confidence.", valueName: "confidence"))
    var below = 0.5

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var backup: BackupOptions

    func validate() throws {
        if !(0...1).contains(below) { throw ValidationError("--below is a number from 0 to 1") }
        if !list, answer.output.format != .table {
            throw ValidationError("--format is for --list; without it the questions are asked one at a time")
        }
    }

    func run() throws {
        if list {
            let items = try answer.open().review(below: below, limit: limit.limit)
            return try answer.print(items.listing, nothing: "nothing to review")
        }
        Interrupt.listen()
        let store = try backup.open(answer.database.path, mode: .write)
        defer { store.close() }
        let items = try store.review(below: below, limit: limit.limit)
        let dialogue = ReviewDialogue(store: store, terminal: answer.output.color.standardOutput)
        let answered = try dialogue.ask(items)
        try answer.note(items.isEmpty ? "nothing to review" : "\(Phrases.count(answered, "answer")) of \(items.count)")
        if Interrupt.isRequested { throw Failure.silent(Interrupt.status) }
    }
}
