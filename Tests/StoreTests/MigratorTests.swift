import Foundation
import SQLite
import Testing

@testable import Store

struct MigratorTests {
    private static let two = [
        Migration(version: 1, name: "0001_a", sql: "CREATE TABLE a(x TEXT) STRICT"),
        Migration(version: 2, name: "0002_b", sql: "ALTER TABLE a ADD COLUMN y TEXT; CREATE TABLE b(z TEXT) STRICT"),
    ]

    private func tables(_ database: Database) throws -> [String] {
        try database.values("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", as: String.self)
    }

    @Test func fromNothing() throws {
        let database = try Database.inMemory()
        try Migrator(Self.two).migrate(database)
        #expect(try tables(database) == ["a", "b"])
        #expect(try Migrator(Self.two).state(of: database) == .version(2))
        #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
    }

    @Test func fromAnEarlierVersionWithRows() throws {
        let database = try Database.inMemory()
        try Migrator([Self.two[0]]).migrate(database)
        try database.run("INSERT INTO a VALUES ('kept')")
        try Migrator(Self.two).migrate(database)
        #expect(try database.values("SELECT x FROM a", as: String.self) == ["kept"])
    }

    @Test func twiceIsOnce() throws {
        let database = try Database.inMemory()
        try Migrator(Self.two).migrate(database)
        try Migrator(Self.two).migrate(database)
        #expect(try Migrator(Self.two).state(of: database) == .version(2))
    }

    @Test(arguments: ["CREATE TABLE c(x TEXT) STRICT; CREATE TABLE a(x)", "CREATE TABLE c(x); nonsense"])
    func aFailingOneLeavesNoTrace(sql: String) throws {
        let database = try Database.inMemory()
        let migrator = Migrator([Self.two[0], Migration(version: 2, name: "0002_c", sql: sql)])
        #expect(throws: SQLiteError.self) { try migrator.migrate(database) }
        #expect(try tables(database) == ["a"])
        #expect(try migrator.state(of: database) == .version(1))
        try Migrator(Self.two).migrate(database)
        #expect(try tables(database) == ["a", "b"])
    }

    @Test func aDanglingReferenceIsAFailure() throws {
        let database = try Database.inMemory()
        let sql = "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p); INSERT INTO c VALUES (7)"
        let migrator = Migrator([Migration(version: 1, name: "0001_x", sql: sql)])
        #expect(throws: SQLiteError.self) { try migrator.migrate(database) }
        #expect(try migrator.state(of: database) == .empty)
    }

    @Test func theEmbeddedOnesAreNumberedWithoutGaps() {
        #expect(Migration.embedded.map(\.version) == Array(1...Migration.embedded.count))
        #expect(Migration.embedded.allSatisfy { !$0.sql.isEmpty })
    }

    /// A database of each earlier version, with rows, comes to the present one whole.
    @Test(arguments: Migration.embedded.indices.dropLast())
    func fromEachEarlierVersion(index: Int) throws {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded[...index])).migrate(database)
        try database.execute(
            """
            INSERT INTO article (id, source, title, sha256, extractor, body)
            VALUES (1, 'a.txt', 'A', zeroblob(32), '1', 'A body')
            """)
        try Migrator().migrate(database)
        #expect(try Migrator().state(of: database) == .version(Migrator().newest))
        #expect(try database.values("SELECT body FROM article", as: String.self) == ["A body"])
    }

    /// Letters that no mark tells from plain ones were kept in the keys of names once.
    @Test func namesOfAnEarlierVersionAreFoundByPlainLetters() throws {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded.prefix { $0.name != "0004_plain_letters" })).migrate(database)
        try database.execute(
            """
            INSERT INTO company (id, name, normalized, legal_form) VALUES (1, 'x', 'x', '')
            """)
        let names = ["Ørsted", "Łódź Bæk", "Weißbräu", "Tarn"]
        for name in names {
            try database.run(
                "INSERT INTO company_name (company_id, kind, name, normalized) VALUES (1, 'alias', ?1, ?2)", name,
                name.lowercased().replacing("ź", with: "z").replacing("ó", with: "o").replacing("ä", with: "a"))
        }
        try Migrator().migrate(database)
        let found = try database.rows("SELECT name, normalized FROM company_name", as: String.self, String.self)
        #expect(found.count == names.count)
        for (name, normalized) in found { #expect(CompanyKey(name).normalized == normalized) }
    }

    @Test func readingsAreKept() throws {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded.prefix { $0.name != "0005_sketch_before_facts" })).migrate(database)
        try database.execute(
            """
            INSERT INTO article (id, source, title, sha256, extractor, body) VALUES
                (1, 'a.txt', 'A', zeroblob(32), '1', 'A'), (2, 'b.txt', 'B', randomblob(32), '1', 'B');
            INSERT INTO reading (article_id, facts, sketch) VALUES (1, x'01', x'02'), (2, x'03', NULL);
            """)
        try Migrator().migrate(database)
        let rows = try database.rows(
            "SELECT article_id, hex(facts), hex(sketch) FROM reading", as: Int.self, String.self, String?.self)
        #expect(rows.map { "\($0.0) \($0.1) \($0.2 ?? "")" } == ["1 01 02", "2 03 "])
        #expect(try database.values("PRAGMA foreign_key_check", as: String.self).isEmpty)
    }

    /// What people settled of an agreement is kept, and that they put its reports together is said of each.
    @Test func whatPeopleSettledIsKept() throws {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded.prefix { $0.name != "0006_what_people_settled" })).migrate(database)
        try TermTables.fill(database)
        try database.execute(
            """
            INSERT INTO article (id, source, title, sha256, extractor, body) VALUES
                (1, 'a.txt', 'A', zeroblob(32), '1', 'A'), (2, 'b.txt', 'B', randomblob(32), '1', 'B');
            INSERT INTO correction (id, action, subject) VALUES (7, 'agreement-merge', '{}'), (8, 'agreement-set', '{}');
            INSERT INTO agreement (id, kind, status, confidence, correction_id) VALUES (1, 'supply', 'signed', 1, 7);
            INSERT INTO agreement_article (agreement_id, article_id, status, confidence) VALUES
                (1, 1, 'signed', 1), (1, 2, 'signed', 1);
            INSERT INTO agreement_setting (agreement_id, article_id, field, correction_id, text) VALUES
                (1, 2, 'expires', 8, '2031');
            """)
        try Migrator().migrate(database)
        let rows = try database.values(
            "SELECT article_id || ' ' || field || ' ' || correction_id || coalesce(' ' || text, '') FROM agreement_setting",
            as: String.self)
        #expect(rows.sorted() == ["1 reports 7", "2 expires 8 2031", "2 reports 7"])
        #expect(try database.values("PRAGMA foreign_key_check", as: String.self).isEmpty)
    }

    @Test func mentionsAndPairsAreKept() throws {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded.prefix { $0.name != "0007_needless_companies" })).migrate(database)
        try TermTables.fill(database)
        try database.execute(
            """
            INSERT INTO article (id, source, title, sha256, extractor, body) VALUES (1, 'a.txt', 'A', zeroblob(32), '1', 'A');
            INSERT INTO sentence (id, article_id, byte_start, byte_end, line) VALUES (4, 1, 0, 1, 1);
            INSERT INTO company (id, name, normalized, legal_form) VALUES (2, 'B', 'b', ''), (3, 'C', 'c', '');
            INSERT INTO mention (sentence_id, mention_start, mention_end, company_id) VALUES (4, 0, 1, 3);
            INSERT INTO agreement (id, kind, status, confidence) VALUES (5, 'supply', 'signed', 1);
            INSERT INTO agreement_pair (company_id, other_id, agreement_id) VALUES (2, 3, 5);
            """)
        try Migrator().migrate(database)
        let mention = try database.row(
            "SELECT sentence_id, mention_start, mention_end, company_id FROM mention", as: Int.self, Int.self, Int.self,
            Int.self)
        #expect(mention.map { [$0.0, $0.1, $0.2, $0.3] } == [4, 0, 1, 3])
        let pair = try database.row(
            "SELECT company_id, other_id, agreement_id FROM agreement_pair", as: Int.self, Int.self, Int.self)
        #expect(pair.map { [$0.0, $0.1, $0.2] } == [2, 3, 5])
    }

    @Test func newTermsAreAddedAndKeepTheirNumbers() throws {
        let database = try Database.inMemory()
        try Migrator().migrate(database)
        try database.execute(
            """
            INSERT INTO clause_type VALUES ('old-type', 1, 'x', NULL, 'of a newer kb');
            INSERT INTO agreement_kind VALUES ('supply', 1, 'as it was described before')
            """)
        try TermTables.fill(database)
        try TermTables.fill(database)
        #expect(try database.value("SELECT count(*) FROM clause_type", as: Int.self) == 45)
        #expect(try database.value("SELECT max(number) FROM clause_type", as: Int.self) == 45)
        let supply = try database.row(
            "SELECT number, description FROM agreement_kind WHERE kind = 'supply'", as: Int.self, String.self)
        #expect(supply?.0 == 1 && supply?.1.contains("goods") == true)
    }
}
