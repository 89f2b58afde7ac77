internal import Model
internal import SQLite

/// Reads sentences as hits, leaving out those that a clause covers or whose article was replaced.
final class SentenceReader {
    private let select: Statement

    init(_ database: Database) throws(SQLiteError) {
        select = try Statement(
            database,
            """
            SELECT sentence.line, article.id, article.source, article.title, article.published,
                CAST(substr(CAST(body AS BLOB), byte_start + 1, byte_end - byte_start) AS TEXT),
                length(CAST(substr(CAST(body AS BLOB), 1, byte_start) AS TEXT))
            FROM sentence JOIN current_article AS article ON article.id = sentence.article_id
            WHERE sentence.id = ?1 AND NOT EXISTS (SELECT 1 FROM clause WHERE sentence_id = sentence.id)
            """)
    }

    func hit(_ id: Int64, score: Double) throws(SQLiteError) -> Hit? {
        try select.bind(id, at: 1)
        let row = try select.row(
            as: Int.self, Int64.self, String.self, String.self, String?.self, String.self, Int.self)
        guard let (line, article, source, title, published, text, start) = row else { return nil }
        return Hit(
            quote: text, start: start, end: start + text.unicodeScalars.count, article: article, source: source,
            title: title, published: published, line: line, score: score)
    }
}
