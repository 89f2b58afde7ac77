internal import Model
internal import SQLite

/// Which articles a correction concerns: those whose facts it can change, and at times a few more.
struct Scope {
    let database: Database

    func articles(of correction: Correction) throws -> [Int64] {
        switch correction.subject {
        case .company(let company, _, _):
            return try articles(naming: company.names + correction.list)
        case .agreement(let agreement):
            var articles = try articles(reporting: agreement)
            // Later ones, which would report it, do not.
            if correction.action == .rejectAgreement { articles += try self.articles(namingAll: agreement.parties) }
            if case .agreement(let target) = correction.after { articles += try self.articles(reporting: target) }
            if correction.field == "parties" {
                var changed = agreement
                changed.parties = correction.list.map { CompanyReference(name: $0, names: []) }
                articles += try self.articles(reporting: changed)
            }
            return Set(articles).sorted()
        case .clause(let clause): return try articles(sha256: [clause.article])
        case .article: return []
        }
    }

    /// The articles that speak of a company with one of these names, be it only since people said so.
    private func articles(naming names: [String]) throws -> [Int64] {
        var articles: Set<Int64> = []
        for company in try companies(named: names) {
            articles.formUnion(
                try database.values(
                    """
                    SELECT article_id FROM company_article WHERE company_id = ?2
                    UNION SELECT article_id FROM sentence_fts JOIN sentence ON sentence.id = sentence_fts.rowid
                    WHERE sentence_fts MATCH 'tags:' || ?1
                    UNION SELECT article_id FROM company_name WHERE company_id = ?2 AND article_id IS NOT NULL
                    UNION SELECT article_id FROM clause_fts JOIN clause ON clause.id = clause_fts.rowid
                    WHERE clause_fts MATCH 'tags:' || ?1
                    UNION SELECT article_id FROM agreement_article
                        JOIN agreement_party USING (agreement_id) WHERE company_id = ?2
                    """, [Tags.company(company), company], as: Int64.self))
        }
        return articles.sorted()
    }

    private func articles(namingAll companies: [CompanyReference]) throws -> Set<Int64> {
        var common: Set<Int64>?
        for company in companies {
            var own: Set<Int64> = []
            for id in try self.companies(named: company.names) {
                own.formUnion(
                    try database.values(
                        "SELECT article_id FROM company_article WHERE company_id = ?1", [id], as: Int64.self))
            }
            common = common?.intersection(own) ?? own
        }
        return common ?? []
    }

    private func companies(named names: [String]) throws -> Set<Int64> {
        var companies: Set<Int64> = []
        for name in Set(names) {
            companies.formUnion(
                try database.values(
                    """
                    SELECT company_id FROM company_name WHERE normalized = ?1
                    UNION SELECT id FROM company WHERE normalized = ?2
                    """, [CompanyKey(name).normalized, IdentityKey(name).normalized], as: Int64.self))
        }
        return companies
    }

    /// The articles that are known to report it, and those that report any agreement of its parties.
    private func articles(reporting agreement: AgreementReference) throws -> [Int64] {
        var agreements: Set<Int64>?
        for party in agreement.parties {
            var ofParty: Set<Int64> = []
            for company in try companies(named: party.names) {
                ofParty.formUnion(
                    try database.values(
                        "SELECT agreement_id FROM agreement_party WHERE company_id = ?1", [company], as: Int64.self))
            }
            agreements = agreements?.intersection(ofParty) ?? ofParty
        }
        var articles = try articles(sha256: agreement.articles)
        for agreement in agreements ?? [] {
            articles += try database.values(
                "SELECT article_id FROM agreement_article WHERE agreement_id = ?1", [agreement], as: Int64.self)
        }
        return Set(articles).sorted()
    }

    /// With the later readings of their sources.
    private func articles(sha256: [String]) throws -> [Int64] {
        try sha256.compactMap { Hexadecimal.bytes($0) }.flatMap {
            try database.values(
                """
                WITH RECURSIVE reading(id) AS (
                    SELECT id FROM article WHERE sha256 = ?1
                    UNION SELECT article.id FROM article JOIN reading ON supersedes = reading.id)
                SELECT id FROM reading
                """, [$0], as: Int64.self)
        }
    }

    /// All that was read out of the article's source, earlier and later.
    func readings(of article: Int64) throws(SQLiteError) -> [Int64] {
        try database.values(
            """
            WITH RECURSIVE line(id) AS (
                SELECT ?1
                UNION SELECT supersedes FROM article JOIN line USING (id) WHERE supersedes IS NOT NULL
                UNION SELECT article.id FROM article JOIN line ON supersedes = line.id)
            SELECT id FROM line JOIN reading ON article_id = id ORDER BY id
            """, [article], as: Int64.self)
    }
}
