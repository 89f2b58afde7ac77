internal import CSQLite

/// A type that a parameter can be bound to and a column read as. Reading is strict: a column that holds
/// another type is an error, not a zero.
public protocol ColumnValue {
    func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError)
    /// Reads the column at `index`, from 0, of the statement's present row.
    static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Self
}

extension Int64: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(self, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Int64 {
        try statement.expect(SQLITE_INTEGER, at: index)
        return sqlite3_column_int64(statement.handle, Int32(index))
    }
}

extension Int: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(Int64(self), at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Int {
        Int(try Int64.read(from: statement, at: index))
    }
}

extension Bool: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(self ? 1 : 0 as Int64, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Bool {
        try Int64.read(from: statement, at: index) != 0
    }
}

extension Double: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(self, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Double {
        try statement.expect(SQLITE_FLOAT, at: index)
        return sqlite3_column_double(statement.handle, Int32(index))
    }
}

extension String: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(self, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> String {
        try statement.withText(at: index) { String(decoding: $0, as: UTF8.self) }
    }
}

/// Bytes are a blob.
extension [UInt8]: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        try statement.bind(blob: span, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> [UInt8] {
        try statement.expect(SQLITE_BLOB, at: index)
        let start = sqlite3_column_blob(statement.handle, Int32(index))
        let count = Int(sqlite3_column_bytes(statement.handle, Int32(index)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// Nil is NULL.
extension Optional: ColumnValue where Wrapped: ColumnValue {
    public func bind(to statement: borrowing Statement, at index: Int) throws(SQLiteError) {
        guard let self else { return try statement.bindNull(at: index) }
        try self.bind(to: statement, at: index)
    }

    public static func read(from statement: borrowing Statement, at index: Int) throws(SQLiteError) -> Wrapped? {
        guard try !statement.isNull(at: index) else { return nil }
        return try Wrapped.read(from: statement, at: index)
    }
}

extension Statement {
    /// Lends the UTF-8 bytes of a text column, without copying them.
    public func withText<Result>(
        at index: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(SQLiteError) -> Result {
        try expect(SQLITE_TEXT, at: index)
        let start = sqlite3_column_text(handle, Int32(index))
        return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(index)))))
    }

    /// - Throws: `columnCount` where there is no such column.
    func isNull(at index: Int) throws(SQLiteError) -> Bool {
        try requireColumn(index)
        return sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL
    }

    func expect(_ type: Int32, at index: Int) throws(SQLiteError) {
        try requireColumn(index)
        let found = sqlite3_column_type(handle, Int32(index))
        guard found != type else { return }
        throw .columnType(
            name: columnName(index), index: index, expected: Self.name(of: type), found: Self.name(of: found), sql: sql)
    }

    private func requireColumn(_ index: Int) throws(SQLiteError) {
        guard index >= 0, index < columnCount else {
            throw .columnCount(expected: index + 1, found: columnCount, sql: sql)
        }
    }

    private static func name(of type: Int32) -> String {
        switch type {
        case SQLITE_INTEGER: "an integer"
        case SQLITE_FLOAT: "a real"
        case SQLITE_TEXT: "text"
        case SQLITE_BLOB: "a blob"
        default: "NULL"
        }
    }
}
