internal import Glibc
internal import SQLite

/// Finds views that somebody put in the place of what kb reads: one that never ends would make kb hang, and
/// one that lies would make it lie. (Triggers are off, and functions with side effects are refused to views.)
struct PlantedViews {
    private let migrations: [Migration]

    init(_ migrations: [Migration]) { self.migrations = migrations }

    /// The names of the views and virtual tables that bear a name of kb's and are not as kb made them.
    func names(in database: Database) throws(SQLiteError) -> [String] {
        let rows = try database.rows(
            """
            SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """, as: String.self, String.self)
        // Nearly always all are known, and then which names are kb's need not be found out.
        let unknown = rows.filter { !isKnown($0.1) }.map(\.0)
        if unknown.isEmpty { return [] }
        let names = Set(migrations.flatMap { Self.names(in: $0.sql) })
        return unknown.filter { Self.isReserved($0.lowercased(), names) }
    }

    /// Also the tables of a full-text index begin with its name.
    private static func isReserved(_ name: String, _ names: Set<String>) -> Bool {
        names.contains(name) || names.contains { name.hasPrefix($0 + "_") }
    }

    /// SQLite keeps the statement as it was written. The C library looks for it in a tenth of the time that Swift's
    /// collections take: every command that reads waits for this.
    private func isKnown(_ sql: String) -> Bool {
        var sql = sql
        return sql.withUTF8 { wanted in
            migrations.contains { migration in
                var text = migration.sql
                return text.withUTF8 { Self.holds($0, wanted) }
            }
        }
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress, let key = wanted.baseAddress else { return false }
        var offset = 0
        while offset + wanted.count <= text.count,
            let found = memchr(start + offset, Int32(key[0]), text.count - wanted.count - offset + 1)
        {
            if memcmp(found, key, wanted.count) == 0 { return true }
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
        }
        return false
    }

    /// The names after `CREATE TABLE`, `CREATE VIEW` and `CREATE VIRTUAL TABLE`.
    private static func names(in sql: String) -> [String] {
        let words = sql.split { $0 == " " || $0 == "\n" || $0 == "(" }
        return words.indices.dropFirst(2).filter { index in
            ["TABLE", "VIEW"].contains(words[index - 1]) && ["CREATE", "VIRTUAL"].contains(words[index - 2])
        }.map { words[$0].lowercased() }
    }
}
