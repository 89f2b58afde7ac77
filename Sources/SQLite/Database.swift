internal import CSQLite

/// A connection to a SQLite database, set up so that a file from a stranger cannot do harm: foreign
/// keys on, double-quoted strings off, the schema not trusted, triggers off, defensive mode on.
///
/// Use it from one thread at a time. It closes when it is released or by `close()`.
public final class Database {
    public enum Mode: Sendable {
        case readOnly
        case readWrite
        /// As `readWrite`, and makes the file where there is none.
        case create
    }

    /// Once, before the first connection.
    private static let isConfigured = {
        kb_return_long_blocks()
        return kb_configure() == SQLITE_OK
    }()

    /// The version of the SQLite library in use, e.g. `3.40.1`.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    private var connection: OpaquePointer?
    private var question: Question?
    private let wait: BusyWait
    /// When other writers were last let in, in microseconds; nil before the first transaction.
    private var gaveWay: UInt64?
    /// Statements that wait to be run again, by their SQL.
    private var kept: [String: OpaquePointer] = [:]
    /// How many transactions are open, one inside the other.
    var depth = 0

    /// Opens the file at `path`; every path is a plain file name, `:memory:` and `file:` too.
    /// - Parameter busyTimeout: milliseconds to wait for another process's lock.
    public convenience init(path: String, mode: Mode, busyTimeout: Int32 = 30_000) throws(SQLiteError) {
        // SQLite gives meaning to an empty name and to one that begins with a colon.
        let plain = path.isEmpty || path.hasPrefix(":") ? "./" + path : path
        let flags =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        try self.init(name: plain, flags: flags, busyTimeout: busyTimeout)
    }

    /// A new database in memory.
    public static func inMemory() throws(SQLiteError) -> Database {
        try Database(name: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: 0)
    }

    private init(name: String, flags: Int32, busyTimeout: Int32) throws(SQLiteError) {
        wait = BusyWait(timeout: busyTimeout)
        _ = Self.isConfigured
        // One thread at a time: without locks around each call, a query takes a thirtieth less.
        let code = sqlite3_open_v2(name, &connection, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let connection else {
            let error = SQLiteError.failed(ResultCode(rawValue: code), message: Self.message(connection, code: code))
            sqlite3_close_v2(connection)
            self.connection = nil
            throw error
        }
        sqlite3_busy_handler(
            connection,
            { argument, count in
                guard let argument else { return 0 }
                return Unmanaged<BusyWait>.fromOpaque(argument).takeUnretainedValue().goesOn(afterAsking: count) ? 1 : 0
            },
            Unmanaged.passUnretained(wait).toOpaque())
        for (option, value) in Self.switches {
            try check(kb_db_config(connection, option, value))
        }
        // Looks at every cell of a page before using it, so that a damaged file is found out early.
        try execute("PRAGMA cell_size_check = ON")
    }

    private static let switches: [(Int32, Int32)] = [
        (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1),
    ]

    deinit { close() }

    /// Closes the connection; what uses it afterwards throws `closed`. Statements still alive stay valid
    /// and keep the file open until they end.
    public func close() {
        for handle in kept.values { sqlite3_finalize(handle) }
        kept = [:]
        sqlite3_close_v2(connection)
        connection = nil
    }

    /// A prepared statement that nobody runs now; nil where there is none of this SQL.
    func takeKept(_ sql: String) throws(SQLiteError) -> OpaquePointer? {
        _ = try open()
        return kept.removeValue(forKey: sql)
    }

    /// Keeps a prepared statement for the next time that its SQL is run.
    func keep(_ handle: OpaquePointer, _ sql: String) {
        guard connection != nil, kept.count < Self.mostKept, kept[sql] == nil else {
            sqlite3_finalize(handle)
            return
        }
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        kept[sql] = handle
    }

    /// A program has some hundred statements; more are made up as it goes, and not run again.
    private static let mostKept = 200

    /// From now on `isWanted` is asked now and then while a statement runs or waits for a lock; where it says no, the
    /// statement ends with the code `interrupted`.
    public func run(while isWanted: @escaping () -> Bool) throws(SQLiteError) {
        wait.isWanted = isWanted
        let question = Question(isWanted)
        self.question = question
        sqlite3_progress_handler(
            try open(), 10_000,
            { argument in
                guard let argument else { return 0 }
                return Unmanaged<Question>.fromOpaque(argument).takeUnretainedValue().isWanted() ? 0 : 1
            },
            Unmanaged.passUnretained(question).toOpaque())
    }

    private final class Question {
        let isWanted: () -> Bool
        init(_ isWanted: @escaping () -> Bool) { self.isWanted = isWanted }
    }

    /// The bytes of the file that this database is, or would be.
    public func serialized() throws(SQLiteError) -> [UInt8] {
        var count: Int64 = 0
        guard let bytes = sqlite3_serialize(try open(), "main", &count, 0) else {
            throw .failed(.outOfMemory, message: "the database cannot be serialized")
        }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    /// The row id of the last row inserted.
    public var lastInsertedID: Int64 { connection.map { sqlite3_last_insert_rowid($0) } ?? 0 }

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    public var changes: Int { connection.map { Int(sqlite3_changes64($0)) } ?? 0 }

    /// Sets how long to wait for another process's lock, in milliseconds.
    public func setBusyTimeout(_ milliseconds: Int32) { wait.timeout = milliseconds }

    /// Lets other writers in, once a second: for one that writes transaction after transaction, between two of them.
    public func giveWay() {
        let now = BusyWait.microseconds()
        if let gaveWay {
            guard now - gaveWay > 1_000_000 else { return }
            BusyWait.pause()
        }
        gaveWay = now
    }

    func open() throws(SQLiteError) -> OpaquePointer {
        guard let connection else { throw .closed }
        return connection
    }

    /// Throws what SQLite says of `code`, unless all went well.
    func check(_ code: Int32, sql: String? = nil) throws(SQLiteError) {
        guard code != SQLITE_OK else { return }
        if ResultCode(rawValue: code).primary == .busy, !wait.isWanted() {
            throw .failed(.interrupted, message: "interrupted", sql: sql)
        }
        let offset = connection.map { Int(sqlite3_error_offset($0)) } ?? -1
        throw .failed(
            ResultCode(rawValue: code), message: Self.message(connection, code: code), sql: sql,
            offset: offset < 0 ? nil : offset)
    }

    /// The connection's own message where it is about `code`, else the general one.
    private static func message(_ connection: OpaquePointer?, code: Int32) -> String {
        if let connection, sqlite3_extended_errcode(connection) == code {
            let message = String(cString: sqlite3_errmsg(connection))
            let isOfSystem = [.inputOutput, .cannotOpen, .full].contains(ResultCode(rawValue: code).primary)
            guard isOfSystem, let reason = kb_system_message(connection) else { return message }
            return "\(message): \(String(cString: reason).lowercased())"
        }
        return String(cString: sqlite3_errstr(code))
    }

    var inTransaction: Bool { connection.map { sqlite3_get_autocommit($0) == 0 } ?? false }
}
