internal import SQLite

/// What an article says, and its words in the full-text indexes.
extension Eraser {
    func eraseClauses(of article: Int64, _ text: (title: String, body: [UInt8])) throws(SQLiteError) {
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
        try database.run("DELETE FROM clause_side WHERE clause_id IN (\(clauses))", article)
        try database.run("DELETE FROM clause_value WHERE clause_id IN (\(clauses))", article)
        try database.run("DELETE FROM clause WHERE article_id = ?1", article)
    }

    func eraseSentences(of article: Int64, _ body: [UInt8]) throws(SQLiteError) {
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
}

extension SQLiteError {
    fileprivate static func outside(_ what: String) -> SQLiteError {
        .failed(.corrupt, message: "\(what) lies outside of its article")
    }
}
