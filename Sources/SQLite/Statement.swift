internal import CSQLite

/// A prepared statement, finalized with its scope.
///
/// Prepare once, outside the loop; then bind, `run` or `step`, and bind again.
public struct Statement: ~Copyable {
    let handle: OpaquePointer
    private let database: Database
    public let sql: String
    /// Whether the connection keeps it prepared when its scope ends.
    private let isKept: Bool

    /// - Throws: a syntax error with its offset, `noStatement`, or `severalStatements`.
    public init(_ database: Database, _ sql: String) throws(SQLiteError) {
        self.database = database
        self.sql = sql
        isKept = false
        handle = try Self.prepare(sql, with: database)
    }

    /// A statement that the connection has prepared before, or keeps prepared from now on: for those that are run
    /// again and again from places that cannot hold one. Preparing took a quarter of the time of filing anew.
    init(kept sql: String, by database: Database) throws(SQLiteError) {
        self.database = database
        self.sql = sql
        isKept = true
        if let kept = try database.takeKept(sql) {
            handle = kept
        } else {
            handle = try Self.prepare(sql, with: database)
        }
    }

    deinit { if isKept { database.keep(handle, sql) } else { sqlite3_finalize(handle) } }

    private static func prepare(_ sql: String, with database: Database) throws(SQLiteError) -> OpaquePointer {
        let connection = try database.open()
        var statement: OpaquePointer?
        var text = sql
        let (code, rest) = text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> (Int32, String) in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    connection, characters.baseAddress, Int32(clamping: characters.count), 0, &statement, &tail)
                guard let start = characters.baseAddress, let tail else { return (code, "") }
                return (code, String(decoding: bytes[(tail - start)...], as: UTF8.self))
            }
        }
        try database.check(code, sql: sql)
        guard let statement else { throw .noStatement(sql: sql) }
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            sqlite3_finalize(statement)
            throw .severalStatements(sql: sql)
        }
        return statement
    }

    /// Goes to the next row; false where there is none, and the statement is then ready to run again.
    public func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE {
            sqlite3_reset(handle)
            return false
        }
        defer { sqlite3_reset(handle) }
        try database.check(code, sql: sql)
        return false
    }

    /// Runs a statement that gives no rows.
    /// - Throws: `unexpectedRow` where it does.
    public func run() throws(SQLiteError) {
        guard try step() else { return }
        reset()
        throw .unexpectedRow(sql: sql)
    }

    /// Makes the statement ready to run again; what is bound stays bound.
    public func reset() { sqlite3_reset(handle) }

    func check(_ code: Int32) throws(SQLiteError) { try database.check(code, sql: sql) }

    public var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

    public var columnCount: Int { Int(sqlite3_column_count(handle)) }

    /// The name of the column at `index`, from 0.
    public func columnName(_ index: Int) -> String {
        sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
    }
}
