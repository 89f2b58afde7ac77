import ArgumentParser
import Store

struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print everything that is knowledge in a canonical form.",
        discussion: """
            The same articles give the same bytes, whatever the number of threads and the order of the commands. \
            Times of ingest and ids are left out.

            EXAMPLES
              kb dump | sha256sum
            """)

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let out = Output.standard()
        try Store.open(database.path, mode: .read).dump { try out.line($0) }
        try out.flush()
    }
}
