import Model
import SQLite
import Testing

@testable import Store

/// What an earlier kb filed otherwise is decided anew when the database is next opened for writing.
struct OverdueTests {
    /// Makes of a base what an earlier kb would have left, and opens it.
    private func reopened(_ base: TemporaryStore, _ former: String) throws -> Store {
        base.store?.close()
        base.store = nil
        let database = try Database(path: base.path, mode: .readWrite)
        try database.execute(former)
        database.close()
        let store = try Store.open(base.path, mode: .write)
        base.store = store
        return store
    }

    private func isDone(_ store: Store) throws -> Bool {
        try store.database.value("SELECT NOT EXISTS (SELECT 1 FROM overdue)", as: Bool.self) == true
    }

    /// A kind that people set held only until most sources said another one.
    @Test func whatPeopleSetHoldsAgain() throws {
        let reports = (1...3).map { Seed.report($0, published: "2026-01-0\($0)", value: 40_000_000) }
        let base = try Seed.store([reports[0]])
        try #require(base.store).correct(.setAgreement("1", field: .kind, to: "license"))
        _ = try #require(base.store).ingest(Array(reports[1...]))
        let before = try Dump.of(#require(base.store))
        let store = try reopened(
            base,
            """
            DELETE FROM agreement_setting WHERE field = 'kind';
            UPDATE agreement SET kind = 'supply';
            UPDATE agreement_article SET kind = 'supply' WHERE article_id > 1;
            INSERT INTO overdue VALUES ('corrections');
            """)
        #expect(try Dump.of(store) == before && isDone(store))
        #expect(try store.agreements().map(\.kind.rawValue) == ["license"])
        #expect(try store.verify() == [])
    }

    @Test func rolesAreToldThen() throws {
        let base = try Seed.store()
        let before = try Dump.of(#require(base.store))
        let store = try reopened(base, "UPDATE agreement_party SET role = NULL; INSERT INTO overdue VALUES ('roles');")
        #expect(try Dump.of(store) == before && isDone(store))
    }

    @Test func namesInTwoLanguagesMeetThen() throws {
        let base = try Seed.store([
            NamedCompanies.entry([["Nokia Oyj"]], number: 1), NamedCompanies.entry([["Nokia"]], number: 2),
        ])
        let store = try reopened(
            base,
            """
            INSERT INTO company VALUES (90, 'Nokia Corporation', 'nokia', 'inc');
            UPDATE company_key SET company_id = NULL, is_shared = 1 WHERE legal_form = '';
            UPDATE company_article SET company_id = 90 WHERE article_id = 2;
            UPDATE company_name SET company_id = 90, name = 'Nokia Corporation' WHERE article_id = 2;
            INSERT INTO overdue VALUES ('names');
            """)
        #expect(try store.companies().map(\.name) == ["Nokia Oyj"] && isDone(store))
        #expect(try store.verify() == [])
    }
}
