import Foundation
import Model
import SQLite
import Store
import Testing

/// A database from a stranger, or from a failing disk, is answered by an error or by what is left of it:
/// never by a trap, never without end.
struct DamageTests {
    private func bytesOfASoundOne() throws -> [UInt8] {
        let temporary = try Seed.store()
        temporary.store?.close()
        return Array(try Data(contentsOf: URL(fileURLWithPath: temporary.path)))
    }

    /// Does all that can be done to a database; what it throws is as good as what it returns.
    private func useAll(_ path: String) {
        if let store = try? Store.open(path, mode: .read) {
            _ = try? store.answer(Query(text: "exclusive licence"))
            _ = try? store.answer(Query(text: "pump*", company: "Tarn"))
            _ = try? store.companies()
            _ = try? store.agreements()
            _ = try? store.clauses()
            _ = try? store.articles()
            for name in ["1", "2", "tarn"] {
                _ = try? store.company(name)
                _ = try? store.agreement(name)
                _ = try? store.clause(name)
                _ = try? store.article(name)
            }
            _ = try? store.statistics()
            _ = try? store.verify()
            try? store.dump { _ in }
            store.close()
        }
        if let store = try? Store.open(path, mode: .create, busyTimeout: 0) {
            _ = try? store.ingest([Seed.licence, Seed.entry(Seed.article("new.txt", "New\nA new one."))])
            _ = try? store.forget(article: "2")
            store.close()
        }
    }

    @Test func bytesChangedAtRandom() throws {
        let sound = try bytesOfASoundOne()
        var random = SystemRandomNumberGenerator()
        for round in 0..<60 {
            var bytes = sound
            for _ in 0..<(1 << (round % 8)) {
                bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let temporary = TemporaryStore()
            try Data(bytes).write(to: URL(fileURLWithPath: temporary.path))
            useAll(temporary.path)
        }
    }

    @Test func filesCutShort() throws {
        let sound = try bytesOfASoundOne()
        for length in [0, 1, 16, 99, 100, 512, 4095, 4096, 5000, sound.count / 2, sound.count - 1] {
            let temporary = TemporaryStore()
            try Data(sound.prefix(length)).write(to: URL(fileURLWithPath: temporary.path))
            useAll(temporary.path)
        }
    }

    @Test func wrongTypesAndValues() throws {
        let changes = [
            "DROP TABLE clause_value", "DROP VIEW current_article", "DROP TABLE sentence_fts",
            "DELETE FROM clause_type", "DELETE FROM sqlite_sequence",
            "UPDATE sentence SET byte_start = 0, byte_end = 99999",
            "UPDATE clause SET quote_start = 999999, quote_end = 999999 + length(quote)",
            "UPDATE clause SET quote_start = 9223372036854775000, quote_end = 9223372036854775000 + length(quote)",
            "UPDATE mention SET mention_end = 9223372036854775807", "DELETE FROM company", "DELETE FROM article",
            "DROP VIEW company_view; CREATE VIEW company_view AS SELECT 'a' AS id, 1 AS name",
            "UPDATE sentence SET byte_end = 9223372036854775807",
        ]
        for change in changes {
            let temporary = try Seed.store()
            temporary.store?.close()
            let database = try Database(path: temporary.path, mode: .readWrite)
            try? database.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + change)
            database.close()
            useAll(temporary.path)
        }
    }

    @Test func whatIsPlantedDoesNotRun() throws {
        let temporary = try Seed.store([Seed.licence])
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute(
            """
            CREATE TRIGGER planted AFTER INSERT ON article BEGIN
                UPDATE company SET name = 'Planted'; DELETE FROM clause_party; END;
            """)
        database.close()
        let store = try Store.open(temporary.path, mode: .write)
        _ = try store.ingest([Seed.renewal])
        #expect(try store.companies().map(\.name) == ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"])
        #expect(try store.verify().map(\.check) == ["schema"])
    }

    /// Damage can make a blob of a text, which cannot be dumped.
    @Test func aBlobInThePlaceOfAText() throws {
        let temporary = try Seed.store([Seed.licence])
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute(
            """
            DROP TABLE company_name; CREATE TABLE company_name (company_id, kind, name, normalized, article_id);
            INSERT INTO company_name VALUES (1, 'name', x'00', 'x', 1)
            """)
        database.close()
        let store = try Store.open(temporary.path, mode: .read)
        let error = #expect(throws: StoreError.self) { try store.dump { _ in } }
        guard case .damaged = error else { Issue.record("\(String(describing: error))"); return }
    }

    /// Rows that break the rules of their own tables are damage, and no fault of kb's.
    @Test func whatContradictsItself() throws {
        let temporary = try Seed.store([Seed.licence])
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute(
            """
            DROP TABLE mention;
            CREATE TABLE mention (sentence_id, mention_start, company_id, mention_end CHECK (mention_end < 0));
            """)
        database.close()
        let store = try Store.open(temporary.path, mode: .write)
        let error = #expect(throws: StoreError.self) { try store.ingest([Seed.renewal]) }
        guard case .contradicted = error else { Issue.record("\(String(describing: error))"); return }
    }

    /// A table that is not what kb made is damage too.
    @Test(arguments: [
        "ALTER TABLE agreement_setting RENAME COLUMN correction_id TO planted",
        "DROP TABLE agreement_setting; CREATE VIEW agreement_setting AS SELECT 1 AS agreement_id",
        "ALTER TABLE clause_value RENAME TO planted",
        "DROP TABLE reading; CREATE TABLE reading (article_id, facts, sketch)",
    ])
    func whatMissesAColumn(_ change: String) throws {
        let temporary = try Seed.store([Seed.licence])
        temporary.store?.close()
        let database = try Database(path: temporary.path, mode: .readWrite)
        try database.execute("PRAGMA legacy_alter_table = ON; " + change)
        database.close()
        let error = #expect(throws: StoreError.self) {
            let store = try Store.open(temporary.path, mode: .write)
            _ = try store.ingest([Seed.renewal])
        }
        switch error {
        case .damaged, .contradicted: break
        default: Issue.record("\(String(describing: error))")
        }
    }
}
