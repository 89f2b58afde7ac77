internal import SQLite

/// Takes the facts of one article out of the knowledge base: what only it said goes, what others say too stays.
///
/// All of it runs inside the caller's transaction.
struct Eraser {
    let database: Database
    let log: CorrectionLog
    let known = ReadCompanies()

    /// Takes out the sentences, mentions, clauses, reports and names that `article` gave, and leaves the article.
    /// - Returns: what to `sweep` when, perhaps, new facts are in: companies and agreements keep their ids so.
    func eraseFacts(of article: Int64) throws -> Leftovers {
        known.forget()
        let companies = try companies(of: article)
        let former = try FormerFacts(of: article, database)
        let text = try text(of: article)
        try eraseClauses(of: article, text)
        let (pairs, thinned) = try eraseReports(of: article)
        try eraseSentences(of: article, text.body)
        let keys = try eraseCompanies(of: article)
        for company in companies { try eraseNames(of: company, givenBy: article) }
        try database.run("DELETE FROM reading WHERE article_id = ?1", article)
        return Leftovers(
            companies: companies, agreements: former.agreements, former: [article: former], keys: [keys], pairs: pairs,
            thinned: thinned)
    }

    /// Takes out what `article` says of agreements.
    /// - Returns: the companies that it ties to each other, and those whose agreements other articles still report.
    func eraseReports(
        of article: Int64
    ) throws(SQLiteError) -> (pairs: [DealSettler.Pair], thinned: [DealSettler.Pair]) {
        let rows = try database.rows(
            """
            SELECT one.company_id, other.company_id, EXISTS (
                SELECT 1 FROM agreement_article AS left_over
                WHERE left_over.agreement_id = one.agreement_id AND left_over.article_id <> ?1)
            FROM agreement_article
            JOIN agreement_party AS one ON one.agreement_id = agreement_article.agreement_id
            JOIN agreement_party AS other
                ON other.agreement_id = one.agreement_id AND other.company_id > one.company_id
            WHERE article_id = ?1
            """, [article], as: Int64.self, Int64.self, Bool.self)
        try database.run("DELETE FROM agreement_setting WHERE article_id = ?1", article)
        try database.run("DELETE FROM agreement_article WHERE article_id = ?1", article)
        let pairs = rows.map { DealSettler.Pair($0.0, $0.1) }
        return (pairs, zip(pairs, rows).filter { $1.2 }.map(\.0))
    }

    /// Takes out agreements that no article reports and companies that have no name any more; the others are
    /// called and summed up by what is left.
    func sweep(_ leftovers: inout Leftovers, settling writer: AgreementWriter) throws(SQLiteError) {
        for agreement in leftovers.agreements {
            let reported = try database.value(
                "SELECT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = ?1)", [agreement], as: Bool.self)
            if reported == true {
                try writer.settle(agreement)
            } else {
                try writer.rows.remove(agreement)
            }
        }
        leftovers.waiting = try rename(leftovers.companies)
    }

    /// The companies that it names, in any way.
    private func companies(of article: Int64) throws(SQLiteError) -> [Int64] {
        try database.values(
            """
            SELECT company_id FROM company_article WHERE article_id = ?1
            UNION
            SELECT company_id FROM sentence JOIN mention ON mention.sentence_id = sentence.id WHERE article_id = ?1
            UNION
            SELECT company_id FROM company_name WHERE article_id = ?1
            UNION
            SELECT company_id FROM clause JOIN clause_party ON clause_id = clause.id WHERE article_id = ?1
            UNION
            SELECT company_id FROM agreement_article
            JOIN agreement_party ON agreement_party.agreement_id = agreement_article.agreement_id WHERE article_id = ?1
            """, [article], as: Int64.self)
    }

    /// The article's text, read once: through the views of the indexes each clause would read all of it.
    private func text(of article: Int64) throws(SQLiteError) -> (title: String, body: [UInt8]) {
        let row = try database.row(
            "SELECT title, CAST(body AS BLOB) FROM article WHERE id = ?1", [article], as: String.self, [UInt8].self)
        return row.map { ($0.0, $0.1) } ?? ("", [])
    }

    /// Takes out which companies the article names and what it says of their names.
    /// - Returns: the names that it says something of.
    private func eraseCompanies(of article: Int64) throws(SQLiteError) -> [Int64] {
        let own = try database.values(
            "SELECT DISTINCT key_id FROM company_article WHERE article_id = ?1", [article], as: Int64.self)
        var keys = Set(own)
        for key in own {
            keys.formUnion(
                try database.values(
                    """
                    DELETE FROM company_key_tie WHERE article_id = ?2 AND (short_id = ?1 OR long_id = ?1)
                    RETURNING CASE short_id WHEN ?1 THEN long_id ELSE short_id END
                    """, [key, article], as: Int64.self))
        }
        try database.run("DELETE FROM company_article WHERE article_id = ?1", article)
        for key in own {
            try database.run(
                """
                UPDATE company_key SET is_own = 0
                WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM company_article WHERE key_id = ?1)
                """, key)
        }
        return keys.sorted()
    }
}
