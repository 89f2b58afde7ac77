internal import SQLite

extension Store {
    /// Checks the database: its structure, its references, its full-text indexes, and that each quote is
    /// where it says it is. Changes nothing.
    /// - Returns: what is wrong; empty where nothing is.
    public func verify() throws(StoreError) -> [Finding] {
        try wrap {
            var findings = try integrity()
            // On a damaged file the other checks can only repeat that.
            guard findings.isEmpty else { return findings }
            findings += try references()
            findings += try quotes()
            findings += try fullText(
                "sentence_fts", "INSERT INTO sentence_fts (sentence_fts, rank) VALUES ('integrity-check', 1)")
            findings += try fullText(
                "clause_fts", "INSERT INTO clause_fts (clause_fts, rank) VALUES ('integrity-check', 1)")
            return findings
        }
    }

    private func integrity() throws(SQLiteError) -> [Finding] {
        do {
            return try database.values("PRAGMA integrity_check", as: String.self).filter { $0 != "ok" }.map {
                Finding(check: "integrity", detail: $0)
            }
        } catch {
            guard error.code?.primary == .corrupt else { throw error }
            return [Finding(check: "integrity", detail: error.description)]
        }
    }

    private func references() throws(SQLiteError) -> [Finding] {
        try database.rows(
            "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check", as: String.self, Int.self,
            String.self
        ).map { Finding(check: "foreign-keys", detail: "row \($0.1) of \($0.0) refers to no \($0.2)") }
    }

    private func quotes() throws(SQLiteError) -> [Finding] {
        try database.values(
            """
            SELECT clause.id FROM clause JOIN article ON article.id = clause.article_id
            WHERE substr(article.body, quote_start + 1, quote_end - quote_start) IS NOT clause.quote
            """, as: Int64.self
        ).map { Finding(check: "quotes", detail: "the quote of clause \($0) is not where it says it is") }
    }

    /// Asks FTS5 to compare its index with the text it was made from. It answers by an error.
    /// <https://sqlite.org/fts5.html#the_integrity_check_command>
    private func fullText(_ table: String, _ check: String) throws(SQLiteError) -> [Finding] {
        do {
            // The command is an INSERT that inserts nothing: it needs a connection that may write.
            try Database(path: path, mode: .readWrite).run(check)
            return []
        } catch {
            guard error.code?.primary == .corrupt else { throw error }
            return [Finding(check: "full-text", detail: "\(table) is not in step with the text; rebuild it")]
        }
    }
}
