internal import Model
internal import SQLite

/// Rows for the full-text indexes, which wait until all other rows of a batch are written.
///
/// Each statement that SQLite may have to take back half-way makes FTS5 write what words it has gathered to the disk, as
/// a segment that is merged with others later: with rows of both kinds in turns that was a segment a clause. And a name
/// that comes to stand for another company within the batch is indexed once.
final class WordQueue {
    /// A sentence of an article that is being filed.
    private struct Sentence {
        @Small var article: Int
        @Small var start: Int
        @Small var end: Int
        var tags: PackedTexts.Place
    }

    /// A sentence that the index has, with other tags.
    private struct Retagged {
        var article: Int
        var range: Range<Int>
        var indexed: String
        var tags: String
    }

    private struct Clause {
        @Small var article: Int
        @Small var start: Int
        @Small var end: Int
        /// The sentence that it stands in.
        @Small var sentenceStart: Int
        @Small var sentenceEnd: Int
        var tags: PackedTexts.Place
    }

    private let watch: IngestWatch
    private let insertSentence: Statement
    private let forgetSentence: Statement
    private let clauseWords: ClauseWords
    private var articles: [QueuedArticle] = []
    private var tags = PackedTexts()
    private var sentences = WaitingRows<Sentence>()
    private var clauses = WaitingRows<Clause>()
    private var retaggedSentences: [Int64: Retagged] = [:]
    /// Clauses whose tags may have changed, and the tags that the index has for them; nil for those that are in
    /// `clauses`.
    private var retagged: [Int64: String?] = [:]

    /// How many rows of a long article may wait: those of 10 MB of text.
    var most = 200_000

    init(_ database: Database, _ watch: IngestWatch) throws(SQLiteError) {
        self.watch = watch
        insertSentence = try Statement(database, "INSERT INTO sentence_fts (rowid, text, tags) VALUES (?1, ?2, ?3)")
        // An external-content index is told what was in it.
        forgetSentence = try Statement(
            database, "INSERT INTO sentence_fts (sentence_fts, rowid, text, tags) VALUES ('delete', ?1, ?2, ?3)")
        clauseWords = try ClauseWords(database)
    }

    func add(sentence id: Int64, of article: Article, _ range: Range<Int>, tags text: String) {
        let row = Sentence(
            article: queued(article), start: range.lowerBound, end: range.upperBound, tags: tags.add(text))
        sentences.add(row, id: id)
    }

    func add(clause id: Int64, of article: Article, quote: Range<Int>, sentence: Range<Int>, tags text: String) {
        let row = Clause(
            article: queued(article), start: quote.lowerBound, end: quote.upperBound,
            sentenceStart: sentence.lowerBound, sentenceEnd: sentence.upperBound, tags: tags.add(text))
        clauses.add(row, id: id)
    }

    /// The sentence names other companies than it did.
    func retag(sentence id: Int64, of article: Article, _ range: Range<Int>, from old: String, to new: String) {
        if sentences.holds(id) {
            let place = tags.add(new)
            return sentences.change(id) { $0.tags = place }
        }
        retaggedSentences[
            id, default: Retagged(article: queued(article), range: range, indexed: old, tags: new)
        ].tags = new
    }

    /// What the tags of the clause tell of is about to change.
    func willRetag(clause id: Int64) throws(SQLiteError) {
        guard retagged[id] == nil else { return }
        retagged[id] = .some(clauses.holds(id) ? nil : try clauseWords.tags(of: id))
    }

    /// Writes what waits, where that is more than articles of usual length have: a long one would fill the memory.
    func relieve() throws(SQLiteError) {
        if sentences.count + clauses.count >= most { try flush() }
    }

    /// Writes what waits, in the order of the ids, as the indexes want it.
    func flush() throws(SQLiteError) {
        if sentences.isEmpty && clauses.isEmpty && retaggedSentences.isEmpty && retagged.isEmpty { return }
        watch.done(.write)
        for id in retaggedSentences.keys.sorted() {
            guard let row = retaggedSentences[id], row.indexed != row.tags else { continue }
            let text = articles[row.article].text
            try run(forgetSentence, id, text, row.range, tags: row.indexed)
            try run(insertSentence, id, text, row.range, tags: row.tags)
        }
        for (id, row) in sentences.inOrder() {
            try run(insertSentence, id, articles[row.article].text, row.start..<row.end, tags: tags[row.tags])
        }
        try clauseWords.retag(
            retagged.keys.sorted().compactMap { id in
                clauses.holds(id) ? nil : (retagged[id] ?? nil).map { (id, $0) }
            })
        for (id, row) in clauses.inOrder() { try insert(row, id) }
        clear()
        watch.done(.index)
    }

    private func run(
        _ statement: borrowing Statement, _ id: Int64, _ text: [UInt8], _ range: Range<Int>, tags: String
    ) throws(SQLiteError) {
        try statement.bind(id, at: 1)
        try statement.bind(text: text, range, at: 2)
        try statement.bind(tags, at: 3)
        try statement.run()
    }

    private func insert(_ clause: Clause, _ id: Int64) throws(SQLiteError) {
        let article = articles[clause.article]
        let body = article.text
        let text = body.span
        let quote = text.extracting(clause.start..<clause.end)
        let context = ClauseContext.bytes(
            title: article.title, sentence: text.extracting(clause.sentenceStart..<clause.sentenceEnd), quote: quote)
        let present = retagged[id] == nil ? nil : try clauseWords.tags(of: id)
        try clauseWords.insert(id, quote: quote, context: context.span, tags: present ?? tags[clause.tags])
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

    /// The place of the article among those whose words wait.
    private func queued(_ article: Article) -> Int {
        if let last = articles.last, last.hasText(of: article) { return articles.count - 1 }
        articles.append(QueuedArticle(article))
        return articles.count - 1
    }

    private func clear() {
        articles = []
        tags = PackedTexts()
        sentences = WaitingRows()
        clauses = WaitingRows()
        retaggedSentences = [:]
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
