import ArgumentParser
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a verified copy of the knowledge base, while others may read and write.",
        discussion: """
            The copy gets its name once it is whole and on the disk; a file that is there already is left alone.

            EXAMPLES
              kb backup kb-2026-03-01.db
            """)

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        Interrupt.listen()
        try Store.open(database.path, mode: .read).backup(to: file) { !Interrupt.isRequested }
    }
}
