internal import Model
internal import SQLite

/// Reads records with the names of what they refer to. The conditions it takes are SQL written in this
/// module, never text from outside; `order` follows the condition.
struct Records {
    let database: Database

    func clauses(
        _ condition: StaticString, then order: StaticString = "", _ values: [any ColumnValue] = []
    ) throws(SQLiteError) -> [ClauseRecord] {
        let select = try Statement(
            database,
            """
            SELECT clause.id, clause.type, clause.status, clause.quote, clause.quote_start, clause.quote_end,
                clause.line, clause.agreement_id, clause.amount, clause.currency, clause.percent, clause.speaker,
                clause.confidence, article.id, article.source, article.title, article.published
            FROM clause JOIN article ON article.id = clause.article_id
            \(condition)
            \(order)
            """)
        try select.bind(all: values)
        let parties = try Statement(
            database,
            """
            SELECT role, company.name FROM clause_party JOIN company ON company.id = company_id
            WHERE clause_id = ?1 ORDER BY position
            """)
        var clauses: [ClauseRecord] = []
        while try select.step() {
            var clause = try Self.clause(select)
            try parties.bind(clause.id, at: 1)
            for (role, name) in try parties.rows(as: String.self, String.self) {
                if role == "obligor" { clause.obligors.append(name) } else { clause.beneficiaries.append(name) }
            }
            clauses.append(clause)
        }
        return clauses
    }

    private static func clause(_ row: borrowing Statement) throws(SQLiteError) -> ClauseRecord {
        let (id, type, status, quote, start, end, line) = (
            try Int64.read(from: row, at: 0), try String.read(from: row, at: 1), try String.read(from: row, at: 2),
            try String.read(from: row, at: 3), try Int.read(from: row, at: 4), try Int.read(from: row, at: 5),
            try Int.read(from: row, at: 6)
        )
        return ClauseRecord(
            id: id, type: ClauseType(rawValue: type), status: ClauseStatus(rawValue: status) ?? .stated,
            quote: quote, start: start, end: end, line: line, agreement: try Int64?.read(from: row, at: 7),
            amount: try money(row, at: 8), percent: try Double?.read(from: row, at: 10),
            speaker: try String?.read(from: row, at: 11), confidence: try Double.read(from: row, at: 12),
            article: try Int64.read(from: row, at: 13), source: try String.read(from: row, at: 14),
            title: try String.read(from: row, at: 15), published: try String?.read(from: row, at: 16))
    }

    /// An amount and, in the column after it, its currency.
    static func money(_ row: borrowing Statement, at index: Int) throws(SQLiteError) -> Money? {
        guard let amount = try Double?.read(from: row, at: index),
            let currency = try String?.read(from: row, at: index + 1)
        else { return nil }
        return Money(amount: amount, currency: currency)
    }

    func agreements(
        _ condition: StaticString, then order: StaticString = "", _ values: [any ColumnValue] = []
    ) throws(SQLiteError) -> [AgreementRecord] {
        let select = try Statement(
            database,
            """
            SELECT agreement.id, agreement.kind, agreement.status, agreement.value, agreement.currency,
                agreement.announced, agreement.effective, agreement.expires, agreement.confidence,
                (SELECT count(*) FROM agreement_article JOIN current_article ON current_article.id = article_id
                 WHERE agreement_id = agreement.id),
                (SELECT count(*) FROM clause JOIN current_article ON current_article.id = article_id
                 WHERE agreement_id = agreement.id),
                agreement.sources,
                (SELECT max(published) FROM agreement_article JOIN current_article ON current_article.id = article_id
                 WHERE agreement_id = agreement.id)
            FROM agreement
            \(condition)
            \(order)
            """)
        try select.bind(all: values)
        let parties = try Statement(database, Self.parties)
        var agreements: [AgreementRecord] = []
        while try select.step() {
            let id = try Int64.read(from: select, at: 0)
            try parties.bind(id, at: 1)
            agreements.append(
                AgreementRecord(
                    id: id, kind: AgreementKind(rawValue: try String.read(from: select, at: 1)),
                    status: AgreementStatus(rawValue: try String.read(from: select, at: 2)) ?? .rumored,
                    parties: try parties.values(as: String.self), value: try Self.money(select, at: 3),
                    reported: try String?.read(from: select, at: 12),
                    announced: try String?.read(from: select, at: 5),
                    effective: try String?.read(from: select, at: 6), expires: try String?.read(from: select, at: 7),
                    confidence: try Double.read(from: select, at: 8), articles: try Int.read(from: select, at: 9),
                    clauses: try Int.read(from: select, at: 10), sources: try Int.read(from: select, at: 11)))
        }
        return agreements
    }

    /// What a hit says of its agreement: to count its articles and clauses takes a tenth of the time of a query.
    func agreement(_ id: Int64) throws(SQLiteError) -> Hit.Agreement? {
        guard
            let (kind, status) = try database.row(
                "SELECT kind, status FROM agreement WHERE id = ?1", [id], as: String.self, String.self)
        else { return nil }
        return Hit.Agreement(
            id: id, kind: AgreementKind(rawValue: kind), status: AgreementStatus(rawValue: status) ?? .rumored,
            parties: try database.values(Self.parties, [id], as: String.self))
    }

    private static let parties = """
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = ?1 ORDER BY position
        """

    func articles(_ condition: StaticString, _ values: [any ColumnValue] = []) throws(SQLiteError) -> [ArticleRecord] {
        let rows = try database.rows(
            """
            SELECT id, source, title, published, publisher, sha256, ingested_at, extractor, current, agreements, clauses
            FROM article_view
            \(condition)
            """, values, as: Int64.self, String.self, String.self, String?.self, String?.self, String.self,
            String.self, String.self, Bool.self, Int.self, Int.self)
        return rows.map {
            ArticleRecord(
                id: $0.0, source: $0.1, title: $0.2, published: $0.3, publisher: $0.4, sha256: $0.5, ingested: $0.6,
                extractor: $0.7, current: $0.8, agreements: $0.9, clauses: $0.10)
        }
    }

    /// The other names of a company: all but `name`.
    func names(of company: Int64, besides name: String) throws(SQLiteError) -> (aliases: [String], products: [String]) {
        let names = try database.rows(
            "SELECT DISTINCT kind = 'product', name FROM company_name WHERE company_id = ?1 ORDER BY name", [company],
            as: Bool.self, String.self)
        return (
            names.filter { !$0.0 && $0.1 != name }.map(\.1), names.filter(\.0).map(\.1)
        )
    }
}
