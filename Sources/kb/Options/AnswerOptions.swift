import ArgumentParser
import Store

/// What all commands that read the knowledge base have in common.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: [.customShort("e"), .long], help: "Exit with 1 where nothing is found.")
    var exitStatus = false

    func open() throws -> Store {
        try Store.open(database.path, mode: .read)
    }

    /// Prints a list, and says on standard error where it is empty.
    func print(_ listing: Listing, nothing: String) throws {
        try output.printing.print(listing, nothing: nothing, isFailure: exitStatus)
    }

    /// Says `text` on standard error.
    func note(_ text: String) throws { try output.printing.note(text) }
}

/// How many records are listed.
struct LimitOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("At most so many; 0 for all.", valueName: "count"))
    var limit: Int = 0

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit must not be negative") }
    }
}
