internal import CSQLite

extension Database {
    /// Runs a script of statements without parameters, and drops any rows they give.
    public func execute(_ script: String) throws(SQLiteError) {
        try check(sqlite3_exec(try open(), script, nil, nil, nil), sql: script)
    }

    /// Runs one statement that gives no rows.
    public func run(_ sql: String, _ values: any ColumnValue...) throws(SQLiteError) {
        let statement = try Statement(kept: sql, by: self)
        try statement.bind(all: values)
        try statement.run()
    }

    /// All rows, each as a tuple of the types asked for.
    public func rows<each Column: ColumnValue>(
        _ sql: String, _ values: [any ColumnValue] = [], as types: repeat (each Column).Type
    ) throws(SQLiteError) -> [(repeat each Column)] {
        let statement = try Statement(kept: sql, by: self)
        try statement.bind(all: values)
        return try statement.rows(as: repeat each types)
    }

    /// The values of the only column.
    public func values<Value: ColumnValue>(
        _ sql: String, _ values: [any ColumnValue] = [], as type: Value.Type
    ) throws(SQLiteError) -> [Value] {
        let statement = try Statement(kept: sql, by: self)
        try statement.bind(all: values)
        return try statement.values(as: type)
    }

    /// The whole numbers of the only column: as `values`, in half the time.
    public func integers(_ sql: String, _ values: [any ColumnValue] = []) throws(SQLiteError) -> [Int64] {
        let statement = try Statement(kept: sql, by: self)
        try statement.bind(all: values)
        return try statement.integers()
    }

    /// The only value of the only row, or nil where there is none.
    /// - Throws: `severalRows` where there are more.
    public func value<Value: ColumnValue>(
        _ sql: String, _ values: [any ColumnValue] = [], as type: Value.Type
    ) throws(SQLiteError) -> Value? {
        let found = try self.values(sql, values, as: type)
        guard found.count <= 1 else { throw .severalRows(sql: sql) }
        return found.first
    }

    /// The only row, or nil where there is none.
    /// - Throws: `severalRows` where there are more.
    public func row<each Column: ColumnValue>(
        _ sql: String, _ values: [any ColumnValue] = [], as types: repeat (each Column).Type
    ) throws(SQLiteError) -> (repeat each Column)? {
        let statement = try Statement(kept: sql, by: self)
        try statement.bind(all: values)
        return try statement.row(as: repeat each types)
    }
}

extension Statement {
    /// The values left of the only column.
    public func values<Value: ColumnValue>(as type: Value.Type) throws(SQLiteError) -> [Value] {
        defer { reset() }
        var values: [Value] = []
        // Only a step tells how many columns a `*` stands for by now.
        while try step() {
            guard columnCount == 1 else { throw .columnCount(expected: 1, found: columnCount, sql: sql) }
            values.append(try Value.read(from: self, at: 0))
        }
        return values
    }

    /// As `values`, for whole numbers: a list of ten thousand rows is read in half the time.
    public func integers() throws(SQLiteError) -> [Int64] {
        defer { reset() }
        var values: [Int64] = []
        while try step() { values.append(sqlite3_column_int64(handle, 0)) }
        return values
    }

    /// All rows left, each as a tuple of the types asked for.
    public func rows<each Column: ColumnValue>(
        as types: repeat (each Column).Type
    ) throws(SQLiteError) -> [(repeat each Column)] {
        defer { reset() }
        var rows: [(repeat each Column)] = []
        while try step() { rows.append(try decode(repeat each types)) }
        return rows
    }

    /// The only row, or nil where there is none.
    /// - Throws: `severalRows` where there are more.
    public func row<each Column: ColumnValue>(
        as types: repeat (each Column).Type
    ) throws(SQLiteError) -> (repeat each Column)? {
        defer { reset() }
        guard try step() else { return nil }
        let row = try decode(repeat each types)
        guard try step() else { return row }
        throw .severalRows(sql: sql)
    }

    /// The present row as a tuple of the types asked for.
    /// - Throws: `columnCount` where the row has another number of columns; `columnType`.
    public func decode<each Column: ColumnValue>(
        _ types: repeat (each Column).Type
    ) throws(SQLiteError) -> (repeat each Column) {
        var expected = 0
        for _ in repeat (each types) { expected += 1 }
        guard expected == columnCount else {
            throw .columnCount(expected: expected, found: columnCount, sql: sql)
        }
        var index = -1
        func next<Value: ColumnValue>(_ type: Value.Type) throws(SQLiteError) -> Value {
            index += 1
            return try Value.read(from: self, at: index)
        }
        return (repeat try next(each types))
    }
}
