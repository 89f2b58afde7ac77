internal import SQLite

/// Brings a database to the schema that this program knows, and refuses what it does not know.
struct Migrator {
    /// "kbDB": says in the file's header whose file it is.
    static let applicationID = 0x6b62_4442

    let migrations: [Migration]

    init(_ migrations: [Migration] = Migration.embedded) { self.migrations = migrations }

    /// The version after the last migration.
    var newest: Int { migrations.last?.version ?? 0 }

    enum State: Equatable {
        /// Nothing in it yet.
        case empty
        /// A kb database whose schema is at this version.
        case version(Int)
        /// A database of another program.
        case foreign
    }

    /// What `database` is, without changing it.
    func state(of database: Database) throws(SQLiteError) -> State {
        let application = try database.value("PRAGMA application_id", as: Int.self) ?? 0
        let version = try database.value("PRAGMA user_version", as: Int.self) ?? 0
        if application == Self.applicationID && version > 0 { return .version(version) }
        let objects = try database.value("SELECT count(*) FROM sqlite_schema", as: Int.self) ?? 0
        return application == 0 && version == 0 && objects == 0 ? .empty : .foreign
    }

    /// Applies what is not applied yet, each migration in a transaction of its own.
    ///
    /// The state is read again inside each transaction: another process may be doing the same. Where nothing is to be
    /// done, nobody's lock is waited for.
    func migrate(_ database: Database) throws {
        // A migration may rebuild a table that others refer to; the check before the commit makes up for it.
        try database.execute("PRAGMA foreign_keys = OFF")
        defer { try? database.execute("PRAGMA foreign_keys = ON") }
        for migration in migrations where try !isApplied(migration, to: database) {
            try database.transaction {
                if try !isApplied(migration, to: database) { try apply(migration, to: database) }
            }
        }
    }

    private func isApplied(_ migration: Migration, to database: Database) throws(SQLiteError) -> Bool {
        if case .version(let version) = try state(of: database) { return version >= migration.version }
        return false
    }

    private func apply(_ migration: Migration, to database: Database) throws(SQLiteError) {
        try database.execute(migration.sql)
        try database.execute("PRAGMA application_id = \(Self.applicationID)")
        try database.execute("PRAGMA user_version = \(migration.version)")
        guard try !hasDanglingReference(database) else {
            throw .failed(.constraint, message: "migration \(migration.name) leaves a dangling reference")
        }
    }

    private func hasDanglingReference(_ database: Database) throws(SQLiteError) -> Bool {
        let check = try Statement(database, "PRAGMA foreign_key_check")
        defer { check.reset() }
        return try check.step()
    }
}
