internal import Model
internal import SQLite

/// Files the article itself, and decides what is new, known, or a new reading of a known source.
final class ArticleWriter {
    struct Filed {
        var outcome: Outcome
        /// Whether its facts are still to be filed.
        var isNew = false
        /// Whether it is called or dated otherwise from now on.
        var isRevised = false
        /// Whether it shows again what it showed before another reading.
        var isShownAgain = false
        var heading: Heading
        /// The article whose place it took.
        var replaced: Int64?
    }

    private let database: Database
    private let bySHA256: Statement
    private let bySource: Statement
    private let insert: Statement
    private let headings: HeadingWriter

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        bySHA256 = try Statement(
            database,
            """
            SELECT id, source, title, published, extractor, supersedes,
                (SELECT id FROM article AS later WHERE later.supersedes = article.id)
            FROM article WHERE sha256 = ?1
            """)
        bySource = try Statement(database, "SELECT max(id) FROM current_article WHERE source = ?1")
        headings = HeadingWriter(database: database)
        insert = try Statement(
            database,
            """
            INSERT INTO article (source, title, published, publisher, sha256, extractor, supersedes, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
    }

    /// - Parameter isInheriting: whether what people said of the reading that it takes the place of holds for it too.
    func file(_ entry: Entry, isInheriting: Bool) throws(SQLiteError) -> Filed {
        try entry.sha256.bind(to: bySHA256, at: 1)
        let known = try bySHA256.row(
            as: Int64.self, String.self, String.self, String?.self, String.self, Int64?.self, Int64?.self)
        try bySource.bind(entry.article.source, at: 1)
        let present = try bySource.values(as: Int64?.self).first ?? nil
        guard let (id, source, title, published, extractor, earlier, later) = known else {
            return try add(entry, replacing: present, isInheriting: isInheriting)
        }
        let replaces = later != nil || present.map { $0 != id } == true && earlier == nil
        let stored = Heading(title: title, published: published)
        let decision = try headings.decide(
            entry, stored: (id, stored), present: isInheriting && replaces ? present : nil)
        try headings.keep(decision.given, of: id)
        var outcome = Outcome(change: .unchanged, article: id, reextractionDue: extractor != entry.extractor)
        if decision.heading != Heading(entry.article) { outcome.heading = decision.heading }
        if decision.heading != stored { (outcome.change, outcome.reextractionDue) = (.updated, false) }
        if replaces {
            try bringBack(id, between: earlier, and: later, replacing: present)
            if source != entry.article.source {
                try database.run("UPDATE article SET source = ?2 WHERE id = ?1", id, entry.article.source)
            }
            outcome.change = .updated
        } else if source != entry.article.source {
            outcome.otherSource = source
        }
        return Filed(
            outcome: outcome, isRevised: decision.heading != stored, isShownAgain: replaces, heading: decision.heading,
            replaced: replaces ? present : nil)
    }

    /// Gives a stored article the title and date of `reading`, and its text, by which what was read out of it goes.
    func revise(_ article: Int64, as reading: Entry) throws(SQLiteError) {
        try database.run(
            "UPDATE article SET title = ?2, published = ?3, extractor = ?4 WHERE id = ?1", article,
            reading.article.title, reading.article.published, reading.extractor)
        try database.run(
            "UPDATE article SET body = CAST(?2 AS TEXT) WHERE id = ?1 AND CAST(body AS BLOB) <> ?2", article,
            reading.article.text)
    }

    private func add(
        _ entry: Entry, replacing present: Int64?, isInheriting: Bool
    ) throws(SQLiteError) -> Filed {
        let decision = try headings.decide(entry, stored: nil, present: isInheriting ? present : nil)
        let id = try insert(entry, decision.heading, replacing: present)
        try headings.keep(decision.given, of: id)
        var outcome = Outcome(change: present == nil ? .added : .updated, article: id)
        if decision.heading != Heading(entry.article) { outcome.heading = decision.heading }
        return Filed(outcome: outcome, isNew: true, heading: decision.heading, replaced: present)
    }

    private func insert(
        _ entry: Entry, _ heading: Heading, replacing present: Int64?
    ) throws(SQLiteError) -> Int64 {
        let article = entry.article
        try insert.bind(article.source, at: 1)
        try insert.bind(heading.title, at: 2)
        try heading.published.bind(to: insert, at: 3)
        try article.publisher.bind(to: insert, at: 4)
        try entry.sha256.bind(to: insert, at: 5)
        try insert.bind(entry.extractor, at: 6)
        try present.bind(to: insert, at: 7)
        try insert.run(withText: article.text.span, at: 8)
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
