import ArgumentParser
import Store

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a correction back, as if it had never been made.",
        discussion: """
            Any correction can be taken back, not only the last, unless a later one stands on it. The log keeps it.

            EXAMPLES
              kb undo 7 --reason 'the other way round'
            """)

    @Argument(help: ArgumentHelp("The id of the correction, as kb log gives it.", valueName: "correction-id"))
    var correction: Int64

    @OptionGroup var options: CorrectionOptions

    func run() throws {
        try options.change { [try $0.undo(correction: correction, reason: options.reason)] }
    }
}
