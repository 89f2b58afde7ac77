internal import Model
internal import SQLite

/// Rows for the full-text indexes, which wait until all other rows of a batch are written.
///
/// Each statement that SQLite may have to take back half-way makes FTS5 write what words it has gathered to the disk, as
/// a segment that is merged with others later: with rows of both kinds in turns that was a segment a clause. And a name
/// that comes to stand for another company within the batch is indexed once. Of a long article not all wait at once.
final class WordQueue {
    private struct Sentence {
        var article: QueuedArticle
        var range: Range<Int>
        var tags: String
        /// The tags that the index has for it; nil where it does not have it yet.
        var indexed: String?
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
    private let forgetSentence: Statement
    private let clauseWords: ClauseWords
    private var last: QueuedArticle?
    private var sentences: [Int64: Sentence] = [:]
    private var clauses: [Int64: Clause] = [:]
    /// Clauses whose tags may have changed, and the tags that the index has for them; nil for those that are in
    /// `clauses`.
    private var retagged: [Int64: String?] = [:]

    init(_ database: Database, _ watch: IngestWatch) throws(SQLiteError) {
        self.watch = watch
        insertSentence = try Statement(database, "INSERT INTO sentence_fts (rowid, text, tags) VALUES (?1, ?2, ?3)")
        // An external-content index is told what was in it.
        forgetSentence = try Statement(
            database, "INSERT INTO sentence_fts (sentence_fts, rowid, text, tags) VALUES ('delete', ?1, ?2, ?3)")
        clauseWords = try ClauseWords(database)
    }

    func add(
        sentence id: Int64, of article: Article, _ range: Range<Int>, tags: String
    ) throws(SQLiteError) {
        sentences[id] = Sentence(article: queued(article), range: range, tags: tags)
        if sentences.count >= Self.most { try makeRoomForSentences() }
    }

    func add(
        clause id: Int64, of article: Article, quote: Range<Int>, sentence: Range<Int>, tags: String
    ) throws(SQLiteError) {
        clauses[id] = Clause(article: queued(article), quote: quote, sentence: sentence, tags: tags)
        if clauses.count - retagged.count >= Self.most { try makeRoomForClauses() }
    }

    /// How many rows of each index wait: more than a batch of news has.
    private static let most = 16384

    /// The sentence names other companies than it did.
    func retag(sentence id: Int64, of article: Article, _ range: Range<Int>, from old: String, to new: String) {
        if sentences[id] == nil {
            sentences[id] = Sentence(article: queued(article), range: range, tags: new, indexed: old)
        }
        sentences[id]?.tags = new
    }

    /// What the tags of the clause tell of is about to change.
    func willRetag(clause id: Int64) throws(SQLiteError) {
        guard retagged[id] == nil else { return }
        retagged[id] = .some(clauses[id] == nil ? try clauseWords.tags(of: id) : nil)
    }

    /// Writes what waits, in the order of the ids, as the indexes want it.
    func flush() throws(SQLiteError) {
        if sentences.isEmpty && clauses.isEmpty && retagged.isEmpty { return }
        watch.done(.write)
        try writeSentences()
        for id in Set(clauses.keys).union(retagged.keys).sorted() {
            if let clause = clauses[id] {
                try insert(clause, id)
            } else if let old = retagged[id] ?? nil {
                try clauseWords.retag(id, from: old)
            }
        }
        clear()
        watch.done(.index)
    }

    /// Writes the sentences that wait; a later change of their tags is one of what the index has.
    private func makeRoomForSentences() throws(SQLiteError) {
        watch.done(.write)
        try writeSentences()
        watch.done(.index)
    }

    /// The same for clauses, but for those that are about to change.
    private func makeRoomForClauses() throws(SQLiteError) {
        watch.done(.write)
        for id in clauses.keys.sorted() where retagged[id] == nil {
            if let clause = clauses.removeValue(forKey: id) { try insert(clause, id) }
        }
        watch.done(.index)
    }

    private func writeSentences() throws(SQLiteError) {
        for id in sentences.keys.sorted() {
            guard let sentence = sentences[id], sentence.indexed != sentence.tags else { continue }
            if let old = sentence.indexed { try run(forgetSentence, id, sentence, tags: old) }
            try run(insertSentence, id, sentence, tags: sentence.tags)
        }
        sentences.removeAll(keepingCapacity: true)
    }

    private func run(
        _ statement: borrowing Statement, _ id: Int64, _ sentence: Sentence, tags: String
    ) throws(SQLiteError) {
        try statement.bind(id, at: 1)
        try statement.bind(text: sentence.article.text, sentence.range, at: 2)
        try statement.bind(tags, at: 3)
        try statement.run()
    }

    private func insert(_ clause: Clause, _ id: Int64) throws(SQLiteError) {
        let body = clause.article.text
        let text = body.span
        let quote = text.extracting(clause.quote)
        let context = ClauseContext.bytes(
            title: clause.article.title, sentence: text.extracting(clause.sentence), quote: quote)
        let tags = retagged[id] == nil ? clause.tags : try clauseWords.tags(of: id)
        try clauseWords.insert(id, quote: quote, context: context.span, tags: tags ?? clause.tags)
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
        retagged = [:]
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
