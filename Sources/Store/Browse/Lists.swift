public import Model
internal import SQLite

extension Store {
    /// Companies, those with most agreements first. A `limit` of 0 or less means all, here and below.
    public func companies(limit: Int = 0) throws(StoreError) -> [CompanyRecord] {
        try wrap {
            let rows = try database.rows(
                """
                SELECT id, name, articles, mentions, agreements FROM company_view
                ORDER BY agreements DESC, mentions DESC, name LIMIT ?1
                """, [Self.rows(limit)], as: Int64.self, String.self, Int.self, Int.self, Int.self)
            return try rows.map { id, name, articles, mentions, agreements in
                let (aliases, products) = try records.names(of: id, besides: name)
                return CompanyRecord(
                    id: id, name: name, aliases: aliases, products: products, articles: articles,
                    mentions: mentions, agreements: agreements)
            }
        }
    }

    /// Agreements, the newest first.
    /// - Throws: `unknown` or `ambiguous` for a company, `unknown` for a kind or a status.
    public func agreements(
        _ wanted: AgreementFilter = .init(), limit: Int = 0
    ) throws(StoreError) -> [AgreementRecord] {
        try wrap {
            let lookup = Lookup(database: database)
            let company = try wanted.company.map(lookup.company)
            return try records.agreements(
                company == nil ? Self.all : Self.agreementsOfCompany, then: Self.currentAgreements,
                [
                    company, Self.rows(limit), try wanted.counterparty.map(lookup.company),
                    try Self.list(lookup.kinds(wanted.kinds)), try Self.list(lookup.agreementStatuses(wanted.statuses)),
                ])
        }
    }

    /// The names as an array of JSON; nil for all.
    private static func list(_ names: [String]) -> String? {
        names.isEmpty ? nil : "[\"" + names.joined(separator: "\",\"") + "\"]"
    }

    // One condition that leaves open whether anything is named could not use its index.
    private static let all: StaticString = "WHERE ?1 IS NULL"
    private static let agreementsOfCompany: StaticString = """
        WHERE agreement.id IN (SELECT agreement_id FROM agreement_party WHERE company_id = ?1)
        """
    private static let currentAgreements: StaticString = """
        AND EXISTS (
            SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
            WHERE agreement_id = agreement.id)
        AND (?3 IS NULL OR EXISTS (
            SELECT 1 FROM agreement_party WHERE agreement_id = agreement.id AND company_id = ?3))
        AND (?4 IS NULL OR agreement.kind IN (SELECT value FROM json_each(?4)))
        AND (?5 IS NULL OR agreement.status IN (SELECT value FROM json_each(?5)))
        ORDER BY (
            SELECT max(coalesce(published, '')) FROM agreement_article JOIN article ON article.id = article_id
            WHERE agreement_id = agreement.id) DESC, agreement.id DESC
        LIMIT ?2
        """

    /// Clauses in the order of their articles; of these types, of one company that owes or gets them.
    /// - Throws: `unknown` for a type, `unknown` or `ambiguous` for the company.
    public func clauses(
        types: [ClauseType] = [], company: String? = nil, limit: Int = 0
    ) throws(StoreError) -> [ClauseRecord] {
        try wrap {
            let ids = try clauseIDs(types: types, company: company).map { ids in
                "[" + ids.map(String.init).joined(separator: ",") + "]"
            }
            return try records.clauses(
                ids == nil ? Self.all : Self.clausesAmong, then: Self.currentClauses, [ids, Self.rows(limit)])
        }
    }

    /// The clauses that the indexes know to have one of these types and to be of this company; nil for all.
    private func clauseIDs(types: [ClauseType], company: String?) throws -> Set<Int64>? {
        let lookup = Lookup(database: database)
        let names = try lookup.types(types)
        let ofTypes: Set<Int64>? =
            try names.isEmpty
            ? nil
            : Set(
                database.values(
                    "SELECT rowid FROM clause_fts WHERE clause_fts MATCH ?1", [Filter.tags(ofTypes: names, database)],
                    as: Int64.self))
        guard let company = try company.map(lookup.company) else { return ofTypes }
        let ofCompany = Set(
            try database.values(
                // The tags know the clauses of its agreements too.
                """
                SELECT clause_id FROM clause_party WHERE company_id = ?1
                AND clause_id IN (SELECT rowid FROM clause_fts WHERE clause_fts MATCH 'tags:' || ?2)
                """, [company, Tags.company(company)], as: Int64.self))
        return ofTypes?.intersection(ofCompany) ?? ofCompany
    }

    private static let clausesAmong: StaticString = "WHERE clause.id IN (SELECT value FROM json_each(?1))"
    private static let currentClauses: StaticString = """
        AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
        ORDER BY clause.article_id, clause.quote_start, clause.id
        LIMIT ?2
        """

    /// Articles in the order of their ingest, those that a later reading replaced left out.
    public func articles(limit: Int = 0) throws(StoreError) -> [ArticleRecord] {
        try wrap { try records.articles("WHERE current ORDER BY id LIMIT ?1", [Self.rows(limit)]) }
    }

    var records: Records { Records(database: database) }

    /// A LIMIT for SQL, where less than nothing means all.
    static func rows(_ limit: Int) -> Int { limit > 0 ? limit : -1 }
}
