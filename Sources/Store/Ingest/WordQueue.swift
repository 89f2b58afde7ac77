internal import Model
internal import SQLite

/// Rows for the full-text indexes, which wait until all other rows of a batch are written.
///
/// Each statement that SQLite may have to take back half-way makes FTS5 write what words it has gathered to the disk, as
/// a segment that is merged with others later: with rows of both kinds in turns that was a segment a clause. And a name
/// that comes to stand for another company within the batch is indexed once.
final class WordQueue {
    private struct Sentence {
        var article: QueuedArticle
        var range: Range<Int>
        var tags: String
    }

    private struct Clause {
        var article: QueuedArticle
        var quote: Range<Int>
        /// The sentence that it stands in.
        var sentence: Range<Int>
        var tags: String
    }

    private let watch: IngestWatch
    private let insertSentence: Statement
    private let insertClause: Statement
    private var last: QueuedArticle?
    private var sentences: [Int64: Sentence] = [:]
    private var clauses: [Int64: Clause] = [:]

    init(_ database: Database, _ watch: IngestWatch) throws(SQLiteError) {
        self.watch = watch
        insertSentence = try Statement(database, "INSERT INTO sentence_fts (rowid, text, tags) VALUES (?1, ?2, ?3)")
        insertClause = try Statement(
            database, "INSERT INTO clause_fts (rowid, quote, context, tags) VALUES (?1, ?2, ?3, ?4)")
    }

    func add(sentence id: Int64, of article: Article, _ range: Range<Int>, tags: String) {
        sentences[id] = Sentence(article: queued(article), range: range, tags: tags)
    }

    func add(clause id: Int64, of article: Article, quote: Range<Int>, sentence: Range<Int>, tags: String) {
        clauses[id] = Clause(article: queued(article), quote: quote, sentence: sentence, tags: tags)
    }

    /// - Returns: false where the sentence does not wait here.
    func retag(sentence id: Int64, _ tags: String) -> Bool {
        guard sentences[id] != nil else { return false }
        sentences[id]?.tags = tags
        return true
    }

    /// - Returns: false where the clause does not wait here.
    func retag(clause id: Int64, _ tags: String) -> Bool {
        guard clauses[id] != nil else { return false }
        clauses[id]?.tags = tags
        return true
    }

    /// Writes what waits.
    func flush() throws(SQLiteError) {
        if sentences.isEmpty && clauses.isEmpty { return }
        watch.done(.write)
        for id in sentences.keys.sorted() {
            guard let sentence = sentences[id] else { continue }
            try insertSentence.bind(id, at: 1)
            try insertSentence.bind(text: sentence.article.text, sentence.range, at: 2)
            try insertSentence.bind(sentence.tags, at: 3)
            try insertSentence.run()
        }
        for id in clauses.keys.sorted() {
            guard let clause = clauses[id] else { continue }
            let body = clause.article.text
            let text = body.span
            let context = ClauseContext.bytes(
                title: clause.article.title, sentence: text.extracting(clause.sentence),
                quote: text.extracting(clause.quote))
            try insertClause.bind(id, at: 1)
            try insertClause.bind(text: text.extracting(clause.quote), at: 2)
            try insertClause.bind(text: context.span, at: 3)
            try insertClause.bind(clause.tags, at: 4)
            try insertClause.run()
        }
        clear()
        watch.done(.index)
    }

    /// Runs `body`; where it fails, its transaction is taken back, and what waits is forgotten.
    func clearedOnFailure<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            clear()
            throw error
        }
    }

    private func queued(_ article: Article) -> QueuedArticle {
        if let last, last.hasText(of: article) { return last }
        let queued = QueuedArticle(article)
        last = queued
        return queued
    }

    private func clear() {
        last = nil
        sentences = [:]
        clauses = [:]
    }
}

/// What is wanted of an article whose words wait: one for all of them, since a long article has as many rows as a
/// thousand others.
private final class QueuedArticle {
    let title: String
    let text: [UInt8]

    init(_ article: Article) { (title, text) = (article.title, article.text) }

    /// Whether it is the same text, at the same place in memory.
    func hasText(of article: Article) -> Bool {
        article.text.withUnsafeBufferPointer { other in
            text.withUnsafeBufferPointer { $0.baseAddress == other.baseAddress && $0.count == other.count }
        } && title == article.title
    }
}
