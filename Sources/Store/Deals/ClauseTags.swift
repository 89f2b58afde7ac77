internal import SQLite

/// The tags of the clauses of some agreements in the full-text index, to be brought up to date after the agreements
/// have changed.
struct ClauseTags {
    private let database: Database
    private let before: [Int64: String]

    init(of agreements: Set<Int64>, _ database: Database) throws(SQLiteError) {
        self.database = database
        var before: [Int64: String] = [:]
        for agreement in agreements {
            let rows = try database.rows(
                "SELECT clause.id, tags FROM clause JOIN clause_text USING (id) WHERE clause.agreement_id = ?1",
                [agreement], as: Int64.self, String.self)
            for (id, tags) in rows { before[id] = tags }
        }
        self.before = before
    }

    /// - Parameter article: the article whose clauses are meant.
    init(ofArticle article: Int64, _ database: Database) throws(SQLiteError) {
        self.database = database
        let rows = try database.rows(
            "SELECT clause.id, tags FROM clause JOIN clause_text USING (id) WHERE clause.article_id = ?1", [article],
            as: Int64.self, String.self)
        before = Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }

    /// - Parameter words: clauses that still wait to be indexed.
    func refresh(_ words: WordQueue) throws(SQLiteError) {
        for (id, old) in before.sorted(by: { $0.key < $1.key }) {
            let new = try database.value("SELECT tags FROM clause_text WHERE id = ?1", [id], as: String.self)
            guard let new, new != old, !words.retag(clause: id, new) else { continue }
            // An external-content index is told what was in it.
            try database.run(
                """
                INSERT INTO clause_fts (clause_fts, rowid, quote, context, tags)
                SELECT 'delete', id, quote, context, ?2 FROM clause_text WHERE id = ?1
                """, id, old)
            try database.run(
                """
                INSERT INTO clause_fts (rowid, quote, context, tags)
                SELECT id, quote, context, tags FROM clause_text WHERE id = ?1
                """, id)
        }
    }
}
