internal import CSQLite

// Parameters are counted from 1, as in SQL; a wrong index throws (SQLITE_RANGE).
extension Statement {
    public func bind(_ value: Int64, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_int64(handle, Int32(index), value))
    }

    public func bind(_ value: Double, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_double(handle, Int32(index), value))
    }

    public func bindNull(at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_null(handle, Int32(index)))
    }

    /// Binds a copy of UTF-8 bytes as text, without making a String of them; NUL bytes are kept.
    public func bind(text bytes: Span<UInt8>, at index: Int) throws(SQLiteError) {
        let handle = handle  // a closure cannot borrow the statement
        try check(bytes.withUnsafeBytes { kb_bind_text(handle, Int32(index), $0.baseAddress, UInt64($0.count)) })
    }

    /// Binds a copy of the bytes as a blob.
    public func bind(blob bytes: Span<UInt8>, at index: Int) throws(SQLiteError) {
        let handle = handle
        try check(bytes.withUnsafeBytes { kb_bind_blob(handle, Int32(index), $0.baseAddress, UInt64($0.count)) })
    }

    public func bind(_ text: String, at index: Int) throws(SQLiteError) {
        let handle = handle
        var text = text
        try check(text.withUTF8 { kb_bind_text(handle, Int32(index), $0.baseAddress, UInt64($0.count)) })
    }

    /// Binds all parameters in order.
    /// - Throws: `parameterCount` where there are more or fewer than the statement has.
    public func bind(all values: [any ColumnValue]) throws(SQLiteError) {
        guard values.count == parameterCount else {
            throw .parameterCount(expected: parameterCount, given: values.count, sql: sql)
        }
        for (offset, value) in values.enumerated() { try value.bind(to: self, at: offset + 1) }
    }
}
