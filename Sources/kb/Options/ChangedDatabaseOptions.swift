import ArgumentParser
import Store

/// Which database a command changes, and whether a copy is kept where the schema is brought up to date first.
struct ChangedDatabaseOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var backup: BackupOptions

    var path: String { database.path }

    /// Opens it; from now on Ctrl-C takes back what is being done, and then ends the command in order.
    func open(_ mode: Store.Mode = .write) throws -> Store {
        Interrupt.listen()
        let store = try backup.open(path, mode: mode)
        try store.run { !Interrupt.isRequested }
        return store
    }
}

struct BackupOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Keep no copy of a database of an older kb (kb.db.v1.backup) when it is brought up to date."))
    var noBackup = false

    func open(_ path: String, mode: Store.Mode) throws -> Store {
        try Store.open(path, mode: mode, backup: !noBackup)
    }
}
