internal import Model
internal import SQLite

/// Files the article itself, and decides what is new, known, or a new reading of a known source.
final class ArticleWriter {
    struct Filed {
        var outcome: Outcome
        /// Whether its facts are still to be filed.
        var isNew: Bool
        /// The article whose place it took.
        var replaced: Int64?
    }

    private let database: Database
    private let bySHA256: Statement
    private let bySource: Statement
    private let insert: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        bySHA256 = try Statement(
            database,
            """
            SELECT id, source, extractor, supersedes,
                (SELECT id FROM article AS later WHERE later.supersedes = article.id)
            FROM article WHERE sha256 = ?1
            """)
        bySource = try Statement(database, "SELECT max(id) FROM current_article WHERE source = ?1")
        insert = try Statement(
            database,
            """
            INSERT INTO article (source, title, published, publisher, sha256, extractor, supersedes, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
    }

    func file(_ entry: Entry) throws(SQLiteError) -> Filed {
        try entry.sha256.bind(to: bySHA256, at: 1)
        let known = try bySHA256.row(as: Int64.self, String.self, String.self, Int64?.self, Int64?.self)
        try bySource.bind(entry.article.source, at: 1)
        let present = try bySource.values(as: Int64?.self).first ?? nil
        if let (id, source, extractor, earlier, later) = known {
            var outcome = Outcome(change: .unchanged, article: id, reextractionDue: extractor != entry.extractor)
            let replaces = present.map { $0 != id } == true && earlier == nil
            guard later != nil || replaces else {
                if source != entry.article.source { outcome.otherSource = source }
                return Filed(outcome: outcome, isNew: false)
            }
            try bringBack(id, between: earlier, and: later, replacing: present)
            if source != entry.article.source {
                try database.run("UPDATE article SET source = ?2 WHERE id = ?1", id, entry.article.source)
            }
            outcome.change = .updated
            return Filed(outcome: outcome, isNew: false, replaced: present)
        }
        let id = try add(entry, replacing: present)
        return Filed(
            outcome: Outcome(change: present == nil ? .added : .updated, article: id), isNew: true, replaced: present)
    }

    private func add(_ entry: Entry, replacing present: Int64?) throws(SQLiteError) -> Int64 {
        let article = entry.article
        try insert.bind(article.source, at: 1)
        try insert.bind(article.title, at: 2)
        try article.published.bind(to: insert, at: 3)
        try article.publisher.bind(to: insert, at: 4)
        try entry.sha256.bind(to: insert, at: 5)
        try insert.bind(entry.extractor, at: 6)
        try present.bind(to: insert, at: 7)
        try insert.bind(text: article.text, 0..<article.text.count, at: 8)
        defer { insert.clearBindings() }
        try insert.run()
        return database.lastInsertedID
    }

    /// A source shows again what it, or another one, showed before: that article leaves its place in the line
    /// of readings (the one after it now follows the one before it) and goes to the front.
    private func bringBack(
        _ id: Int64, between earlier: Int64?, and later: Int64?, replacing present: Int64?
    ) throws(SQLiteError) {
        try database.run("UPDATE article SET supersedes = NULL WHERE id = ?1", id)
        if let later { try database.run("UPDATE article SET supersedes = ?2 WHERE id = ?1", later, earlier) }
        if let present { try database.run("UPDATE article SET supersedes = ?2 WHERE id = ?1", id, present) }
    }
}
