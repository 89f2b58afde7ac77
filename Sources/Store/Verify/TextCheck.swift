internal import Model
internal import SQLite

/// Goes through the articles once: compares every quote with its place, and makes anew, in temporary tables,
/// the full-text indexes that there should be.
///
/// FTS5's own integrity-check reads each sentence through the view, and so the whole article for each of its
/// sentences: a minute for a text of 5 MB.
final class TextCheck {
    private let database: Database
    private let sentences: Statement
    private let clauses: Statement
    private let expectSentence: Statement
    private let expectClause: Statement
    private var wrong: [Finding] = []

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        try database.execute(
            """
            CREATE VIRTUAL TABLE temp.expected_sentence USING fts5 (
                text, tags, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
            CREATE VIRTUAL TABLE temp.expected_clause USING fts5 (
                quote, context, tags, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
            """)
        sentences = try Statement(
            database,
            """
            SELECT sentence.id, byte_start, byte_end, tags FROM sentence JOIN sentence_view USING (id)
            WHERE sentence.article_id = ?1 ORDER BY id
            """)
        clauses = try Statement(
            database,
            """
            SELECT clause.id, clause.quote, quote_start, quote_end, sentence_id, tags
            FROM clause JOIN clause_text USING (id) WHERE clause.article_id = ?1 ORDER BY quote_start
            """)
        expectSentence = try Statement(
            database, "INSERT INTO temp.expected_sentence (rowid, text, tags) VALUES (?1, ?2, ?3)")
        expectClause = try Statement(
            database, "INSERT INTO temp.expected_clause (rowid, quote, context, tags) VALUES (?1, ?2, ?3, ?4)")
    }

    func findings() throws(SQLiteError) -> [Finding] {
        let articles = try Statement(database, "SELECT id, title, body FROM article ORDER BY id")
        while try articles.step() {
            let body = try articles.withText(at: 2) { Array($0) }
            var sentences = try check(sentencesOf: try Int64.read(from: articles, at: 0), body)
            try check(
                clausesOf: try Int64.read(from: articles, at: 0), title: try String.read(from: articles, at: 1), body,
                &sentences)
        }
        try compare(
            "sentence_fts",
            "CREATE VIRTUAL TABLE temp.found USING fts5vocab (main, sentence_fts, instance)",
            "CREATE VIRTUAL TABLE temp.wanted USING fts5vocab (temp, expected_sentence, instance)")
        try compare(
            "clause_fts",
            "CREATE VIRTUAL TABLE temp.found USING fts5vocab (main, clause_fts, instance)",
            "CREATE VIRTUAL TABLE temp.wanted USING fts5vocab (temp, expected_clause, instance)")
        // FTS5 writes the sums of what it counts at the end of a transaction, or of one inside it.
        try database.execute("SAVEPOINT counted; RELEASE counted")
        try compareCounts(
            "sentence_fts",
            """
            SELECT count(*) > 0 AND (
                (SELECT count(*) FROM main.sentence_fts_docsize) <> count(*)
                OR sum(found.sz IS NOT wanted.sz) > 0
                OR (SELECT block FROM main.sentence_fts_data WHERE id = 1)
                    IS NOT (SELECT block FROM temp.expected_sentence_data WHERE id = 1))
            FROM temp.expected_sentence_docsize AS wanted LEFT JOIN main.sentence_fts_docsize AS found USING (id)
            """)
        try compareCounts(
            "clause_fts",
            """
            SELECT count(*) > 0 AND (
                (SELECT count(*) FROM main.clause_fts_docsize) <> count(*)
                OR sum(found.sz IS NOT wanted.sz) > 0
                OR (SELECT block FROM main.clause_fts_data WHERE id = 1)
                    IS NOT (SELECT block FROM temp.expected_clause_data WHERE id = 1))
            FROM temp.expected_clause_docsize AS wanted LEFT JOIN main.clause_fts_docsize AS found USING (id)
            """)
        return wrong
    }

    /// - Returns: where the sentences lie, by their id.
    private func check(sentencesOf article: Int64, _ body: [UInt8]) throws(SQLiteError) -> WaitingRows<TextRange> {
        var ranges = WaitingRows<TextRange>()
        try sentences.bind(article, at: 1)
        // Row by row: a long text has more of them than should be in memory at once.
        defer { sentences.reset() }
        while try sentences.step() {
            let (id, start, end, tags) = try sentences.decode(Int64.self, Int.self, Int.self, String.self)
            guard 0 <= start, start < end, end <= body.count else {
                wrong.append(Finding(check: "sentences", detail: "sentence \(id) lies outside of its article"))
                continue
            }
            ranges.add(TextRange(start, end), id: id)
            try expectSentence.bind(id, at: 1)
            try expectSentence.bind(text: body, start..<end, at: 2)
            try expectSentence.bind(tags, at: 3)
            try expectSentence.run()
        }
        return ranges
    }

    private func check(
        clausesOf article: Int64, title: String, _ body: [UInt8], _ sentences: inout WaitingRows<TextRange>
    ) throws(SQLiteError) {
        var place = CodePointCursor(body)
        try clauses.bind(article, at: 1)
        defer { clauses.reset() }
        while try clauses.step() {
            let (id, quote, start, end, sentence, tags) = try clauses.decode(
                Int64.self, String.self, Int.self, Int.self, Int64?.self, String.self)
            let first = place.byte(atCodePoint: start)
            var last = place
            let range = first..<max(first, last.byte(atCodePoint: end))
            if !body[range].elementsEqual(quote.utf8) {
                wrong.append(Finding(check: "quotes", detail: "the quote of clause \(id) is not where it says it is"))
            }
            let around = sentence.flatMap { sentences.row($0)?.bytes } ?? 0..<0
            let words = Array(quote.utf8)
            let context = ClauseContext.bytes(title: title, sentence: body.span.extracting(around), quote: words.span)
            try expectClause.bind(all: [id, quote, String(decoding: context, as: UTF8.self), tags])
            try expectClause.run()
        }
    }

    /// Compares two indexes word by word; both are read in the order of the words.
    private func compare(_ table: String, _ found: String, _ wanted: String) throws(SQLiteError) {
        try database.execute(found)
        try database.execute(wanted)
        if try difference() {
            wrong.append(Finding(check: "full-text", detail: "\(table) does not hold the words of the text"))
        }
        try database.execute("DROP TABLE temp.found; DROP TABLE temp.wanted")
    }

    /// An index counts the words of each row, and all of them: without that it finds, but takes no row in or out.
    private func compareCounts(_ table: String, _ isOther: String) throws(SQLiteError) {
        guard try database.value(isOther, as: Bool.self) ?? false else { return }
        wrong.append(Finding(check: "full-text", detail: "\(table) miscounts its words"))
    }

    private func difference() throws(SQLiteError) -> Bool {
        let found = try Statement(database, "SELECT term, doc, col, \"offset\" FROM temp.found")
        let wanted = try Statement(database, "SELECT term, doc, col, \"offset\" FROM temp.wanted")
        defer {
            found.reset()
            wanted.reset()
        }
        while true {
            let (more, expected) = (try found.step(), try wanted.step())
            if more != expected { return true }
            if !more { return false }
            let same =
                try found.decode(String.self, Int64.self, String.self, Int64.self)
                == wanted.decode(String.self, Int64.self, String.self, Int64.self)
            if !same { return true }
        }
    }
}

/// Turns code points into bytes, for places that are asked for in the order of the text.
private struct CodePointCursor {
    private let text: [UInt8]
    private var byte = 0
    private var codePoint = 0

    init(_ text: [UInt8]) { self.text = text }

    /// The byte at which the code point number `wanted` begins; the end of the text where there are fewer.
    mutating func byte(atCodePoint wanted: Int) -> Int {
        while codePoint < wanted, byte < text.count {
            byte += 1
            while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
            codePoint += 1
        }
        return byte
    }
}
