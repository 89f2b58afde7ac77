internal import SQLite

/// The knowledge base: one SQLite file with articles, companies, agreements and clauses.
///
/// One connection; use it from one thread at a time.
public final class Store {
    public enum Mode: Sendable {
        /// Reads an existing database; never writes or creates one.
        case read
        /// As `read`, for `verify` alone: also where views are not as kb made them.
        case inspect
        /// Reads and writes an existing database, and migrates it.
        case write
        /// As `write`, and makes the database where there is none.
        case create
    }

    let database: Database
    public let path: String
    private let mode: Mode
    /// Prepared at the first ingest: commands that only read do not pay for it.
    private var writer: Writer?

    private init(_ database: Database, path: String, mode: Mode) {
        self.database = database
        self.path = path
        self.mode = mode
    }

    /// Opens the knowledge base at `path`.
    /// - Parameters:
    ///   - busyTimeout: how long to wait for another process that writes, in milliseconds.
    ///   - backup: whether a copy is kept, `kb.db.v1.backup`, where the schema is brought up to date.
    /// - Throws: `missing`, `foreign`, `newer`, `older`, `locked`, `inputOutput`, `damaged`.
    public static func open(
        _ path: String, mode: Mode, busyTimeout: Int32 = 30_000, backup: Bool = true
    ) throws(StoreError) -> Store {
        try StoreError.wrap(path) {
            let opening = Opening(
                path: path, busyTimeout: busyTimeout, keepsBackup: backup, isInspecting: mode == .inspect)
            let database =
                switch mode {
                case .read, .inspect: try opening.reading()
                case .write: try opening.writing(creating: false)
                case .create: try opening.writing(creating: true)
                }
            let store = Store(database, path: path, mode: mode)
            if mode == .write || mode == .create { try store.catchUp() }
            return store
        }
    }

    /// Ends the work. A writer leaves one file behind, without a log beside it, where no other process has
    /// the database open; otherwise the last of them does.
    public func close() {
        writer = nil
        if mode == .write || mode == .create {
            database.setBusyTimeout(0)
            try? database.execute("PRAGMA journal_mode = DELETE")
        }
        database.close()
    }

    deinit { close() }

    /// Files `entries` in one transaction; when it returns they are on the disk, and when it throws none is.
    /// - Returns: what became of each, in the same order.
    public func ingest(_ entries: [Entry]) throws(StoreError) -> [Outcome] {
        try wrap {
            let writer = try preparedWriter()
            database.giveWay()
            let outcomes = try database.transaction { try writer.file(entries).map(\.outcome) }
            writer.watch.done(.commit)
            return outcomes
        }
    }

    /// From now on `isWanted` is asked now and then; where it says no, what is being done is taken back and ends
    /// with `interrupted`.
    public func run(while isWanted: @escaping () -> Bool) throws(StoreError) {
        try wrap { try database.run(while: isWanted) }
    }

    /// Asks to be told when a stage of filing is done, for those who measure.
    public func watch(_ done: @escaping (IngestStage) -> Void) throws(StoreError) {
        try wrap { try preparedWriter().watch.done = done }
    }

    /// Whether there is any article yet.
    public func hasArticles() throws(StoreError) -> Bool {
        try wrap { try database.value("SELECT EXISTS (SELECT 1 FROM article)", as: Bool.self) ?? false }
    }

    func preparedWriter() throws(SQLiteError) -> Writer {
        if let writer { return writer }
        let writer = try Writer(database)
        self.writer = writer
        return writer
    }

    /// Runs `body`, and tells its errors as the store's own.
    func wrap<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        try StoreError.wrap(path, body)
    }
}
