import Foundation
import Model
import SQLite
import Store
import Testing

/// A database from a stranger: what is planted in it does not run, write or keep kb busy for ever.
struct HostileSchemaTests {
    private static let endless =
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n"

    @Test(arguments: [
        "DROP VIEW current_article; CREATE VIEW current_article AS \(endless)",
        "DROP VIEW clause_view; CREATE VIEW clause_view AS \(endless)",
        "DROP VIEW sentence_view; CREATE VIEW sentence_view AS \(endless)",
        "DROP VIEW clause_text; CREATE VIEW \"Clause_Text\" AS \(endless)",
        "DROP TABLE mention; CREATE VIEW mention AS \(endless)",
        "DROP TABLE sentence_fts; CREATE VIEW sentence_fts_config AS \(endless)",
        "DROP TABLE sentence_fts; CREATE VIRTUAL TABLE sentence_fts USING fts5 (text, tags, content = 'own')",
    ])
    func aViewInThePlaceOfOurs(planting: String) throws {
        let temporary = try Seed.store()
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute("PRAGMA foreign_keys = OFF; " + planting)
        database.close()
        for mode in [Store.Mode.read, .write, .create] {
            let error = #expect(throws: StoreError.self) { try Store.open(temporary.path, mode: mode) }
            guard case .damaged = error else { Issue.record("\(String(describing: error))"); continue }
        }
        let store = try Store.open(temporary.path, mode: .inspect)
        #expect(try Set(store.verify().map(\.check)) == ["schema"])
        #expect(throws: StoreError.self) { try store.backup(to: temporary.folder + "/copy.db") }
        #expect(!temporary.files.contains("copy.db"))
    }

    /// Views of somebody's own are not read, so that they do no harm.
    @Test func aViewBesideOurs() throws {
        let temporary = try Seed.store()
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute("CREATE VIEW report AS \(Self.endless)")
        database.close()
        let store = try Store.open(temporary.path, mode: .write)
        #expect(try store.verify() == [])
        #expect(try store.answer(Query(text: "exclusive")).hits.count == 2)
    }

    /// The schema cannot be rewritten, nor the tables inside a full-text index, nor can a file be named.
    @Test(arguments: [
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x' WHERE name = 'article'",
        "DELETE FROM sentence_fts_data", "SELECT load_extension('x')", "SELECT writefile('x', 'y')",
    ])
    func whatAConnectionRefuses(sql: String) throws {
        let temporary = try Seed.store()
        let database = try Database(path: temporary.path, mode: .readWrite)
        #expect(throws: SQLiteError.self) { try database.execute(sql) }
    }
}
