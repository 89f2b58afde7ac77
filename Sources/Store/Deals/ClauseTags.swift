internal import SQLite

/// Says of which clauses the tags in the full-text index may change, before agreements and companies do.
struct ClauseTags {
    let database: Database
    let words: WordQueue

    func willChange(ofAgreements agreements: Set<Int64>) throws(SQLiteError) {
        for agreement in agreements {
            try willChange("SELECT id FROM clause WHERE agreement_id = ?1", agreement)
        }
    }

    func willChange(ofArticle article: Int64) throws(SQLiteError) {
        try willChange("SELECT id FROM clause WHERE article_id = ?1", article)
    }

    private func willChange(_ clauses: String, _ id: Int64) throws(SQLiteError) {
        for clause in try database.values(clauses, [id], as: Int64.self) { try words.willRetag(clause: clause) }
    }
}
