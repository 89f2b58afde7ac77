internal import SQLite

/// Writes the words of clauses into their full-text index.
final class ClauseWords {
    private let insert: Statement
    private let forget: Statement
    private let tags: Statement
    private let text: Statement

    init(_ database: Database) throws(SQLiteError) {
        insert = try Statement(
            database, "INSERT INTO clause_fts (rowid, quote, context, tags) VALUES (?1, ?2, ?3, ?4)")
        // An external-content index is told what was in it. <https://sqlite.org/fts5.html#external_content_tables>
        forget = try Statement(
            database,
            "INSERT INTO clause_fts (clause_fts, rowid, quote, context, tags) VALUES ('delete', ?1, ?2, ?3, ?4)")
        tags = try Statement(database, "SELECT tags FROM clause_text WHERE id = ?1")
        text = try Statement(
            database, "SELECT CAST(quote AS BLOB), CAST(context AS BLOB) FROM clause_text WHERE id = ?1")
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
    /// - Parameter old: the tags that the index has for the clause.
    func retag(_ id: Int64, from old: String) throws(SQLiteError) {
        guard let new = try tags(of: id), new != old else { return }
        try text.bind(id, at: 1)
        guard let (quote, context) = try text.row(as: [UInt8].self, [UInt8].self) else { return }
        // With all values said: rows that come from a SELECT make FTS5 write a segment each time.
        try Self.run(forget, id, quote.span, context.span, old)
        try Self.run(insert, id, quote.span, context.span, new)
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
