internal import SQLite

/// How much there is of what in a knowledge base.
public struct Statistics: Sendable, Equatable {
    /// Articles in force, and those that a later reading of the same source replaced.
    public var articles = 0
    public var superseded = 0
    public var sentences = 0
    public var companies = 0
    public var mentions = 0
    public var agreements = 0
    public var clauses = 0
    /// Bytes of article text, and of the database file.
    public var textBytes = 0
    public var fileBytes = 0
    /// Clauses by type, agreements by kind and by status; the most frequent first.
    public var clauseTypes: [Count] = []
    public var agreementKinds: [Count] = []
    public var agreementStatuses: [Count] = []

    public struct Count: Sendable, Equatable {
        public var name: String
        public var count: Int

        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    public init() {}
}

extension Store {
    /// How much there is of what. Superseded articles and their facts count only under `superseded`,
    /// sentences, mentions and bytes.
    public func statistics() throws(StoreError) -> Statistics {
        try wrap {
            func count(_ sql: String) throws(SQLiteError) -> Int { try database.value(sql, as: Int.self) ?? 0 }
            var statistics = Statistics()
            statistics.articles = try count("SELECT count(*) FROM current_article")
            statistics.superseded = try count("SELECT count(*) FROM article") - statistics.articles
            statistics.sentences = try count("SELECT count(*) FROM sentence")
            statistics.companies = try count("SELECT count(*) FROM company_view")
            statistics.mentions = try count("SELECT count(*) FROM mention")
            statistics.agreements = try count("SELECT count(*) FROM agreement_view")
            statistics.clauses = try count("SELECT count(*) FROM clause_view")
            statistics.textBytes = try count("SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM article")
            statistics.fileBytes = try count(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            statistics.clauseTypes = try counts(
                "SELECT type, count(*) FROM clause_view GROUP BY type ORDER BY count(*) DESC, type")
            statistics.agreementKinds = try counts(
                "SELECT kind, count(*) FROM agreement_view GROUP BY kind ORDER BY count(*) DESC, kind")
            statistics.agreementStatuses = try counts(
                "SELECT status, count(*) FROM agreement_view GROUP BY status ORDER BY count(*) DESC, status")
            return statistics
        }
    }

    private func counts(_ sql: String) throws(SQLiteError) -> [Statistics.Count] {
        try database.rows(sql, as: String.self, Int.self).map { Statistics.Count(name: $0.0, count: $0.1) }
    }
}
