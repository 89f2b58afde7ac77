public import Model
internal import SQLite

extension Store {
    /// What kb is least sure of, the least sure first: clauses and agreements of low confidence, agreements without
    /// two parties, what sources say differently, companies whose names are nearly the same, and short names that
    /// several companies share. What a person has answered is not asked again.
    /// - Parameters:
    ///   - confidence: clauses and agreements below it are asked about.
    ///   - limit: how many at most; 0 or less means all.
    public func review(below confidence: Double = 0.5, limit: Int = 0) throws(StoreError) -> [ReviewItem] {
        try wrap {
            var items =
                try doubtfulClauses(confidence) + doubtfulAgreements(confidence) + openConflicts() + sharedNames()
                + nearCompanies()
            // In the order of their making where they are alike: a stable sort.
            items = items.enumerated().sorted {
                ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset)
            }
            .map(\.element)
            if limit > 0 { items = Array(items.prefix(limit)) }
            return try items.map { item in
                var item = item
                item.passage = try passage(for: item.question)
                if case .conflict(let conflict) = item.question { item.otherPassage = try passage(of: conflict.one) }
                return item
            }
        }
    }

    private func doubtfulClauses(_ confidence: Double) throws(SQLiteError) -> [ReviewItem] {
        try records.clauses(
            """
            WHERE clause.confidence < ?1
            AND NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
            ORDER BY clause.confidence, clause.id
            """, [confidence]
        ).map {
            ReviewItem(question: .clause($0), reason: "low confidence", confidence: $0.confidence)
        }
    }

    private func doubtfulAgreements(_ confidence: Double) throws(SQLiteError) -> [ReviewItem] {
        try records.agreements(
            """
            WHERE EXISTS (
                SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
                WHERE agreement_id = agreement.id)
            AND (confidence < ?1 OR confidence < 1 AND (
                SELECT count(*) FROM agreement_party WHERE agreement_id = agreement.id) < 2)
            ORDER BY confidence, agreement.id
            """, [confidence]
        ).map {
            let isAlone = $0.parties.count < 2
            return ReviewItem(
                question: .agreement($0),
                reason: isAlone ? "fewer than two parties" : "low confidence",
                confidence: isAlone ? $0.confidence / 2 : $0.confidence)
        }
    }

    private func nearCompanies() throws -> [ReviewItem] {
        let apart = try distinguished()
        return try NearCompanies(database).pairs.filter { !apart.contains([$0.one, $0.other]) }.map { pair in
            let (one, other) = (try companyRecord(pair.one), try companyRecord(pair.other))
            // The one that is spoken of more is more likely to be called as it should.
            let isOrdered = (one.articles, one.mentions, -one.id) >= (other.articles, other.mentions, -other.id)
            return ReviewItem(
                question: isOrdered ? .companies(one, other) : .companies(other, one), reason: pair.reason,
                confidence: pair.confidence)
        }
    }

    /// Pairs of companies that a person has told apart.
    private func distinguished() throws -> Set<Set<Int64>> {
        let lookup = Lookup(database: database)
        let pairs = try database.rows(
            "SELECT subject ->> '$.company', after ->> '$' FROM correction WHERE action = 'company-distinct' AND undone_at IS NULL",
            as: String.self, String.self)
        // A name that is gone, or means several by now, tells nothing apart.
        return Set(
            pairs.compactMap { pair in
                guard let one = try? lookup.company(pair.0), let other = try? lookup.company(pair.1) else { return nil }
                return [one, other]
            })
    }
}

extension Store {
    /// Whether what is asked is still there to be answered.
    public func isOpen(_ item: ReviewItem) throws(StoreError) -> Bool {
        try wrap {
            func exists(_ sql: String, _ id: Int64) throws(SQLiteError) -> Bool {
                try database.value(sql, [id], as: Bool.self) ?? false
            }
            switch item.question {
            case .clause(let clause): return try exists("SELECT EXISTS (SELECT 1 FROM clause WHERE id = ?1)", clause.id)
            case .agreement(let agreement):
                return try exists("SELECT EXISTS (SELECT 1 FROM agreement WHERE id = ?1)", agreement.id)
            case .companies(let one, let other):
                let sql = "SELECT EXISTS (SELECT 1 FROM company WHERE id = ?1)"
                return try exists(sql, one.id) && exists(sql, other.id)
            case .conflict(let conflict): return try isOpen(conflict)
            case .shortName(let name):
                return try database.value(
                    "SELECT EXISTS (SELECT 1 FROM company_article WHERE article_id = ?1 AND company_id = ?2)",
                    [name.article, name.company], as: Bool.self) ?? false
            }
        }
    }
}
