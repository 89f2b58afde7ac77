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

    /// Agreements, the newest first; of one company, where `company` names it.
    /// - Throws: `unknown` or `ambiguous` for the company.
    public func agreements(company: String? = nil, limit: Int = 0) throws(StoreError) -> [AgreementRecord] {
        try wrap {
            guard let company else {
                return try records.agreements(Self.currentAgreements, [Int64?.none, Self.rows(limit)])
            }
            let id = try Lookup(database: database).company(company)
            return try records.agreements(Self.agreementsOfCompany, [id, Self.rows(limit)])
        }
    }

    // Two conditions, since one that leaves the company open could not use its index.
    private static let currentAgreements: StaticString = """
        WHERE ?1 IS NULL AND EXISTS (
            SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
            WHERE agreement_id = agreement.id)
        ORDER BY (
            SELECT max(coalesce(published, '')) FROM agreement_article JOIN article ON article.id = article_id
            WHERE agreement_id = agreement.id) DESC, agreement.id DESC
        LIMIT ?2
        """
    private static let agreementsOfCompany: StaticString = """
        WHERE agreement.id IN (SELECT agreement_id FROM agreement_party WHERE company_id = ?1) AND EXISTS (
            SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
            WHERE agreement_id = agreement.id)
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
            let lookup = Lookup(database: database)
            // The names go in as one value, between commas: a list of values cannot be bound.
            let names = "," + (try lookup.types(types)).joined(separator: ",") + ","
            guard let company else {
                return try records.clauses(Self.currentClauses, [names, Int64?.none, Self.rows(limit)])
            }
            let id = try lookup.company(company)
            return try records.clauses(Self.clausesOfCompany, [names, id, Self.rows(limit)])
        }
    }

    private static let currentClauses: StaticString = """
        WHERE ?2 IS NULL AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
        AND (?1 = ',,' OR instr(?1, ',' || clause.type || ',') > 0)
        ORDER BY clause.article_id, clause.quote_start, clause.id
        LIMIT ?3
        """
    private static let clausesOfCompany: StaticString = """
        WHERE clause.id IN (SELECT clause_id FROM clause_party WHERE company_id = ?2)
        AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
        AND (?1 = ',,' OR instr(?1, ',' || clause.type || ',') > 0)
        ORDER BY clause.article_id, clause.quote_start, clause.id
        LIMIT ?3
        """

    /// Articles in the order of their ingest, those that a later reading replaced left out.
    public func articles(limit: Int = 0) throws(StoreError) -> [ArticleRecord] {
        try wrap { try records.articles("WHERE current ORDER BY id LIMIT ?1", [Self.rows(limit)]) }
    }

    var records: Records { Records(database: database) }

    /// A LIMIT for SQL, where less than nothing means all.
    static func rows(_ limit: Int) -> Int { limit > 0 ? limit : -1 }
}
