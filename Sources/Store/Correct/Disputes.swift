internal import Model
internal import SQLite

// What articles leave open between them.
extension Store {
    /// What sources say differently, where nobody has said yet which of them is right.
    func openConflicts() throws -> [ReviewItem] {
        try allConflicts().filter { try isOpen($0) }.map { conflict in
            ReviewItem(
                question: .conflict(conflict), reason: "sources say different things: \(conflict.field)",
                confidence: 0.2)
        }
    }

    func isOpen(_ conflict: Conflict) throws(SQLiteError) -> Bool {
        if let field = conflict.agreementField {
            return try database.value(
                """
                SELECT EXISTS (SELECT 1 FROM agreement WHERE id = ?1)
                AND NOT EXISTS (SELECT 1 FROM agreement_setting WHERE agreement_id = ?1 AND field = ?2)
                """, [conflict.agreement, field.rawValue], as: Bool.self) ?? false
        }
        // Who puts a clause right vouches for it.
        let unsure = try database.value(
            "SELECT count(*) FROM clause WHERE id IN (?1, ?2) AND confidence < 1",
            [conflict.one.clause, conflict.other.clause], as: Int.self)
        return unsure == 2
    }

    /// Short names that several companies share, in articles that do not tell which of them they mean.
    func sharedNames() throws -> [ReviewItem] {
        let log = CorrectionLog(database)
        try log.refresh()
        let identities = try Identities(database, log)
        let kept = try database.rows(
            """
            SELECT company_key.id, company.id, company.name, article_id, source
            FROM company_key
            JOIN company_article ON key_id = company_key.id
            JOIN company ON company.id = company_article.company_id
                AND (company.normalized, company.legal_form) = (company_key.normalized, company_key.legal_form)
            JOIN current_article ON current_article.id = article_id
            WHERE is_shared ORDER BY company_key.id, article_id
            """, as: Int64.self, Int64.self, String.self, Int64.self, String.self)
        return try kept.compactMap { key, company, name, article, source in
            let candidates = try self.candidates(of: key, identities).filter { $0.id != company }
            guard candidates.count > 1 else { return nil }
            return ReviewItem(
                question: .shortName(
                    SharedName(name: name, company: company, article: article, source: source, candidates: candidates)),
                reason: "\(candidates.count) companies share this name", confidence: 0.25)
        }
    }

    private func candidates(of key: Int64, _ identities: Identities) throws -> [CompanyRecord] {
        guard let key = try identities.keys.key(key), case .several(let ends) = try identities.roots.root(of: key)
        else {
            return []
        }
        let ids = try ends.compactMap { try identities.keys.key($0).flatMap { try identities.keys.company(of: $0) } }
        return try ids.map { try companyRecord($0) }.sorted {
            ($0.articles, $0.mentions, $1.id) > ($1.articles, $1.mentions, $0.id)
        }
    }
}
