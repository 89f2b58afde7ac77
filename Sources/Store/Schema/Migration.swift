internal import Assets
internal import SQLite

/// One numbered step of the schema: `migrations/0001_knowledge_base.sql`.
struct Migration: Sendable {
    /// The database's `user_version` once it is applied; counted from 1 without gaps.
    var version: Int
    var name: String
    var sql: String

    /// The migrations in the binary, in order.
    static var embedded: [Migration] {
        Assets.names.filter { $0.hasPrefix("migrations/") }.sorted().compactMap { path in
            let file = path.dropFirst("migrations/".count)
            guard let version = Int(file.prefix(4)), let sql = Assets.text(path) else { return nil }
            return Migration(version: version, name: String(file.dropLast(".sql".count)), sql: sql)
        }
    }
}
