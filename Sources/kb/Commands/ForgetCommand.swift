import ArgumentParser
import Store

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove an article and every fact that no other article supports.",
        discussion: """
            Its text is gone from the file, the earlier readings of its source too. The SHA-256 of its bytes and \
            the reason are kept.

            EXAMPLES
              kb forget articles/a.txt --reason 'retracted by its publisher'
            """)

    @Argument(help: ArgumentHelp("The article: its id, source or title.", valueName: "article"))
    var article: String

    @Option(help: "Why, for the record.")
    var reason: String?

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    func run() throws {
        let store = try database.open()
        defer { store.close() }
        let out = Output.standard()
        for source in try store.forget(article: article, reason: reason) {
            try out.line("forgotten  \(color.standardOutput.safe(source))")
        }
        try out.flush()
    }
}
