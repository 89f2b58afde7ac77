internal import Model
internal import SQLite

/// Files what an article says of its agreements, each for now with those of the same parties and kind;
/// `DealSettler` then looks at all reports together.
final class AgreementWriter {
    struct Reported {
        /// The id of each of the extraction's agreements, in its order.
        var agreements: [Int64]
        /// Those that other articles report too.
        var touched: [Int64]
        /// The companies that the article ties to each other.
        var pairs: [DealSettler.Pair] = []
        /// Those that people put together.
        var grouped: [Int64] = []
    }

    private let database: Database
    private let find: Statement
    private let insert: Statement
    private let insertParty: Statement
    private let insertPair: Statement
    private let insertReport: Statement
    private let byArticle: Statement
    private let reports: Statement
    private let update: Statement
    private let findGrouped: Statement
    private let insertSetting: Statement
    private let settings: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        find = try Statement(
            database,
            """
            SELECT agreement.id, said.value, said.currency
            FROM agreement_pair JOIN agreement ON agreement.id = agreement_pair.agreement_id
            -- What an article says of the sum; people may have settled another one.
            LEFT JOIN agreement_article AS said ON (said.agreement_id, said.article_id) = (agreement.id, (
                SELECT min(article_id) FROM agreement_article
                WHERE agreement_id = agreement.id AND value IS NOT NULL))
            WHERE company_id = min(?1, ?2) AND other_id = max(?1, ?2) AND agreement.kind = ?3
                AND (SELECT count(*) FROM agreement_party WHERE agreement_id = agreement.id) = ?4
                AND NOT EXISTS (
                    SELECT 1 FROM correction
                    WHERE correction.id = agreement.correction_id AND action = 'agreement-split')
            ORDER BY agreement.id
            """)
        insert = try Statement(
            database,
            """
            INSERT INTO agreement
                (kind, status, value, currency, announced, effective, expires, confidence, correction_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
        insertParty = try Statement(
            database, "INSERT INTO agreement_party (agreement_id, company_id, position) VALUES (?1, ?2, ?3)")
        insertPair = try Statement(
            database,
            """
            INSERT INTO agreement_pair (company_id, other_id, agreement_id) VALUES (?1, ?2, ?3)
            ON CONFLICT DO NOTHING
            """)
        insertReport = try Statement(
            database,
            """
            INSERT INTO agreement_article
                (article_id, status, value, currency, announced, effective, expires, confidence, agreement_id,
                kind, parties, position)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """)
        byArticle = try Statement(database, "SELECT agreement_id FROM agreement_article WHERE article_id = ?1")
        reports = try Statement(
            database,
            """
            SELECT agreement_article.status, agreement_article.value, agreement_article.currency,
                agreement_article.announced, agreement_article.effective, agreement_article.expires,
                agreement_article.confidence, published, sketch
            FROM agreement_article
            JOIN current_article ON current_article.id = agreement_article.article_id
            LEFT JOIN reading ON reading.article_id = agreement_article.article_id
            WHERE agreement_id = ?1
            ORDER BY coalesce(published, ''), sha256
            """)
        update = try Statement(
            database,
            """
            UPDATE agreement SET status = ?2, value = ?3, currency = ?4, announced = ?5, effective = ?6,
                expires = ?7, confidence = ?8, sources = ?9
            WHERE id = ?1
            """)
        findGrouped = try Statement(database, "SELECT id FROM agreement WHERE correction_id = ?1 ORDER BY id LIMIT 1")
        insertSetting = try Statement(
            database,
            """
            INSERT INTO agreement_setting (agreement_id, article_id, field, correction_id, text, number)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
        settings = try Statement(
            database,
            "SELECT field, text, number FROM agreement_setting WHERE agreement_id = ?1 ORDER BY correction_id")
    }

    func agreements(reportedBy article: Int64) throws(SQLiteError) -> [Int64] {
        try byArticle.bind(article, at: 1)
        return try byArticle.values(as: Int64.self)
    }

    /// - Parameters:
    ///   - corrected: what people say of each of the extraction's agreements; empty for nothing.
    ///   - former: the agreements that the article reported before.
    func file(
        _ entry: Entry, article: Int64, companies: [Int64], corrected: [Draft.Report] = [],
        former: [Int64] = []
    ) throws(SQLiteError) -> Reported {
        var reported = Reported(agreements: [], touched: [])
        var taken: Set<Int64> = []
        var orphans = former.isEmpty ? Orphans() : try Orphans(former, database)
        for (index, agreement) in entry.extraction.agreements.enumerated() {
            let people = index < corrected.count ? corrected[index] : Draft.Report()
            var parties: [Int64] = []
            for party in agreement.parties where !parties.contains(companies[party]) {
                parties.append(companies[party])
            }
            let match =
                if let grouping = people.grouping { try grouped(grouping, besides: taken) } else {
                    try match(agreement, parties, besides: taken)
                }
            if let known = match {
                reported.agreements.append(known)
                reported.touched.append(known)
            } else if let orphan = orphans.best(for: agreement, parties) {
                try reshape(orphan, agreement, parties, people.grouping)
                reported.agreements.append(orphan)
                reported.touched.append(orphan)
            } else {
                reported.agreements.append(try add(agreement, parties, people.grouping))
            }
            let id = reported.agreements[index]
            taken.insert(id)
            orphans.remove(id)
            try bind(agreement, to: insertReport, first: article)
            try insertReport.bind(id, at: 9)
            try insertReport.bind(agreement.kind.rawValue, at: 10)
            try insertReport.bind(Self.positions(agreement.parties), at: 11)
            try insertReport.bind(Int64(index), at: 12)
            try insertReport.run()
            reported.pairs += DealSettler.Pair.all(of: parties)
            for setting in people.settings {
                try insertSetting.bind(all: [
                    id, article, setting.field, setting.correction, setting.text, setting.number,
                ])
                try insertSetting.run()
            }
            if let grouping = people.grouping {
                try insertSetting.bind(all: [id, article, "reports", grouping, String?.none, Double?.none])
                try insertSetting.run()
                reported.grouped.append(id)
            }
            if !people.settings.isEmpty, match == nil { try settle(id) }
        }
        return reported
    }

    /// The agreement that another article tells of too. With one known party there is no telling.
    private func match(
        _ agreement: Extraction.Agreement, _ parties: [Int64], besides taken: Set<Int64>
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

    /// The agreement that people made of several, or took out of one.
    private func grouped(_ grouping: Int64, besides taken: Set<Int64>) throws(SQLiteError) -> Int64? {
        try findGrouped.bind(grouping, at: 1)
        return try findGrouped.values(as: Int64.self).first { !taken.contains($0) }
    }

    private func add(
        _ agreement: Extraction.Agreement, _ parties: [Int64], _ grouping: Int64?
    ) throws(SQLiteError) -> Int64 {
        try bind(agreement, to: insert, first: agreement.kind.rawValue)
        try grouping.bind(to: insert, at: 9)
        try insert.run()
        let id = database.lastInsertedID
        try addParties(parties, to: id)
        return id
    }

    private func addParties(_ parties: [Int64], to agreement: Int64) throws(SQLiteError) {
        for (position, party) in parties.enumerated() {
            try insertParty.bind(all: [agreement, party, position])
            try insertParty.run()
        }
        try addPairs(DealSettler.Pair.all(of: parties), to: agreement)
    }

    func addPairs(_ pairs: [DealSettler.Pair], to agreement: Int64) throws(SQLiteError) {
        for pair in pairs {
            try insertPair.bind(all: [pair.one, pair.other, agreement])
            try insertPair.run()
        }
    }

    /// Indices into the companies of a reading, as JSON.
    private static func positions(_ parties: [Int]) -> String {
        "[" + parties.map(String.init).joined(separator: ",") + "]"
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
    /// dates; the first word on when it was announced. What people settled comes before all sources.
    func settle(_ agreement: Int64) throws(SQLiteError) {
        try reports.bind(agreement, at: 1)
        let rows = try reports.rows(
            as: String.self, Double?.self, String?.self, String?.self, String?.self, String?.self, Double.self,
            String?.self, [UInt8]?.self)
        let said = rows.map { row in
            AgreementReport(
                article: 0, source: "", title: "", published: row.7,
                status: AgreementStatus(rawValue: row.0) ?? .rumored,
                value: row.1.flatMap { amount in row.2.map { Money(amount: amount, currency: $0) } },
                announced: row.3, effective: row.4, expires: row.5, confidence: row.6)
        }
        guard var summary = AgreementSummary(said) else { return }
        try settings.bind(agreement, at: 1)
        for (field, text, number) in try settings.rows(as: String.self, String?.self, Double?.self) {
            summary.settle(field, text, number)
        }
        try update.bind(all: [
            agreement, summary.status.rawValue, summary.value?.amount, summary.value?.currency, summary.announced,
            summary.effective, summary.expires, summary.confidence,
            Set(Stories.groups(rows.map { $0.8.flatMap { Sketch(bytes: $0) } })).count,
        ])
        try update.run()
    }
}

extension AgreementWriter {
    /// Gives a former agreement the kind and the parties that are told now.
    private func reshape(
        _ id: Int64, _ agreement: Extraction.Agreement, _ parties: [Int64], _ grouping: Int64?
    ) throws(SQLiteError) {
        try database.run(
            "UPDATE agreement SET kind = ?2, correction_id = ?3 WHERE id = ?1", id, agreement.kind.rawValue, grouping)
        try setParties(parties, of: id)
    }
}

// What `DealSettler` does to agreements.
extension AgreementWriter {
    /// A new agreement, to be filled.
    func open(like report: DealReport) throws(SQLiteError) -> Int64 {
        let agreement = Extraction.Agreement(
            kind: AgreementKind(rawValue: report.kind), status: report.status, parties: [],
            confidence: report.confidence)
        return try add(agreement, report.parties, nil)
    }

    func setParties(_ parties: [Int64], of agreement: Int64) throws(SQLiteError) {
        try clearParties(of: agreement)
        try addParties(parties, to: agreement)
    }

    /// Takes an agreement out that no article reports any more.
    func removeIfEmpty(_ agreement: Int64) throws(SQLiteError) {
        let isReported = try database.value(
            "SELECT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = ?1)", [agreement], as: Bool.self)
        if isReported != true { try remove(agreement) }
    }

    func remove(_ agreement: Int64) throws(SQLiteError) {
        try clearParties(of: agreement)
        try database.run("DELETE FROM agreement WHERE id = ?1", agreement)
    }

    private func clearParties(of agreement: Int64) throws(SQLiteError) {
        // By their companies, as the key has them: by the agreement alone it would be a walk through all pairs.
        try database.run(
            """
            DELETE FROM agreement_pair WHERE (company_id, other_id, agreement_id) IN (
                SELECT one.company_id, other.company_id, ?1
                FROM agreement_party AS one JOIN agreement_party AS other USING (agreement_id)
                WHERE one.agreement_id = ?1)
            """, agreement)
        try database.run("DELETE FROM agreement_party WHERE agreement_id = ?1", agreement)
    }
}

extension Money? {
    /// Whether this and another report's sum can be the same: one is not given, or they are within a tenth.
    fileprivate func agrees(withAmount amount: Double?, _ currency: String?) -> Bool {
        guard let self, let amount, let currency else { return true }
        return self.currency == currency && abs(self.amount - amount) <= 0.1 * max(abs(self.amount), abs(amount))
    }
}
