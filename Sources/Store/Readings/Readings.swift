internal import Model
internal import SQLite

/// Keeps what was read out of each article, as it was before other articles and people had a say in it.
final class Readings {
    private let database: Database
    private let keep: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        keep = try Statement(
            database,
            """
            INSERT INTO reading (article_id, facts, sketch) VALUES (?1, ?2, ?3)
            ON CONFLICT (article_id) DO UPDATE SET facts = excluded.facts, sketch = excluded.sketch
            """)
    }

    func keep(_ entry: Entry, article: Int64) throws(SQLiteError) {
        try keep.bind(article, at: 1)
        try (entry.layout.sketch?.bytes).bind(to: keep, at: 3)
        try keep.run(withBlob: entry.layout.packed.span, at: 2)
    }

    /// A stored article with what was read out of it, as it was given to `Store.ingest`; nil where an earlier kb
    /// filed it and kept no reading. The sentences say where they lie, and nothing of paragraphs and roles.
    /// - Parameter isFiled: whether only the companies that it names are to be filed anew.
    func entry(_ article: Int64, isFiled: Bool = false) throws -> Entry? {
        let row = try database.row(
            """
            SELECT source, title, published, publisher, CAST(body AS BLOB), sha256, extractor, facts
            FROM article JOIN reading ON article_id = article.id WHERE article.id = ?1
            """, [article], as: String.self, String.self, String?.self, String?.self, [UInt8].self, [UInt8].self,
            String.self, [UInt8].self)
        guard let (source, title, published, publisher, text, sha256, extractor, facts) = row else { return nil }
        let extraction = try unpacking(article) { () throws(PackedReader.Malformed) in
            try PackedExtraction.extraction(facts, of: text)
        }
        let stored = Article(
            source: source, title: title, published: published, publisher: publisher, text: text,
            sentences: try sentences(of: article))
        return Entry(
            article: stored, extraction: extraction, sha256: sha256, extractor: extractor, isFiled: isFiled)
    }

    /// The companies that were read out of a stored article: a twentieth of the work of the whole entry.
    func companies(_ article: Int64) throws(SQLiteError) -> [Extraction.Company]? {
        let row = try database.row(
            "SELECT CAST(body AS BLOB), facts FROM article JOIN reading ON article_id = article.id WHERE article.id = ?1",
            [article], as: [UInt8].self, [UInt8].self)
        guard let (text, facts) = row else { return nil }
        return try unpacking(article) { () throws(PackedReader.Malformed) in
            try PackedExtraction.companies(facts, of: text)
        }
    }

    private func unpacking<Result>(
        _ article: Int64, _ unpack: () throws(PackedReader.Malformed) -> Result
    ) throws(SQLiteError) -> Result {
        do {
            return try unpack()
        } catch {
            throw .failed(.corrupt, message: "the reading of article \(article) is not one")
        }
    }

    private func sentences(of article: Int64) throws(SQLiteError) -> [Sentence] {
        try database.rows(
            "SELECT byte_start, byte_end FROM sentence WHERE article_id = ?1 ORDER BY byte_start", [article],
            as: Int.self, Int.self
        ).map { Sentence(range: TextRange($0.0, $0.1), paragraph: 0, role: .body) }
    }
}
