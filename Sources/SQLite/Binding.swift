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

    /// Runs a statement that gives no rows with UTF-8 bytes as the text of one parameter, without a copy of them: for
    /// texts that may be as long as memory allows. The parameter is NULL again afterwards.
    public func run(withText bytes: Span<UInt8>, at index: Int) throws(SQLiteError) {
        let handle = handle
        try run(lending: bytes, at: index) { kb_lend_text(handle, Int32(index), $0.baseAddress, UInt64($0.count)) }
    }

    /// As `run(withText:at:)`, with the bytes as a blob.
    public func run(withBlob bytes: Span<UInt8>, at index: Int) throws(SQLiteError) {
        let handle = handle
        try run(lending: bytes, at: index) { kb_lend_blob(handle, Int32(index), $0.baseAddress, UInt64($0.count)) }
    }

    private func run(
        lending bytes: Span<UInt8>, at index: Int, _ bind: (UnsafeRawBufferPointer) -> Int32
    ) throws(SQLiteError) {
        let handle = handle  // a closure cannot borrow the statement
        let code = bytes.withUnsafeBytes { pointer in
            let code = bind(pointer)
            return code == SQLITE_OK ? sqlite3_step(handle) : code
        }
        defer {
            sqlite3_reset(handle)
            sqlite3_bind_null(handle, Int32(index))
        }
        if code == SQLITE_ROW { throw .unexpectedRow(sql: sql) }
        if code != SQLITE_DONE { try check(code) }
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
