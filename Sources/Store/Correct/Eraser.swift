internal import SQLite

/// Takes the facts of one article out of the knowledge base: what only it said goes, what others say too stays.
///
/// All of it runs inside the caller's transaction.
struct Eraser {
    let database: Database
    let log: CorrectionLog
    private let known = ReadCompanies()

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

    /// Calls companies by the fullest of the names that are left, and takes out those that have none.
    /// - Returns: those that agreements still have as parties.
    func rename(_ companies: [Int64]) throws(SQLiteError) -> [Int64] {
        var waiting: [Int64] = []
        for company in companies where try !rename(company) { waiting.append(company) }
        return waiting
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

    private func eraseClauses(of article: Int64, _ text: (title: String, body: [UInt8])) throws(SQLiteError) {
        // An external-content index is told what was in it. <https://sqlite.org/fts5.html#external_content_tables>
        let filed = try Statement(
            database,
            """
            SELECT clause.id, clause.quote, byte_start, byte_end, tags
            FROM clause JOIN clause_text ON clause_text.id = clause.id LEFT JOIN sentence ON sentence.id = sentence_id
            WHERE clause.article_id = ?1
            """)
        let forget = try Statement(
            database,
            "INSERT INTO clause_fts (clause_fts, rowid, quote, context, tags) VALUES ('delete', ?1, ?2, ?3, ?4)")
        try filed.bind(article, at: 1)
        while try filed.step() {
            let (id, quote, start, end, tags) = try filed.decode(
                Int64.self, String.self, Int?.self, Int?.self, String.self)
            let around = max(0, start ?? 0)..<max(0, start ?? 0, end ?? 0)
            guard around.upperBound <= text.body.count else { throw SQLiteError.outside("clause \(id)") }
            let words = Array(quote.utf8)
            let context = ClauseContext.bytes(
                title: text.title, sentence: text.body.span.extracting(around), quote: words.span)
            try forget.bind(id, at: 1)
            try forget.bind(text: words.span, at: 2)
            try forget.bind(text: context.span, at: 3)
            try forget.bind(tags, at: 4)
            try forget.run()
        }
        let clauses = "SELECT id FROM clause WHERE article_id = ?1"
        try database.run("DELETE FROM clause_party WHERE clause_id IN (\(clauses))", article)
        try database.run("DELETE FROM clause_value WHERE clause_id IN (\(clauses))", article)
        try database.run("DELETE FROM clause WHERE article_id = ?1", article)
    }

    private func eraseSentences(of article: Int64, _ body: [UInt8]) throws(SQLiteError) {
        let sentences = try database.rows(
            """
            SELECT sentence.id, byte_start, byte_end, tags FROM sentence JOIN sentence_view USING (id)
            WHERE sentence.article_id = ?1
            """, [article], as: Int64.self, Int.self, Int.self, String.self)
        let forget = try Statement(
            database, "INSERT INTO sentence_fts (sentence_fts, rowid, text, tags) VALUES ('delete', ?1, ?2, ?3)")
        let eraseMentions = try Statement(database, "DELETE FROM mention WHERE sentence_id = ?1")
        for (id, start, end, tags) in sentences {
            guard 0 <= start, start <= end, end <= body.count else { throw SQLiteError.outside("sentence \(id)") }
            try forget.bind(id, at: 1)
            try forget.bind(text: body, start..<end, at: 2)
            try forget.bind(tags, at: 3)
            try forget.run()
            try eraseMentions.bind(id, at: 1)
            try eraseMentions.run()
        }
        try database.run("DELETE FROM sentence WHERE article_id = ?1", article)
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

    /// The names that `article` was the first to give: another article that calls the company so vouches for it
    /// now; a name without one goes.
    private func eraseNames(of company: Int64, givenBy article: Int64) throws {
        let given = try database.rows(
            "SELECT kind, name FROM company_name WHERE company_id = ?1 AND article_id = ?2", [company, article],
            as: String.self, String.self)
        try erase(names: given.map { ($0.0, $0.1) }, of: company)
    }

    /// Takes names from a company, or finds another article that vouches for them.
    func erase(names: [(kind: String, name: String)], of company: Int64) throws {
        guard !names.isEmpty else { return }
        let vouchers = try NameVouchers(database, log, known).vouchers(for: names, of: company)
        for (kind, name) in names {
            if let other = vouchers[[kind, name]] {
                try database.run(
                    "UPDATE company_name SET article_id = ?4 WHERE company_id = ?1 AND kind = ?2 AND name = ?3",
                    company, kind, name, other)
            } else {
                try database.run(
                    "DELETE FROM company_name WHERE company_id = ?1 AND kind = ?2 AND name = ?3", company, kind, name)
            }
        }
    }

    /// - Returns: false where it has no name, and an agreement has it as a party.
    private func rename(_ company: Int64) throws(SQLiteError) -> Bool {
        let names = try database.rows(
            "SELECT kind, name FROM company_name WHERE company_id = ?1", [company], as: String.self, String.self)
        guard !names.isEmpty else {
            let isNamed = try database.value(
                "SELECT EXISTS (SELECT 1 FROM company_article WHERE company_id = ?1)", [company], as: Bool.self)
            if isNamed == true { return true }
            let isParty = try database.value(
                "SELECT EXISTS (SELECT 1 FROM agreement_party WHERE company_id = ?1)", [company], as: Bool.self)
            if isParty == true { return false }
            try database.run("UPDATE company_key SET company_id = NULL WHERE company_id = ?1", company)
            try database.run("DELETE FROM company WHERE id = ?1", company)
            return true
        }
        let own = names.filter { $0.0 == "name" }.map(\.1)
        let candidates = own.isEmpty ? names.map(\.1) : own
        let best = candidates.dropFirst().reduce(candidates[0]) { CompanyName.isFuller($1, than: $0) ? $1 : $0 }
        try database.run("UPDATE company SET name = ?2 WHERE id = ?1", company, best)
        return true
    }
}

extension SQLiteError {
    fileprivate static func outside(_ what: String) -> SQLiteError {
        .failed(.corrupt, message: "\(what) lies outside of its article")
    }
}
