public import Model
internal import SQLite

extension Store {
    /// A company by its id or any of its names, with everything known of it.
    /// - Throws: `unknown` or `ambiguous`, here and below.
    public func company(_ nameOrID: String) throws(StoreError) -> CompanyDetail {
        try wrap {
            let id = try Lookup(database: database).company(nameOrID)
            return CompanyDetail(
                company: try companyRecord(id), agreements: try agreements(of: id),
                owes: try clauses(of: id, role: "obligor"), owed: try clauses(of: id, role: "beneficiary"))
        }
    }

    func companyRecord(_ id: Int64) throws -> CompanyRecord {
        let name = try database.value("SELECT name FROM company WHERE id = ?1", [id], as: String.self) ?? ""
        let (aliases, products) = try records.names(of: id, besides: name)
        // From a company to its sentences lead the tags of the index; see mention in the schema.
        let counts = try database.row(
            """
            SELECT count(DISTINCT article_id), count(*)
            FROM sentence_fts
            JOIN sentence ON sentence.id = sentence_fts.rowid
            JOIN mention ON mention.sentence_id = sentence.id AND mention.company_id = ?2
            JOIN current_article ON current_article.id = article_id
            WHERE sentence_fts MATCH 'tags:' || ?1
            """, [Tags.company(id), id], as: Int.self, Int.self)
        return CompanyRecord(
            id: id, name: name, aliases: aliases, products: products, articles: counts?.0 ?? 0,
            mentions: counts?.1 ?? 0, agreements: try agreements(of: id).count)
    }

    private func agreements(of company: Int64) throws -> [AgreementRecord] {
        try records.agreements(
            """
            JOIN agreement_party ON agreement_party.agreement_id = agreement.id
            WHERE agreement_party.company_id = ?1 AND EXISTS (
                SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
                WHERE agreement_article.agreement_id = agreement.id)
            ORDER BY agreement.id
            """, [company])
    }

    private func clauses(of company: Int64, role: String) throws -> [ClauseRecord] {
        try records.clauses(
            """
            JOIN clause_party ON clause_party.clause_id = clause.id
            WHERE clause_party.company_id = ?1 AND clause_party.role = ?3
            AND clause.id IN (SELECT rowid FROM clause_fts WHERE clause_fts MATCH 'tags:' || ?2)
            AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
            ORDER BY clause.article_id, clause.quote_start, clause.id
            """, [company, Tags.company(company), role])
    }

    /// An agreement by its id or words that only its parties and kind have, with its clauses and sources.
    public func agreement(_ nameOrID: String) throws(StoreError) -> AgreementDetail {
        try wrap {
            var detail = try detail(of: try Lookup(database: database).agreement(nameOrID))
            detail.history = try history(of: detail)
            return detail
        }
    }

    /// An agreement with its clauses and sources, without its history.
    func detail(of id: Int64) throws -> AgreementDetail {
        guard let agreement = try records.agreements("WHERE agreement.id = ?1", [id]).first else {
            throw StoreError.unknown(kind: "agreement", name: "\(id)", similar: [])
        }
        let clauses = try records.clauses(
            """
            WHERE clause.agreement_id = ?1
            AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
            ORDER BY clause.article_id, clause.quote_start, clause.id
            """, [id])
        let roles = try database.values(
            "SELECT role FROM agreement_party WHERE agreement_id = ?1 ORDER BY position", [id], as: String?.self)
        return AgreementDetail(
            agreement: agreement, reports: try reports(of: id), clauses: clauses, partyRoles: roles)
    }

    private func reports(of agreement: Int64) throws -> [AgreementReport] {
        let select = try Statement(
            database,
            """
            SELECT article.id, source, title, published, status, value, currency, announced, effective, expires,
                confidence, sketch
            FROM agreement_article
            JOIN current_article AS article ON article.id = agreement_article.article_id
            LEFT JOIN reading ON reading.article_id = article.id
            WHERE agreement_id = ?1
            ORDER BY coalesce(published, ''), sha256
            """)
        try select.bind(agreement, at: 1)
        var reports: [AgreementReport] = []
        var sketches: [Sketch?] = []
        while try select.step() {
            reports.append(
                AgreementReport(
                    article: try Int64.read(from: select, at: 0), source: try String.read(from: select, at: 1),
                    title: try String.read(from: select, at: 2), published: try String?.read(from: select, at: 3),
                    status: AgreementStatus(rawValue: try String.read(from: select, at: 4)) ?? .rumored,
                    value: try Records.money(select, at: 5), announced: try String?.read(from: select, at: 7),
                    effective: try String?.read(from: select, at: 8), expires: try String?.read(from: select, at: 9),
                    confidence: try Double.read(from: select, at: 10)))
            sketches.append(try [UInt8]?.read(from: select, at: 11).flatMap { Sketch(bytes: $0) })
        }
        for (index, first) in Stories.groups(sketches).enumerated() where first != index {
            reports[index].reprintOf = reports[first].source
        }
        return reports
    }

    /// A clause by its id, with its agreement and its sentence.
    public func clause(_ id: String) throws(StoreError) -> ClauseDetail {
        try wrap {
            guard let number = Int64(id), let clause = try records.clauses("WHERE clause.id = ?1", [number]).first
            else { throw StoreError.unknown(kind: "clause", name: id, similar: []) }
            let agreement = try clause.agreement.flatMap {
                try records.agreements("WHERE agreement.id = ?1", [$0]).first
            }
            let sentence = try database.value(
                "SELECT text FROM sentence_view WHERE id = (SELECT sentence_id FROM clause WHERE id = ?1)", [number],
                as: String.self)
            return ClauseDetail(clause: clause, agreement: agreement, sentence: sentence ?? clause.quote)
        }
    }

    /// An article by its id, source or title, with its text and what was read out of it.
    public func article(_ nameOrID: String) throws(StoreError) -> ArticleDetail {
        try wrap {
            let id = try Lookup(database: database).article(nameOrID)
            guard let article = try records.articles("WHERE id = ?1", [id]).first,
                let body = try database.value("SELECT body FROM article WHERE id = ?1", [id], as: String.self)
            else { throw StoreError.unknown(kind: "article", name: nameOrID, similar: []) }
            let companies = try database.values(
                """
                SELECT company.name FROM sentence
                JOIN mention ON mention.sentence_id = sentence.id
                JOIN company ON company.id = mention.company_id
                WHERE sentence.article_id = ?1
                GROUP BY company.id ORDER BY min(mention_start)
                """, [id], as: String.self)
            let agreements = try records.agreements(
                """
                JOIN agreement_article ON agreement_article.agreement_id = agreement.id
                WHERE agreement_article.article_id = ?1 ORDER BY agreement.id
                """, [id])
            let clauses = try records.clauses(
                "WHERE clause.article_id = ?1 ORDER BY clause.quote_start, clause.id", [id])
            return ArticleDetail(
                article: article, body: body, companies: companies, agreements: agreements, clauses: clauses)
        }
    }
}
