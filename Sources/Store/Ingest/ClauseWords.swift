internal import SQLite

/// Writes the words of clauses into their full-text index.
final class ClauseWords {
    private let insert: Statement
    private let forget: Statement
    private let tags: Statement
    private let place: Statement
    private let text: Statement

    /// The text of an article, in UTF-8.
    private struct Text {
        var article: Int64
        var title: String
        var body: [UInt8]
    }

    init(_ database: Database) throws(SQLiteError) {
        insert = try Statement(
            database, "INSERT INTO clause_fts (rowid, quote, context, tags) VALUES (?1, ?2, ?3, ?4)")
        // An external-content index is told what was in it. <https://sqlite.org/fts5.html#external_content_tables>
        forget = try Statement(
            database,
            "INSERT INTO clause_fts (clause_fts, rowid, quote, context, tags) VALUES ('delete', ?1, ?2, ?3, ?4)")
        tags = try Statement(database, "SELECT tags FROM clause_text WHERE id = ?1")
        place = try Statement(
            database,
            """
            SELECT clause.article_id, CAST(quote AS BLOB), byte_start, byte_end
            FROM clause LEFT JOIN sentence ON sentence.id = sentence_id WHERE clause.id = ?1
            """)
        text = try Statement(database, "SELECT title, CAST(body AS BLOB) FROM article WHERE id = ?1")
    }

    func insert(
        _ id: Int64, quote: Span<UInt8>, context: Span<UInt8>, tags: String
    ) throws(SQLiteError) {
        try Self.run(insert, id, quote, context, tags)
    }

    /// The tags that the rows make for a clause; nil where there is no such clause.
    func tags(of id: Int64) throws(SQLiteError) -> String? {
        try tags.bind(id, at: 1)
        return try tags.values(as: String.self).first
    }

    /// Brings the index up to date with the rows.
    ///
    /// Clauses of an article follow each other: its text is read once, where `clause_text` reads all of it for each of
    /// them. Filing 50 MB on one line took 197 s of processor time so, and takes 125.
    /// - Parameter clauses: in ascending order, each with the tags that the index has for it.
    func retag(_ clauses: [(id: Int64, old: String)]) throws(SQLiteError) {
        var last: Text?
        for (id, old) in clauses {
            guard let new = try tags(of: id), new != old else { continue }
            try place.bind(id, at: 1)
            guard let (article, quote, start, end) = try place.row(as: Int64.self, [UInt8].self, Int?.self, Int?.self)
            else { continue }
            if last?.article != article { last = try text(of: article) }
            guard let last else { continue }
            let sentence = last.body.indices.clamped(to: (start ?? 0)..<max(start ?? 0, end ?? 0))
            let context = ClauseContext.bytes(
                title: last.title, sentence: last.body.span.extracting(sentence), quote: quote.span)
            // With all values said: rows that come from a SELECT make FTS5 write a segment each time.
            try Self.run(forget, id, quote.span, context.span, old)
            try Self.run(insert, id, quote.span, context.span, new)
        }
    }

    private func text(of article: Int64) throws(SQLiteError) -> Text? {
        try text.bind(article, at: 1)
        return try text.row(as: String.self, [UInt8].self).map { Text(article: article, title: $0.0, body: $0.1) }
    }

    private static func run(
        _ statement: borrowing Statement, _ id: Int64, _ quote: Span<UInt8>, _ context: Span<UInt8>, _ tags: String
    ) throws(SQLiteError) {
        try statement.bind(id, at: 1)
        try statement.bind(text: quote, at: 2)
        try statement.bind(text: context, at: 3)
        try statement.bind(tags, at: 4)
        try statement.run()
    }
}
