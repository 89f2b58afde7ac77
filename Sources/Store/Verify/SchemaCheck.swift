internal import SQLite

/// Compares the tables, views and indexes of a database with those that the migrations make. What somebody
/// added of their own is no fault, unless it acts by itself.
enum SchemaCheck {
    static func findings(_ database: Database) throws -> [Finding] {
        let model = try Database.inMemory()
        try Migrator().migrate(model)
        let found = try objects(of: database)
        let wrong = try objects(of: model).filter { found[$0.key] != $0.value }.map(\.key).sorted()
        let triggers = found.keys.filter { $0.hasPrefix("trigger ") }.sorted()
        return wrong.map { Finding(check: "schema", detail: "the \($0) is not as kb made it") }
            + triggers.map { Finding(check: "schema", detail: "there is a \($0); kb has none and does not run it") }
    }

    /// Whether the tables, views or indexes of the database at `path` are known not to be as kb made them: then what
    /// SQLite has against a statement is no fault of the statement. Read anew, since a connection that has just failed
    /// may know an older schema.
    static func isOther(_ path: String) -> Bool {
        guard let database = try? Database(path: path, mode: .readWrite, busyTimeout: 0) else { return false }
        return (try? findings(database).isEmpty) == false
    }

    /// The SQL of each object by its type and name.
    private static func objects(of database: Database) throws(SQLiteError) -> [String: String] {
        let rows = try database.rows(
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema", as: String.self, String.self)
        return Dictionary(rows.map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
}
