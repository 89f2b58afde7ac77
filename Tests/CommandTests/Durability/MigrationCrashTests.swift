import Foundation
import Testing

/// SIGKILL while a database of an earlier kb is brought up to date: it is the old one or a new one, and opens.
@Suite struct MigrationCrashTests {
    /// A database as the first kb made it, with so many rows that a migration takes its time.
    private static let filling = """
        PRAGMA application_id = 1801602114;
        PRAGMA user_version = 1;
        INSERT INTO agreement_kind VALUES ('supply', 1, 'goods');
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO article (id, source, title, sha256, extractor, body)
        SELECT i, i || '.txt', 'T', randomblob(32), '1', printf('%.*c', 700, 'x') FROM n;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO company (id, name, normalized, legal_form) SELECT i, 'C' || i, 'c' || i, '' FROM n;
        INSERT INTO agreement (id, kind, status, confidence) SELECT id, 'supply', 'signed', 0.5 FROM article;
        INSERT INTO agreement_article (agreement_id, article_id, status, confidence)
        SELECT id, id, 'signed', 0.5 FROM article;
        INSERT INTO agreement_party SELECT id, 1 + id % 2000, 0 FROM agreement;
        INSERT INTO agreement_party SELECT id, 1 + (id + 7) % 2000, 1 FROM agreement;
        """

    private static let counts = """
        SELECT count(*), sum(length(body)), count(DISTINCT sha256) FROM article;
        SELECT count(*) FROM company; SELECT count(*) FROM agreement; SELECT count(*) FROM agreement_article;
        SELECT count(*), sum(company_id) FROM agreement_party;
        PRAGMA integrity_check; PRAGMA foreign_key_check;
        """

    private func ask(_ sql: String, _ database: String, in place: Workplace) throws -> String {
        let result = try place.shell("sqlite3 \(database) \"\(sql)\"")
        #expect(result.status == 0, "\(result.errorText)")
        return result.text
    }

    @Test func aKilledMigrationIsDoneOrNot() throws {
        let place = try Workplace()
        try place.write("filling.sql", Array(Self.filling.utf8))
        let schema = Workplace.project.appendingPathComponent("migrations/0001_knowledge_base.sql").path
        #expect(try place.shell("cat '\(schema)' filling.sql | sqlite3 old.db").status == 0)
        let before = try ask(Self.counts, "old.db", in: place)
        #expect(before.hasSuffix("ok\n"))
        let change = ["forget", "gone.txt", "--db"]
        try place.shell("cp old.db new.db")
        let start = Date()
        #expect(try place.kb(change + ["new.db"]).status == 66)
        let duration = Date().timeIntervalSince(start)
        let newest = try ask("PRAGMA user_version", "new.db", in: place)
        #expect(newest != "1\n")

        var random = SeededRandom(9)
        for round in 0..<12 {
            let database = "round\(round).db"
            try place.shell("cp old.db \(database)")
            let command = try place.start(change + [database])
            usleep(UInt32(Double.random(in: 0...1, using: &random) * duration * 1_000_000))
            command.send(SIGKILL)
            _ = try command.result()
            let backups = try place.files(beginning: database).filter { $0.hasSuffix(".backup") }
            for backup in backups { #expect(try ask(Self.counts, backup, in: place) == before) }
            #expect(try ask(Self.counts, database, in: place) == before)
            let version = try ask("PRAGMA user_version", database, in: place)
            // Before anything is changed there is a copy of what was.
            #expect(version == "1\n" || backups.contains("\(database).v1.backup"))
            #expect(try place.kb(["stats", "--db", database]).status == (version == newest ? 0 : 78))
            #expect(try place.kb(change + [database]).status == 66)
            #expect(try ask(Self.counts, database, in: place) == before)
            #expect(try ask("PRAGMA user_version", database, in: place) == newest)
            try place.shell("rm -f \(database)*")
        }
    }

    @Test func withoutACopyWhereNoneIsWanted() throws {
        let place = try Workplace()
        let schema = Workplace.project.appendingPathComponent("migrations/0001_knowledge_base.sql").path
        try place.shell(
            "(cat '\(schema)'; echo 'PRAGMA application_id = 1801602114; PRAGMA user_version = 1;') | sqlite3 old.db; cp old.db kb.db"
        )
        try place.write("a.txt", Array("Acme Corp buys Bolt Inc.".utf8))
        #expect(try place.kb(["ingest", "a.txt", "--no-backup"]).status == 0)
        #expect(try place.files(beginning: "kb.db") == ["kb.db"])
        #expect(try place.kb(["ingest", "a.txt", "--db", "old.db"]).status == 0)
        #expect(try place.files(beginning: "old.db") == ["old.db", "old.db.v1.backup"])
    }
}
