import SQLite
import Testing

@testable import Store

/// What the migrations of kb keep of a database of an earlier version.
struct MigrationTests {
    /// An empty database as it was before the migration of this name.
    private static func database(before name: String) throws -> Database {
        let database = try Database.inMemory()
        try Migrator(Array(Migration.embedded.prefix { $0.name != name })).migrate(database)
        return database
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
        let database = try Self.database(before: "0004_plain_letters")
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
        let database = try Self.database(before: "0005_sketch_before_facts")
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
        let database = try Self.database(before: "0006_what_people_settled")
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
        let database = try Self.database(before: "0007_needless_companies")
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

    @Test func clausesAndTheirPartiesAreKept() throws {
        let database = try Self.database(before: "0010_narrower_rows")
        try TermTables.fill(database)
        try database.execute(
            """
            INSERT INTO article (id, source, title, sha256, extractor, body) VALUES
                (1, 'a.txt', 'A', zeroblob(32), '1', 'B pays C 5%');
            INSERT INTO sentence (id, article_id, byte_start, byte_end, line) VALUES (4, 1, 0, 11, 1);
            INSERT INTO company (id, name, normalized, legal_form) VALUES (2, 'B', 'b', ''), (3, 'C', 'c', '');
            INSERT INTO clause (id, article_id, sentence_id, type, status, quote, quote_start, quote_end, line, percent,
                speaker, confidence) VALUES
                (7, 1, 4, 'revenue-share', 'changed', 'pays', 2, 6, 1, 5, 'B', 0.5),
                (9, 1, NULL, 'revenue-share', 'stated', 'B', 0, 1, 1, NULL, NULL, 1);
            DELETE FROM clause WHERE id = 9;
            INSERT INTO clause_party (clause_id, role, company_id, position) VALUES
                (7, 'obligor', 2, 0), (7, 'beneficiary', 3, 0), (7, 'beneficiary', 2, 1);
            """)
        try Migrator().migrate(database)
        let clause = try database.row(
            """
            SELECT id || ' ' || article_id || ' ' || sentence_id || ' ' || type || ' ' || status || ' ' || quote || ' '
                || quote_start || ' ' || quote_end || ' ' || line || ' ' || speaker, percent, confidence FROM clause
            """, as: String.self, Double.self, Double.self)
        #expect(clause?.0 == "7 1 4 revenue-share changed pays 2 6 1 B" && clause?.1 == 5 && clause?.2 == 0.5)
        let parties = try database.values(
            "SELECT role || ' ' || company_id || ' ' || position FROM clause_party WHERE clause_id = 7", as: String.self
        )
        #expect(parties == ["obligor 2 0", "beneficiary 2 1", "beneficiary 3 0"])
        // A number that was given once is not given again.
        #expect(try database.value("SELECT seq FROM sqlite_sequence WHERE name = 'clause'", as: Int.self) == 9)
        #expect(try database.values("PRAGMA foreign_key_check", as: String.self).isEmpty)
    }
}
