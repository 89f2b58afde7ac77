import Model
import SQLite
import Store
import Testing

struct VerifyTests {
    let temporary: TemporaryStore
    let store: Store
    let database: Database

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
        database = try Database(path: temporary.path, mode: .readWrite)
    }

    private func checks() throws -> Set<String> { Set(try store.verify().map(\.check)) }

    @Test func nothingWrong() throws {
        #expect(try checks() == [])
        // FTS5's own check agrees.
        try database.run("INSERT INTO sentence_fts (sentence_fts, rank) VALUES ('integrity-check', 1)")
        try database.run("INSERT INTO clause_fts (clause_fts, rank) VALUES ('integrity-check', 1)")
    }

    @Test(arguments: [
        ("UPDATE clause SET quote_start = quote_start + 1, quote_end = quote_end + 1 WHERE id = 2", ["quotes"]),
        ("UPDATE clause SET quote = 'x' || substr(quote, 2) WHERE id = 1", ["quotes", "full-text"]),
        ("UPDATE article SET body = 'short' WHERE id = 1", ["sentences", "quotes", "full-text"]),
        ("UPDATE sentence SET byte_end = byte_end - 5 WHERE id = 2", ["full-text"]),
        ("PRAGMA foreign_keys = OFF; DELETE FROM company WHERE id = 1", ["foreign-keys"]),
        ("DELETE FROM agreement_pair", ["foreign-keys"]),
        ("INSERT INTO agreement_pair (company_id, other_id, agreement_id) VALUES (1, 99, 1)", ["foreign-keys"]),
        ("INSERT INTO agreement_pair (company_id, other_id, agreement_id) VALUES (1, 2, 99)", ["foreign-keys"]),
        (
            "UPDATE mention SET company_id = 7 WHERE company_id = 1",
            ["foreign-keys", "full-text"]
        ),
        (
            "INSERT INTO clause_side (clause_id, side, company_id, position) VALUES (1, 0, 99, 7)",
            ["foreign-keys", "full-text"]
        ),
        ("UPDATE clause SET sentence_id = 99 WHERE id = 1", ["foreign-keys", "full-text"]),
        (
            "INSERT INTO sentence_fts (sentence_fts, rowid, text, tags) VALUES ('delete', 4, 'weather', '')",
            ["full-text"]
        ),
        ("INSERT INTO clause_fts (rowid, quote) VALUES (99, 'of nothing')", ["full-text"]),
        ("DROP VIEW company_view; CREATE VIEW company_view AS SELECT 1 AS id", ["schema"]),
        ("DROP INDEX clause_article", ["schema"]),
        ("CREATE TRIGGER planted AFTER INSERT ON article BEGIN DELETE FROM clause; END", ["schema"]),
        ("CREATE TABLE note (text TEXT); CREATE INDEX note_text ON note (text)", []),
        ("PRAGMA ignore_check_constraints = ON; UPDATE clause SET confidence = 7 WHERE id = 1", ["integrity"]),
    ])
    func what(damage: String, isFound: [String]) throws {
        try database.execute(damage)
        #expect(try checks() == Set(isFound))
    }

    @Test func aReaderVerifiesToo() throws {
        store.close()
        let reader = try Store.open(temporary.path, mode: .read)
        #expect(try reader.verify() == [])
        reader.close()
        #expect(temporary.files == ["kb.db"])
    }
}
