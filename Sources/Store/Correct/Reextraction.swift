public import Model
internal import SQLite

/// What another extractor reads out of an article that is stored already.
public struct Reextraction: Sendable, Equatable {
    /// The article's id and source.
    public var article: Int64
    public var source: String
    /// Facts in words, one a line: those that are new, and those that are gone.
    public var added: [String]
    public var gone: [String]
    /// Facts that say something else now.
    public var changed: [Change]

    public struct Change: Sendable, Equatable {
        public var was: String
        public var now: String
    }
}

extension Store {
    /// The ids of the articles that another version of the extractor than `extractor` read, in their order.
    public func articlesDue(for extractor: String) throws(StoreError) -> [Int64] {
        try wrap {
            try database.values("SELECT id FROM article WHERE extractor <> ?1 ORDER BY id", [extractor], as: Int64.self)
        }
    }

    /// A stored article as it was filed, without its sentences.
    public func storedArticle(_ id: Int64) throws(StoreError) -> Article {
        try wrap {
            let row = try database.row(
                "SELECT source, title, published, publisher, CAST(body AS BLOB) FROM article WHERE id = ?1", [id],
                as: String.self, String.self, String?.self, String?.self, [UInt8].self)
            guard let (source, title, published, publisher, text) = row else {
                throw StoreError.unknown(kind: "article", name: "\(id)", similar: [])
            }
            return Article(
                source: source, title: title, published: published, publisher: publisher, text: text, sentences: [])
        }
    }

    /// Puts what `entries` say in the place of what their articles' facts were, in one transaction.
    /// - Parameters:
    ///   - entries: stored articles by their id; their text takes the place of the stored one.
    ///   - applying: false to change nothing, and only tell what would change.
    /// - Returns: the articles whose facts change.
    public func reextract(
        _ entries: [(article: Int64, entry: Entry)], applying: Bool
    ) throws(StoreError) -> [Reextraction] {
        try wrap {
            let writer = try preparedWriter()
            try writer.log.refresh()
            var changes: [Reextraction] = []
            do {
                try database.transaction {
                    for (article, entry) in entries {
                        if let change = try replaceFacts(of: article, by: entry, writer) { changes.append(change) }
                    }
                    try writer.settle()
                    if !applying { throw TakenBack() }
                }
            } catch is TakenBack {}
            return changes
        }
    }

    /// Rolls the transaction back.
    private struct TakenBack: Error {}

    private func replaceFacts(of article: Int64, by reading: Entry, _ writer: Writer) throws -> Reextraction? {
        var entry = reading
        // What was read is the stored text; it is by the bytes of its file that corrections know the article.
        entry.sha256 =
            try database.value("SELECT sha256 FROM article WHERE id = ?1", [article], as: [UInt8].self) ?? []
        var change: Reextraction?
        do {
            try database.transaction {
                let before = (facts: try facts(of: article), details: try details(of: article))
                try fileAnew(article, entry, writer)
                // A report that was found to tell of a deal with others tells of it again.
                try writer.settleDeals()
                let after = (facts: try facts(of: article), details: try details(of: article))
                // Where nothing is new, the old rows stay, and with them the ids that people may have noted.
                if before == after { throw TakenBack() }
                if before.facts != after.facts {
                    change = Reextraction(article, entry.article.source, before.facts, after.facts)
                }
            }
        } catch is TakenBack {}
        try database.run("UPDATE article SET extractor = ?2 WHERE id = ?1", article, entry.extractor)
        try writer.readings.keep(entry, article: article)
        return change
    }

    private func fileAnew(_ article: Int64, _ entry: Entry, _ writer: Writer) throws {
        let eraser = Eraser(database: database, log: writer.log)
        var leftovers = try eraser.eraseFacts(of: article)
        try database.run(
            "UPDATE article SET body = CAST(?2 AS TEXT) WHERE id = ?1 AND CAST(body AS BLOB) <> ?2", article,
            entry.article.text)
        let touched = try writer.fileFacts(of: entry, article: article, former: leftovers.former[article])
        try eraser.sweep(&leftovers, settling: writer.agreements)
        for agreement in touched { try writer.agreements.settle(agreement) }
        writer.reconsider(leftovers)
    }

    /// What `facts` does not tell in words: places, sums and how sure they are.
    private func details(of article: Int64) throws(SQLiteError) -> [String] {
        try database.values(
            """
            SELECT json_array(quote_start, quote_end, amount, currency, percent, speaker, confidence, (
                SELECT json_group_array(json_array(kind, number, currency, iso, value_start, value_end))
                FROM clause_value WHERE clause_id = clause.id))
            FROM clause WHERE article_id = ?1 ORDER BY 1
            """, [article], as: String.self)
            + database.values(
                """
                SELECT json_array(agreement_id, value, currency, announced, effective, expires, confidence)
                FROM agreement_article WHERE article_id = ?1 ORDER BY 1
                """, [article], as: String.self)
            + database.values(
                """
                SELECT json_array(byte_start, byte_end, (
                    SELECT json_group_array(json_array(mention_start, mention_end, company_id))
                    FROM mention WHERE sentence_id = sentence.id))
                FROM sentence WHERE article_id = ?1 ORDER BY byte_start
                """, [article], as: String.self)
    }

    /// The facts of one article, in words and in the order of the text.
    private func facts(of article: Int64) throws(SQLiteError) -> [Fact] {
        let rows =
            try database.rows(
                """
                SELECT DISTINCT 'company ' || company.name, 'company ' || company.name
                FROM sentence JOIN mention ON mention.sentence_id = sentence.id JOIN company ON company.id = company_id
                WHERE article_id = ?1
                """, [article], as: String.self, String?.self)
            + database.rows(
                """
                SELECT 'agreement ' || agreement.id,
                    'agreement ' || agreement.kind || ', ' || agreement_article.status || ': ' || (
                    SELECT group_concat(name, ' – ') FROM (
                        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
                        WHERE agreement_id = agreement.id ORDER BY company.name))
                FROM agreement_article JOIN agreement ON agreement.id = agreement_id
                WHERE article_id = ?1 ORDER BY agreement.id
                """, [article], as: String.self, String?.self)
            + database.rows(
                """
                SELECT 'clause ' || clause.id, 'clause ' || type || ', ' || status || ', ' || coalesce((
                    SELECT group_concat(role || ' ' || name, ', ') FROM (
                        SELECT role, company.name FROM clause_party JOIN company ON company.id = company_id
                        WHERE clause_id = clause.id ORDER BY role DESC, company.name)), 'nobody named') || ': ' || quote
                FROM clause WHERE article_id = ?1 ORDER BY quote_start, type
                """, [article], as: String.self, String?.self)
        return rows.compactMap { row in row.1.map { Fact(key: row.0, words: $0) } }
    }
}

/// A fact in words, and what makes it the same fact before and after.
private struct Fact: Equatable {
    var key: String
    var words: String
}

extension Reextraction {
    fileprivate init(_ article: Int64, _ source: String, _ before: [Fact], _ after: [Fact]) {
        let (was, now) = (Dictionary(grouping: before, by: \.key), Dictionary(grouping: after, by: \.key))
        self.init(
            article: article, source: source, added: after.filter { was[$0.key] == nil }.map(\.words),
            gone: before.filter { now[$0.key] == nil }.map(\.words),
            changed: after.compactMap { fact in
                guard let former = was[fact.key]?.first, former.words != fact.words else { return nil }
                return Change(was: former.words, now: fact.words)
            })
    }
}
