internal import Assets
internal import SQLite

/// Fills `clause_type` and `agreement_kind` from the program's own tables. What a newer program adds gets
/// the next number; nothing is taken away, since older facts may use it.
enum TermTables {
    static func fill(_ database: Database) throws {
        guard try !isFilled(database) else { return }
        try database.transaction {
            let types = try Statement(
                database,
                """
                INSERT INTO clause_type (type, number, family, cuad_category, description)
                VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM clause_type), ?2, nullif(?3, ''), ?4)
                ON CONFLICT (type) DO UPDATE SET
                    family = excluded.family, cuad_category = excluded.cuad_category, description = excluded.description
                """)
            for row in clauseTypes {
                try types.bind(all: row)
                try types.run()
            }
            let kinds = try Statement(
                database,
                """
                INSERT INTO agreement_kind (kind, number, description)
                VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM agreement_kind), ?2)
                ON CONFLICT (kind) DO UPDATE SET description = excluded.description
                """)
            for row in agreementKinds {
                try kinds.bind(all: row)
                try kinds.run()
            }
        }
    }

    private static var clauseTypes: [[String]] {
        Assets.table("data/clause_types.tsv").filter { $0.count == 4 }
    }

    private static var agreementKinds: [[String]] {
        Assets.table("data/agreement_kinds.tsv").filter { $0.count == 2 }
    }

    private static func isFilled(_ database: Database) throws(SQLiteError) -> Bool {
        let types = try database.rows(
            "SELECT type, family, coalesce(cuad_category, ''), description FROM clause_type",
            as: String.self, String.self, String.self, String.self)
        let kinds = try database.rows("SELECT kind, description FROM agreement_kind", as: String.self, String.self)
        let haveTypes = Set(types.map { [$0, $1, $2, $3] })
        let haveKinds = Set(kinds.map { [$0, $1] })
        return haveTypes.isSuperset(of: clauseTypes) && haveKinds.isSuperset(of: agreementKinds)
    }
}
