internal import Model
internal import SQLite

/// What came of another knowledge base.
public struct MergeOutcome: Sendable, Equatable {
    /// Articles and corrections that were new here.
    public var added = 0
    public var corrections = 0
    /// Articles that were known.
    public var known = 0
    /// Articles that were left out or taken out, since one of the two forgot them.
    public var forgotten = 0
}

extension Store {
    /// Takes over what another knowledge base holds: its articles with what was read out of them go the way of an
    /// ingest, and its corrections apply beside those made here, all in the order of their times. Both files
    /// together say the same, whichever takes over the other.
    ///
    /// In one transaction: where it throws, nothing has changed. The other is only read.
    /// - Throws: as `open` for the other, `unread` where an earlier kb filed one of its articles, `refused` where both
    ///   are one file.
    public func merge(_ other: Store) throws(StoreError) -> MergeOutcome {
        try wrap {
            guard other.path != path else {
                throw StoreError.refused(reason: "\(path): this is the knowledge base itself", hint: nil)
            }
            return try correcting { try Merger(self, other).merge() }
        }
    }
}

/// One merge, inside the caller's transaction.
private final class Merger {
    private let store: Store
    private let database: Database
    private let other: Store
    private let writer: Writer
    private var outcome = MergeOutcome()

    init(_ store: Store, _ other: Store) throws {
        self.store = store
        self.other = other
        database = store.database
        writer = try store.preparedWriter()
    }

    func merge() throws -> MergeOutcome {
        // One view of the other, though somebody may write to it meanwhile.
        try other.database.transaction(.deferred) {
            let forgotten = try forgotten()
            let shared = try sharedSources()
            let isNew = try MergedCorrections(database, other.database).takeOver(&outcome)
            writer.log.invalidate()
            try takeArticles(besides: forgotten)
            try order(readingsOf: shared, isDerivedLater: isNew)
            try forget(forgotten)
            if isNew { try deriveAll() }
            try writer.settle()
        }
        return outcome
    }

    /// The newest time at which either forgot an article, by the SHA-256 of its bytes.
    private func forgotten() throws(SQLiteError) -> [String: String] {
        var times: [String: String] = [:]
        for database in [database, other.database] {
            let rows = try database.rows(
                """
                SELECT json_extract(subject, '$.article'), max(made_at) FROM correction
                WHERE action = 'forget' GROUP BY 1
                """, as: String?.self, String.self)
            for (sha256, time) in rows {
                guard let sha256 else { continue }
                times[sha256] = max(times[sha256] ?? "", time)
            }
        }
        return times
    }

    private func takeArticles(besides forgotten: [String: String]) throws {
        let readings = try Readings(other.database)
        let headings = HeadingWriter(database: other.database)
        let articles = try other.database.rows(
            "SELECT id, lower(hex(sha256)), ingested_at FROM article ORDER BY ingested_at, id", as: Int64.self,
            String.self, String.self)
        for start in stride(from: 0, to: articles.count, by: 256) {
            var entries: [(entry: Entry, ingested: String)] = []
            for (id, sha256, ingested) in articles[start..<min(start + 256, articles.count)] {
                if let time = forgotten[sha256], time >= ingested {
                    outcome.forgotten += 1
                } else if let entry = try readings.entry(id) {
                    entries.append((entry.given(try headings.given(id)), ingested))
                } else {
                    throw StoreError.unread(article: try other.storedArticle(id).source)
                }
            }
            let all = try writer.file(entries.map(\.entry), isInheriting: false)
            for (filed, (entry, ingested)) in zip(all, entries) {
                if filed.isNew { outcome.added += 1 } else { outcome.known += 1 }
                // What was known earlier was known then.
                try database.run(
                    """
                    UPDATE article SET source = CASE WHEN ?2 < ingested_at THEN ?4 ELSE source END,
                        ingested_at = CASE ?3 WHEN 1 THEN ?2 ELSE min(ingested_at, ?2) END
                    WHERE id = ?1
                    """, filed.outcome.article, ingested, filed.isNew ? 1 : 0, entry.article.source)
            }
        }
    }

    /// The sources of which both have articles.
    private func sharedSources() throws(SQLiteError) -> [String] {
        let own = Set(try database.values("SELECT DISTINCT source FROM article", as: String.self))
        return try other.database.values("SELECT DISTINCT source FROM article ORDER BY 1", as: String.self)
            .filter(own.contains)
    }

    /// Readings of one source follow each other by the time of their ingest, whoever took them over.
    private func order(readingsOf sources: [String], isDerivedLater: Bool) throws {
        for source in sources {
            let ids = try database.values(
                "SELECT id FROM article WHERE source = ?1 ORDER BY ingested_at, sha256", [source], as: Int64.self)
            guard ids.count > 1 else { continue }
            try database.run("UPDATE article SET supersedes = NULL WHERE source = ?1", source)
            for (older, newer) in zip(ids, ids.dropFirst()) {
                try database.run("UPDATE article SET supersedes = ?2 WHERE id = ?1", newer, older)
            }
            if !isDerivedLater { try writer.deriveReadings(of: [ids[0]]) }
            for id in ids {
                for agreement in try writer.agreements.agreements(reportedBy: id) {
                    try writer.agreements.settle(agreement)
                }
            }
        }
    }

    /// What the other forgot after it was ingested here goes here too.
    private func forget(_ forgotten: [String: String]) throws {
        for (sha256, time) in forgotten.sorted(by: { $0.key < $1.key }) {
            let id = try database.value(
                "SELECT id FROM article WHERE lower(hex(sha256)) = ?1 AND ingested_at <= ?2", [sha256, time],
                as: Int64.self)
            guard let id else { continue }
            try store.erase(article: id)
            outcome.forgotten += 1
        }
    }

    private func deriveAll() throws {
        let articles = try database.values("SELECT article_id FROM reading ORDER BY article_id", as: Int64.self)
        try Derivation(database: database, writer: writer).derive(articles)
    }
}
