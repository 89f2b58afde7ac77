internal import SQLite

/// Decides what an article is called and when it was published, and keeps what people said of it.
struct HeadingWriter {
    let database: Database

    /// What was said of a stored article.
    func given(_ article: Int64) throws(SQLiteError) -> [Heading.Field: GivenHeading.Said] {
        let rows = try database.rows(
            "SELECT field, text, read, said_at FROM article_setting WHERE article_id = ?1", [article],
            as: String.self, String?.self, String?.self, String.self)
        var fields: [Heading.Field: GivenHeading.Said] = [:]
        for (name, text, read, time) in rows {
            guard let field = Heading.Field(rawValue: name) else { continue }
            fields[field] = .init(text: text, read: read, time: time)
        }
        return fields
    }

    struct Decision {
        var heading: Heading
        /// What is new of what was said of it.
        var given: [Heading.Field: GivenHeading.Said] = [:]
    }

    /// What is said now counts before what was said of the reading whose place the article takes, if the text says of
    /// it what that one did; then what was said before, and what the text says.
    /// - Parameters:
    ///   - stored: the article, where it is there already.
    ///   - present: the reading whose place it takes, where what was said of that holds on.
    func decide(
        _ entry: Entry, stored: (article: Int64, heading: Heading)?, present: Int64?
    ) throws(SQLiteError) -> Decision {
        var decision = Decision(heading: stored?.heading ?? Heading(entry.article))
        if entry.given.fields.isEmpty && present == nil { return decision }
        let former = try stored.map { stored throws(SQLiteError) in try given(stored.article) } ?? [:]
        let inherited = try present.map { present throws(SQLiteError) in try given(present) } ?? [:]
        for field in Heading.Field.allCases {
            let candidate =
                entry.given.fields[field]
                ?? inherited[field].flatMap { said in
                    said.read == entry.given.read[field] ? said : nil
                }
            guard let said = candidate, said.isLater(than: former[field]) else { continue }
            decision.heading[field] = said.text
            decision.given[field] = said
        }
        return decision
    }

    func keep(_ fields: [Heading.Field: GivenHeading.Said], of article: Int64) throws(SQLiteError) {
        for (field, said) in fields {
            try database.run(
                """
                INSERT INTO article_setting (article_id, field, text, read, said_at)
                VALUES (?1, ?2, ?3, ?4, coalesce(?5, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
                ON CONFLICT (article_id, field)
                DO UPDATE SET text = excluded.text, read = excluded.read, said_at = excluded.said_at
                """, article, field.rawValue, said.text, said.read, said.time)
        }
    }
}

extension GivenHeading.Said {
    /// Whether it says something else than `former`, and was said after it.
    fileprivate func isLater(than former: Self?) -> Bool {
        guard let former else { return true }
        if (text, read) == (former.text, former.read) { return false }
        guard let time, let before = former.time else { return true }
        return time > before
    }
}
