internal import Assets
internal import SQLite

/// Finds views that somebody put in the place of what kb reads: one that never ends would make kb hang, and
/// one that lies would make it lie. (Triggers are off, and functions with side effects are refused to views.)
struct PlantedViews {
    private let statements: String
    private let names: Set<String>

    init(_ migrations: [Migration]) {
        statements = migrations.map(\.sql).joined(separator: "\n")
        names = Set(Self.names(in: statements))
    }

    /// The names of the views and virtual tables that bear a name of kb's and are not as kb made them.
    func names(in database: Database) throws(SQLiteError) -> [String] {
        let rows = try database.rows(
            """
            SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """, as: String.self, String.self)
        return rows.filter { isReserved($0.0) && !isKnown($0.1) }.map(\.0)
    }

    /// Also the tables of a full-text index begin with its name.
    private func isReserved(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || names.contains { name.hasPrefix($0 + "_") }
    }

    /// SQLite keeps the statement as it was written.
    private func isKnown(_ sql: String) -> Bool {
        let wanted = Array(sql.utf8)
        guard let first = wanted.first else { return false }
        return statements.utf8.withContiguousStorageIfAvailable { text in
            text.indices.contains { text[$0] == first && text[$0...].starts(with: wanted) }
        } ?? statements.contains(sql)
    }

    /// The names after `CREATE TABLE`, `CREATE VIEW` and `CREATE VIRTUAL TABLE`.
    private static func names(in sql: String) -> [String] {
        let words = sql.split { $0 == " " || $0 == "\n" || $0 == "(" }
        return words.indices.dropFirst(2).filter { index in
            ["TABLE", "VIEW"].contains(words[index - 1]) && ["CREATE", "VIRTUAL"].contains(words[index - 2])
        }.map { words[$0].lowercased() }
    }
}
