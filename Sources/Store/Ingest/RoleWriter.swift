internal import SQLite

/// Writes which part each party has in an agreement, once all that was filed is in its place.
final class RoleWriter {
    private let kinds: Statement
    private let parties: Statement
    private let clauses: Statement
    private let update: Statement
    private var due: Set<Int64> = []

    init(_ database: Database) throws(SQLiteError) {
        kinds = try Statement(database, "SELECT kind FROM agreement WHERE id = ?1")
        parties = try Statement(
            database, "SELECT company_id, role FROM agreement_party WHERE agreement_id = ?1 ORDER BY position")
        clauses = try Statement(
            database,
            """
            SELECT clause.id, type, quote, confidence, role = 'obligor', company_id
            FROM clause JOIN clause_party ON clause_id = clause.id
            WHERE agreement_id = ?1 AND status <> 'denied'
                AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = clause.article_id)
            ORDER BY clause.id
            """)
        update = try Statement(
            database, "UPDATE agreement_party SET role = ?3 WHERE agreement_id = ?1 AND company_id = ?2")
    }

    /// The kind, the parties or the clauses of these agreements may be others than they were.
    func reconsider(_ agreements: [Int64]) { due.formUnion(agreements) }

    /// Says of all that changed who is what.
    func settle() throws(SQLiteError) {
        defer { due = [] }
        for agreement in due.sorted() { try settle(agreement) }
    }

    private func settle(_ agreement: Int64) throws(SQLiteError) {
        try kinds.bind(agreement, at: 1)
        guard let kind = try kinds.values(as: String.self).first else { return }
        try parties.bind(agreement, at: 1)
        let stored = try parties.rows(as: Int64.self, String?.self)
        let companies = stored.map(\.0)
        let evidence = PartyRoles.shared.know(kind) && companies.count > 1 ? try evidence(of: agreement) : []
        let roles = PartyRoles.shared.roles(of: companies, kind: kind, evidence)
        for (party, role) in zip(stored, roles) where party.1 != role {
            try update.bind(all: [agreement, party.0, role])
            try update.run()
        }
    }

    private func evidence(of agreement: Int64) throws(SQLiteError) -> [PartyRoles.Evidence<Int64>] {
        try clauses.bind(agreement, at: 1)
        var found: [PartyRoles.Evidence<Int64>] = []
        var last: Int64?
        for (clause, type, quote, confidence, owes, company) in try clauses.rows(
            as: Int64.self, String.self, String.self, Double.self, Bool.self, Int64.self)
        {
            if clause != last {
                found.append(.init(type: type, quote: quote, confidence: confidence, obligors: [], beneficiaries: []))
                last = clause
            }
            if owes {
                found[found.count - 1].obligors.append(company)
            } else {
                found[found.count - 1].beneficiaries.append(company)
            }
        }
        return found
    }
}
