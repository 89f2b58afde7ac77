internal import Model
internal import SQLite

/// Files what an article says of its agreements. The same deal in two articles (the same parties, the same
/// kind, no other sum) is one agreement with two sources.
final class AgreementWriter {
    struct Reported {
        /// The id of each of the extraction's agreements, in its order.
        var agreements: [Int64]
        /// Those that other articles report too.
        var touched: [Int64]
    }

    private let database: Database
    private let find: Statement
    private let insert: Statement
    private let insertParty: Statement
    private let insertReport: Statement
    private let byArticle: Statement
    private let reports: Statement
    private let update: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        find = try Statement(
            database,
            """
            SELECT agreement.id, agreement.value, agreement.currency
            FROM agreement_party AS one
            JOIN agreement_party AS other ON other.agreement_id = one.agreement_id
            JOIN agreement ON agreement.id = one.agreement_id
            WHERE one.company_id = ?1 AND other.company_id = ?2 AND agreement.kind = ?3
                AND (SELECT count(*) FROM agreement_party WHERE agreement_id = agreement.id) = ?4
            ORDER BY agreement.id
            """)
        insert = try Statement(
            database,
            """
            INSERT INTO agreement (kind, status, value, currency, announced, effective, expires, confidence)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        insertParty = try Statement(
            database, "INSERT INTO agreement_party (agreement_id, company_id, position) VALUES (?1, ?2, ?3)")
        insertReport = try Statement(
            database,
            """
            INSERT INTO agreement_article
                (article_id, status, value, currency, announced, effective, expires, confidence, agreement_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
        byArticle = try Statement(database, "SELECT agreement_id FROM agreement_article WHERE article_id = ?1")
        reports = try Statement(
            database,
            """
            SELECT agreement_article.status, agreement_article.value, agreement_article.currency,
                agreement_article.announced, agreement_article.effective, agreement_article.expires,
                agreement_article.confidence
            FROM agreement_article JOIN current_article ON current_article.id = article_id
            WHERE agreement_id = ?1
            ORDER BY coalesce(published, ''), sha256
            """)
        update = try Statement(
            database,
            """
            UPDATE agreement SET status = ?2, value = ?3, currency = ?4, announced = ?5, effective = ?6,
                expires = ?7, confidence = ?8
            WHERE id = ?1
            """)
    }

    func agreements(reportedBy article: Int64) throws(SQLiteError) -> [Int64] {
        try byArticle.bind(article, at: 1)
        return try byArticle.values(as: Int64.self)
    }

    func file(_ entry: Entry, article: Int64, companies: [Int64]) throws(SQLiteError) -> Reported {
        var reported = Reported(agreements: [], touched: [])
        for agreement in entry.extraction.agreements {
            var parties: [Int64] = []
            for party in agreement.parties where !parties.contains(companies[party]) {
                parties.append(companies[party])
            }
            if let known = try match(agreement, parties, besides: reported.agreements) {
                reported.agreements.append(known)
                reported.touched.append(known)
            } else {
                reported.agreements.append(try add(agreement, parties))
            }
            try bind(agreement, to: insertReport, first: article)
            try insertReport.bind(reported.agreements[reported.agreements.count - 1], at: 9)
            try insertReport.run()
        }
        return reported
    }

    /// The agreement that another article tells of too. With one known party there is no telling.
    private func match(
        _ agreement: Extraction.Agreement, _ parties: [Int64], besides taken: [Int64]
    ) throws(SQLiteError) -> Int64? {
        guard parties.count > 1 else { return nil }
        try find.bind(all: [parties[0], parties[1], agreement.kind.rawValue, parties.count])
        for (id, value, currency) in try find.rows(as: Int64.self, Double?.self, String?.self)
        where !taken.contains(id) && agreement.value.agrees(withAmount: value, currency) {
            if try hasParties(id, Set(parties)) { return id }
        }
        return nil
    }

    private func hasParties(_ agreement: Int64, _ parties: Set<Int64>) throws(SQLiteError) -> Bool {
        let known = try database.values(
            "SELECT company_id FROM agreement_party WHERE agreement_id = ?1", [agreement], as: Int64.self)
        return Set(known) == parties
    }

    private func add(_ agreement: Extraction.Agreement, _ parties: [Int64]) throws(SQLiteError) -> Int64 {
        try bind(agreement, to: insert, first: agreement.kind.rawValue)
        try insert.run()
        let id = database.lastInsertedID
        for (position, party) in parties.enumerated() {
            try insertParty.bind(all: [id, party, position])
            try insertParty.run()
        }
        return id
    }

    /// Binds what is said of the agreement to parameters 2 to 8, after `first`.
    private func bind(
        _ agreement: Extraction.Agreement, to statement: borrowing Statement, first: any ColumnValue
    ) throws(SQLiteError) {
        try first.bind(to: statement, at: 1)
        try statement.bind(agreement.status.rawValue, at: 2)
        try (agreement.value?.amount).bind(to: statement, at: 3)
        try (agreement.value?.currency).bind(to: statement, at: 4)
        try agreement.announced.bind(to: statement, at: 5)
        try agreement.effective.bind(to: statement, at: 6)
        try agreement.expires.bind(to: statement, at: 7)
        try statement.bind(agreement.confidence, at: 8)
    }

    /// Sums up what the sources in force say: the newest word on how it stands, on the sum and on the other
    /// dates; the first word on when it was announced.
    func settle(_ agreement: Int64) throws(SQLiteError) {
        try reports.bind(agreement, at: 1)
        let rows = try reports.rows(
            as: String.self, Double?.self, String?.self, String?.self, String?.self, String?.self, Double.self)
        guard let newest = rows.last else { return }
        let sum = rows.last { $0.1 != nil }
        try update.bind(all: [
            agreement, newest.0, sum?.1, sum?.2, rows.compactMap(\.3).first, rows.compactMap(\.4).last,
            rows.compactMap(\.5).last, rows.map(\.6).max() ?? newest.6,
        ])
        try update.run()
    }
}

extension Money? {
    /// Whether this and another report's sum can be the same: one is not given, or they are within a tenth.
    fileprivate func agrees(withAmount amount: Double?, _ currency: String?) -> Bool {
        guard let self, let amount, let currency else { return true }
        return self.currency == currency && abs(self.amount - amount) <= 0.1 * max(abs(self.amount), abs(amount))
    }
}
