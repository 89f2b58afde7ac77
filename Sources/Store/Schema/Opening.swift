internal import Glibc
internal import SQLite

/// Opens database files: decides how, and refuses what is not a kb database before anything is changed.
struct Opening {
    let path: String
    let busyTimeout: Int32
    /// Whether a copy of the file is made before a migration changes it.
    var keepsBackup = true
    /// Whether the database is opened to find out what is wrong with it.
    var isInspecting = false
    var migrator = Migrator()

    /// For reading. The file is not changed, except that what another process left behind when it was
    /// killed (a journal, a write-ahead log) is put in order.
    func reading() throws -> Database {
        try requireFile()
        guard access(path, F_OK) == 0 else { throw StoreError.missing(path: path) }
        let database = try readable()
        switch try migrator.state(of: database) {
        case .empty, .foreign:
            throw StoreError.foreign(path: path)
        case .version(let version) where version < migrator.newest:
            throw StoreError.older(path: path, version: version, known: migrator.newest)
        case .version(let version):
            try requireKnown(version)
        }
        if !isInspecting { try requireOwnViews(database) }
        return database
    }

    /// For writing, with the schema brought up to date; made where it is missing and `creating`.
    func writing(creating: Bool) throws -> Database {
        try requireFile()
        if access(path, F_OK) != 0 {
            guard creating else { throw StoreError.missing(path: path) }
            try FilePath.requireFolder(of: path)
            try NewFile(path: path).make(migrator)
        }
        let database = try Database(path: path, mode: creating ? .create : .readWrite, busyTimeout: busyTimeout)
        switch try migrator.state(of: database) {
        case .foreign: throw StoreError.foreign(path: path)
        case .version(let version):
            try requireKnown(version)
            try requireOwnViews(database)
            if version < migrator.newest && keepsBackup { try backUp(database, version) }
        case .empty: break
        }
        // Readers go on while a writer writes, and a commit costs one fsync; FULL, so that what was
        // reported as filed is on the disk, at no measurable price for batches of a few hundred articles.
        // A cache of 32 MB: with the 2 MB that SQLite takes by itself a sixth of the time of filing went into reading
        // pages again.
        try writeAhead(database)
        // A batch changes pages that the next one changes again: carried over into the file once in 16 MB of log, not in 4.
        try database.execute(
            "PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000")
        try migrator.migrate(database)
        try TermTables.fill(database)
        return database
    }

    /// Turns on the write-ahead log. A database at rest has none, and to turn it on takes the lock of a writer, for
    /// which SQLite does not wait there: where another one has it, a transaction of our own waits for its end.
    private func writeAhead(_ database: Database) throws(SQLiteError) {
        for _ in 0..<Self.attempts {
            do {
                return try database.execute("PRAGMA journal_mode = WAL")
            } catch  where error.code?.primary == .busy {
                try database.execute("BEGIN IMMEDIATE; COMMIT")
            }
        }
        try database.execute("PRAGMA journal_mode = WAL")
    }

    /// How often another writer may come first.
    private static let attempts = 100

    /// Copies the database to `kb.db.v1.backup` beside it, in place of one that an attempt that did not end made.
    private func backUp(_ database: Database, _ version: Int) throws {
        let copy = PartialFile(for: "\(path).v\(version).backup")
        try copy.create()
        try database.run("VACUUM INTO ?1", Store.plain(copy.path))
        try copy.settle()
    }

    /// SQLite opens a folder as it opens a file, and then says that the disk fails.
    private func requireFile() throws(StoreError) {
        if path.isEmpty { throw .inputOutput(path: "''", reason: "a database needs a name") }
        try FilePath.requireText(path)
        guard FilePath.isFolder(path) else { return }
        throw .inputOutput(path: path, reason: "this is a folder, and a database is a file")
    }

    private func requireOwnViews(_ database: Database) throws {
        guard let planted = try PlantedViews(migrator.migrations).names(in: database).first else { return }
        throw StoreError.damaged(path: path, reason: "\(planted) is not as kb made it")
    }

    private func requireKnown(_ version: Int) throws(StoreError) {
        guard version > migrator.newest else { return }
        throw .newer(path: path, version: version, known: migrator.newest)
    }

    /// Opened for writing where that is allowed, with `query_only`: a connection for reading alone can neither roll back
    /// the journal that a killed writer left, nor, as the last one, take the write-ahead log away; and other processes
    /// turn that on and off at any moment.
    private func readable() throws(SQLiteError) -> Database {
        let database = try Database(path: path, mode: .readWrite, busyTimeout: busyTimeout)
        try database.execute("PRAGMA query_only = ON")
        return database
    }
}
