import SQLite
import Testing

@testable import Store

/// The tables of terms, filled at each migration.
struct TermTablesTests {
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
