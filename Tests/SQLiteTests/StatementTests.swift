import SQLite
import Testing

struct StatementTests {
    let database: Database

    init() throws {
        database = try Database.inMemory()
        try database.execute("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB) STRICT")
    }

    @Test func syntaxErrorsTellWhere() {
        let error = #expect(throws: SQLiteError.self) { try database.run("SELECT 1 FORM t") }
        guard case .failed(.error, let message, let sql, let offset) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("FORM") || message.contains("t"))
        #expect(sql == "SELECT 1 FORM t")
        #expect(offset != nil)
        #expect(error?.description.contains("at byte") == true)
    }

    @Test func oneStatementAtATime() {
        #expect(throws: SQLiteError.noStatement(sql: " -- none")) { try database.run(" -- none") }
        #expect(throws: SQLiteError.noStatement(sql: "")) { try database.run("") }
        #expect(throws: SQLiteError.severalStatements(sql: "SELECT 1; SELECT 2")) {
            try database.run("SELECT 1; SELECT 2")
        }
    }

    @Test func aSemicolonAtTheEndIsNoSecondStatement() throws {
        #expect(try database.value("SELECT 1 ; \n", as: Int.self) == 1)
    }

    @Test func parametersAreCounted() {
        let sql = "INSERT INTO t(i) VALUES (?)"
        #expect(throws: SQLiteError.parameterCount(expected: 1, given: 0, sql: sql)) { try database.run(sql) }
        #expect(throws: SQLiteError.parameterCount(expected: 1, given: 2, sql: sql)) { try database.run(sql, 1, 2) }
    }

    @Test func aWrongParameterIndexThrows() throws {
        let statement = try Statement(database, "INSERT INTO t(i) VALUES (?)")
        var code: ResultCode?
        do { try statement.bind(1 as Int64, at: 2) } catch { code = error.code }
        #expect(code?.rawValue == 25)
    }

    /// Long texts and blobs are not copied first; what was lent is not kept, and what is refused is told as ever.
    @Test func bytesThatAreLent() throws {
        let text = Array("tæg\0 ende".utf8), none: [UInt8] = []
        try database.run("CREATE TABLE lent (id INTEGER PRIMARY KEY, t TEXT CHECK (t <> 'no'), b BLOB)")
        let insert = try Statement(database, "INSERT INTO lent (t, b) VALUES (?1, ?2)")
        try insert.run(withText: text.span, at: 1)
        try insert.run(withBlob: text.span, at: 2)
        try insert.run(withText: none.span, at: 1)
        let error = #expect(throws: SQLiteError.self) { try insert.run(withText: Array("no".utf8).span, at: 1) }
        #expect(error?.code?.primary == .constraint && error?.description.contains("CHECK") == true)
        #expect(throws: SQLiteError.self) { try insert.run(withText: text.span, at: 3) }
        try insert.run()
        let rows = try database.rows("SELECT t, b FROM lent ORDER BY id", as: String?.self, [UInt8]?.self)
        #expect(rows.map(\.0) == ["tæg\0 ende", nil, "", nil])
        #expect(rows.map(\.1) == [nil, text, nil, nil])
    }

    @Test func columnsAreCountedAndTyped() throws {
        #expect(throws: SQLiteError.columnCount(expected: 2, found: 1, sql: "SELECT 1")) {
            try database.row("SELECT 1", as: Int.self, Int.self)
        }
        let sql = "SELECT 'x' AS name"
        let expected = SQLiteError.columnType(name: "name", index: 0, expected: "an integer", found: "text", sql: sql)
        #expect(throws: expected) { try database.value(sql, as: Int.self) }
        #expect(throws: SQLiteError.self) { try database.value("SELECT NULL", as: String.self) }
        #expect(throws: SQLiteError.self) { try database.value("SELECT 1", as: Double.self) }
        #expect(throws: SQLiteError.self) { try database.value("SELECT 1.5", as: [UInt8].self) }
        #expect(throws: SQLiteError.self) { try database.value("SELECT x'00'", as: Int?.self) }
    }

    @Test func rowsAreCounted() throws {
        #expect(try database.value("SELECT 1 WHERE 0", as: Int.self) == nil)
        let sql = "VALUES (1), (2)"
        #expect(throws: SQLiteError.severalRows(sql: sql)) { try database.value(sql, as: Int.self) }
        #expect(throws: SQLiteError.unexpectedRow(sql: sql)) { try database.run(sql) }
        #expect(try database.values(sql, as: Int.self) == [1, 2])
    }

    @Test func aStatementRunsAgain() throws {
        let insert = try Statement(database, "INSERT INTO t(i) VALUES (?)")
        for value in 1...3 as ClosedRange<Int64> {
            try insert.bind(value, at: 1)
            try insert.run()
        }
        #expect(try database.value("SELECT sum(i) FROM t", as: Int.self) == 6)
        #expect(database.changes == 1 && database.lastInsertedID == 3)
    }

    @Test func aStatementThatFailedRunsAgain() throws {
        try database.execute("CREATE UNIQUE INDEX once ON t(i)")
        let insert = try Statement(database, "INSERT INTO t(i) VALUES (?)")
        var failures = 0
        for value in [1, 1, 2] as [Int64] {
            try insert.bind(value, at: 1)
            do { try insert.run() } catch { failures += 1 }
        }
        #expect(failures == 1)
        #expect(try database.values("SELECT i FROM t ORDER BY i", as: Int.self) == [1, 2])
    }

    @Test func whatIsKeptPreparedSeesTheSchemaOfTheDay() throws {
        let sql = "SELECT * FROM t"
        #expect(try database.rows(sql, as: Int?.self, Double?.self, String?.self, [UInt8]?.self).isEmpty)
        try database.execute("DROP TABLE t; CREATE TABLE t(i INTEGER)")
        try database.run("INSERT INTO t(i) VALUES (?)", 7)
        try database.run("INSERT INTO t(i) VALUES (?)", nil as Int?)
        #expect(try database.values(sql, as: Int?.self) == [7, nil])
    }

    @Test func whatIsKeptPreparedFailsAndRunsAgain() throws {
        try database.execute("CREATE UNIQUE INDEX once ON t(i)")
        let sql = "INSERT INTO t(i) VALUES (?)"
        try database.run(sql, 1)
        #expect(throws: SQLiteError.self) { try database.run(sql, 1) }
        try database.run(sql, 2)
        #expect(try database.values("SELECT i FROM t ORDER BY i", as: Int.self) == [1, 2])
        database.close()
        #expect(throws: SQLiteError.closed) { try database.run(sql, 3) }
    }

    @Test func errorsNeverTellBoundValues() {
        let error = #expect(throws: SQLiteError.self) {
            try database.run("INSERT INTO t(i) VALUES (?)", "a secret")
        }
        #expect(error?.code?.primary == .constraint)
        #expect(error.map { !"\($0)".contains("secret") } == true)
    }

    @Test func aMissingColumnThrows() throws {
        let statement = try Statement(database, "SELECT 1")
        #expect(try statement.step())
        var failure: SQLiteError?
        do throws(SQLiteError) { try statement.withText(at: 3) { _ in } } catch { failure = error }
        #expect(failure == .columnCount(expected: 4, found: 1, sql: "SELECT 1"))
        #expect(statement.columnName(0) == "1")
    }
}
