import ArgumentParser
import Store

/// Which database a command changes, and whether a copy is kept where the schema is brought up to date first.
struct ChangedDatabaseOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Flag(
        help: ArgumentHelp(
            "Keep no copy of a database of an older kb (kb.db.v1.backup) when it is brought up to date."))
    var noBackup = false

    var path: String { database.path }

    func open(_ mode: Store.Mode = .write) throws -> Store {
        try Store.open(path, mode: mode, backup: !noBackup)
    }
}
