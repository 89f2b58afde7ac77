internal import SQLite

extension Store {
    /// Removes an article, the earlier readings of its source, and every fact that no other article supports,
    /// in one transaction; the text is gone from the file when it returns. That it was done is written down,
    /// with the SHA-256 of its bytes and nothing else of it.
    /// - Parameter nameOrID: the article's id, source or title.
    /// - Returns: the sources of what was removed, the newest reading first.
    /// - Throws: `unknown` or `ambiguous`.
    @discardableResult
    public func forget(article nameOrID: String, reason: String? = nil) throws(StoreError) -> [String] {
        try wrap {
            // Freed pages are overwritten, not only unlinked. <https://sqlite.org/pragma.html#pragma_secure_delete>
            try database.execute("PRAGMA secure_delete = ON")
            defer { try? database.execute("PRAGMA secure_delete = OFF") }
            let sources = try database.transaction {
                let sources = try remove(readingsUpTo: try Lookup(database: database).article(nameOrID), reason)
                // The full-text index keeps deleted words until its segments are merged.
                try database.run("INSERT INTO sentence_fts (sentence_fts) VALUES ('optimize')")
                try database.run("INSERT INTO clause_fts (clause_fts) VALUES ('optimize')")
                return sources
            }
            // The log still holds the pages as they were. Where another process reads, it is cut later.
            try? database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return sources
        }
    }

    private func remove(readingsUpTo newest: Int64, _ reason: String?) throws -> [String] {
        let writer = try preparedWriter()
        try writer.log.refresh()
        let readings = try database.rows(
            """
            WITH RECURSIVE reading(id, depth) AS (
                VALUES (?1, 0)
                UNION ALL
                SELECT supersedes, depth + 1 FROM reading JOIN article USING (id) WHERE supersedes IS NOT NULL)
            SELECT id, source, lower(hex(sha256)) FROM reading JOIN article USING (id) ORDER BY depth
            """, [newest], as: Int64.self, String.self, String.self)
        let later = try Scope(database: database).readings(of: newest).filter { id in
            !readings.contains { $0.0 == id }
        }
        // A reading after it, if any, is the first of its line now.
        try database.run("UPDATE article SET supersedes = NULL WHERE supersedes = ?1", newest)
        for (id, _, sha256) in readings {
            try erase(article: id)
            try redact(corrections: sha256)
            try database.run(
                "INSERT INTO correction (action, subject, reason) VALUES ('forget', json_object('article', ?1), ?2)",
                sha256,
                reason)
        }
        writer.log.invalidate()
        try writer.log.refresh()
        try writer.deriveReadings(of: later)
        try writer.settle()
        return readings.map(\.1)
    }

    /// Takes the article's words out of what was put right in it; where it stood there, that is kept.
    private func redact(corrections sha256: String) throws(SQLiteError) {
        try database.run(
            """
            UPDATE correction SET subject = json_remove(subject, '$.quote', '$.speaker'),
                before = CASE field WHEN 'quote' THEN json_set(before, '$.quote', '') WHEN 'speaker' THEN '""'
                    ELSE before END,
                after = CASE field WHEN 'quote' THEN json_set(after, '$.quote', '') WHEN 'speaker' THEN '""'
                    ELSE after END
            WHERE action GLOB 'clause-*' AND subject ->> '$.article' = ?1
            """, sha256)
    }

    /// Takes an article out, with every fact that no other article supports.
    func erase(article: Int64) throws {
        let writer = try preparedWriter()
        let eraser = Eraser(database: database, log: writer.log)
        var leftovers = try eraser.eraseFacts(of: article)
        try eraser.sweep(&leftovers, settling: writer.agreements)
        writer.reconsider(leftovers)
        try database.run("UPDATE article SET supersedes = NULL WHERE supersedes = ?1", article)
        try database.run("DELETE FROM article_setting WHERE article_id = ?1", article)
        try database.run("DELETE FROM article WHERE id = ?1", article)
    }
}
