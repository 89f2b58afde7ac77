internal import Model
internal import SQLite

/// Gives rows the shape that they will be derived into, so that a company or agreement that is called otherwise,
/// or comes back, has its id. Done while the facts are out: the full-text indexes know them by what the rows say.
struct Moulding {
    private let database: Database
    private var statements: [(sql: String, values: [any ColumnValue])] = []
    /// The correction that is taken back.
    private var undone: Correction?
    /// The articles that report what is taken away, or comes back.
    private var articles: [Int64] = []

    init(_ database: Database, for correction: Correction, _ id: Int64) throws {
        self.database = database
        switch (correction.action, correction.subject) {
        case (.renameCompany, .company(let company, _, _)): rename(company.name, correction.text)
        case (.mergeAgreements, .agreement(let agreement)):
            guard case .agreement(let target) = correction.after else { return }
            try group(target, by: id)
            articles = try ids(agreement.articles)
        case (.setAgreement, .agreement(let agreement)) where correction.field == "parties":
            let stays = try self.agreement(agreement)
            let sql = "UPDATE agreement SET correction_id = coalesce(correction_id, ?2) WHERE id = ?1"
            statements.append((sql, [stays, id]))
        case (.splitAgreement, .agreement(let agreement)): articles = try ids(agreement.articles)
        default: break
        }
    }

    init(_ database: Database, takingBack correction: Correction) throws {
        self.database = database
        undone = correction
        if correction.field == "parties" { takeParties(givenBy: correction.id) }
        statements.append(("UPDATE agreement SET correction_id = NULL WHERE correction_id = ?1", [correction.id]))
        switch (correction.action, correction.subject) {
        case (.renameCompany, .company(let company, _, _)): rename(correction.text, company.name)
        case (.mergeCompanies, .company(let company, _, _)), (.splitCompany, .company(let company, _, _)):
            let key = IdentityKey(company.name)
            let sql = "INSERT OR IGNORE INTO company (id, name, normalized, legal_form) VALUES (?1, ?2, ?3, ?4)"
            statements.append((sql, [correction.recordID, company.name, key.normalized, key.legalForm]))
        case (.mergeAgreements, .agreement(let agreement)), (.rejectAgreement, .agreement(let agreement)):
            articles = try ids(agreement.articles)
            let sql = "INSERT OR IGNORE INTO agreement (id, kind, status, confidence) VALUES (?1, ?2, 'signed', 0)"
            statements.append((sql, [correction.recordID, agreement.kind]))
        case (_, .clause(let clause)): articles = try ids([clause.article])
        default: break
        }
    }

    func apply() throws(SQLiteError) {
        for (sql, values) in statements {
            let statement = try Statement(database, sql)
            try statement.bind(all: values)
            try statement.run()
        }
    }

    /// Says of the articles what they had before it was taken away.
    func restore(_ leftovers: inout Eraser.Leftovers) {
        guard let undone else {
            // What is split off or merged leaves its id behind.
            for article in articles { leftovers.former[article]?.agreements = [] }
            return
        }
        guard let record = undone.recordID else { return }
        switch undone.subject {
        case .company: leftovers.companies.append(record)
        case .agreement:
            leftovers.agreements.append(record)
            for article in articles { leftovers.former[article, default: FormerFacts()].agreements.append(record) }
        case .clause(let clause):
            let former = FormerClause(id: record, type: clause.type, range: clause.range)
            for article in articles {
                leftovers.former[article, default: FormerFacts()].clauses.removeAll { $0.id == record }
                leftovers.former[article, default: FormerFacts()].clauses.insert(former, at: 0)
            }
        case .article: break
        }
    }

    private mutating func group(_ agreement: AgreementReference, by correction: Int64) throws {
        let stays = try self.agreement(agreement)
        statements.append(("UPDATE agreement SET correction_id = ?2 WHERE id = ?1", [stays, correction]))
    }

    /// Without the parties that it was given an agreement is known again by its kind.
    private mutating func takeParties(givenBy correction: Int64) {
        let parties = """
            DELETE FROM agreement_party WHERE agreement_id IN (
                SELECT id FROM agreement WHERE correction_id = ?1
                AND NOT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = agreement.id))
            """
        let pairs = """
            DELETE FROM agreement_pair WHERE agreement_id IN (
                SELECT id FROM agreement WHERE correction_id = ?1
                AND NOT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = agreement.id))
            """
        statements += [(parties, [correction]), (pairs, [correction])]
    }

    private mutating func rename(_ name: String, _ new: String) {
        let (key, other) = (IdentityKey(name), IdentityKey(new))
        let sql = """
            UPDATE OR IGNORE company SET name = ?3, normalized = ?4, legal_form = ?5
            WHERE normalized = ?1 AND legal_form = ?2
            """
        statements.append((sql, [key.normalized, key.legalForm, new, other.normalized, other.legalForm]))
    }

    private func ids(_ articles: [String]) throws(SQLiteError) -> [Int64] {
        var ids: [Int64] = []
        for article in articles.compactMap(Hexadecimal.bytes) {
            ids += try database.values("SELECT id FROM article WHERE sha256 = ?1", [article], as: Int64.self)
        }
        return ids
    }

    /// The agreement that is meant: of those of its kind that its articles report, the one with most of its parties.
    private func agreement(_ agreement: AgreementReference) throws -> Int64? {
        let parties = "\n" + agreement.parties.map(\.name).joined(separator: "\n\n") + "\n"
        for article in agreement.articles.compactMap(Hexadecimal.bytes) {
            let found = try database.rows(
                """
                SELECT agreement.id, (
                    SELECT count(*) FROM agreement_party JOIN company ON company.id = company_id
                    WHERE agreement_id = agreement.id AND instr(?3, char(10) || name || char(10)) > 0)
                FROM agreement JOIN agreement_article ON agreement_id = agreement.id
                JOIN article ON article.id = article_id
                WHERE sha256 = ?1 AND agreement.kind = ?2 ORDER BY agreement.id
                """, [article, agreement.kind, parties], as: Int64.self, Int.self)
            if let best = found.max(by: { $0.1 < $1.1 }) { return best.0 }
        }
        return nil
    }
}
