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

    let rows: AgreementRows
    let roles: RoleWriter
    private let balance: AgreementBalance
    private let database: Database
    private let find: Statement
    private let insertReport: Statement
    private let byArticle: Statement
    private let findGrouped: Statement
    private let insertSetting: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        rows = try AgreementRows(database)
        roles = try RoleWriter(database)
        balance = try AgreementBalance(database)
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
        insertReport = try Statement(
            database,
            """
            INSERT INTO agreement_article
                (article_id, status, value, currency, announced, effective, expires, confidence, agreement_id,
                kind, parties, position)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """)
        byArticle = try Statement(database, "SELECT agreement_id FROM agreement_article WHERE article_id = ?1")
        findGrouped = try Statement(database, "SELECT id FROM agreement WHERE correction_id = ?1 ORDER BY id LIMIT 1")
        insertSetting = try Statement(
            database,
            """
            INSERT INTO agreement_setting (agreement_id, article_id, field, correction_id, text, number)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
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
            let known =
                if let grouping = people.grouping { try grouped(grouping, besides: taken) } else {
                    try match(agreement, parties, besides: taken)
                }
            let id: Int64
            if let former = known ?? orphans.best(for: agreement, parties) {
                if known == nil { try rows.reshape(former, agreement, parties, people.grouping) }
                reported.touched.append(former)
                id = former
            } else {
                id = try rows.add(agreement, parties, people.grouping)
            }
            reported.agreements.append(id)
            taken.insert(id)
            orphans.remove(id)
            try report(agreement, of: id, at: index, in: article)
            reported.pairs += DealSettler.Pair.all(of: parties)
            try file(people, of: id, in: article)
            if people.grouping != nil { reported.grouped.append(id) }
            if !people.settings.isEmpty, known == nil { try settle(id) }
        }
        roles.reconsider(reported.agreements)
        return reported
    }

    /// What the article says of the agreement.
    /// - Parameter index: its place among those that the article tells of.
    private func report(
        _ agreement: Extraction.Agreement, of id: Int64, at index: Int, in article: Int64
    ) throws(SQLiteError) {
        try agreement.bind(to: insertReport, first: article)
        try insertReport.bind(id, at: 9)
        try insertReport.bind(agreement.kind.rawValue, at: 10)
        try insertReport.bind(Self.positions(agreement.parties), at: 11)
        try insertReport.bind(Int64(index), at: 12)
        try insertReport.run()
    }

    /// What people said of the report.
    private func file(_ people: Draft.Report, of id: Int64, in article: Int64) throws(SQLiteError) {
        for setting in people.settings {
            try insertSetting.bind(all: [id, article, setting.field, setting.correction, setting.text, setting.number])
            try insertSetting.run()
        }
        if let grouping = people.grouping {
            try insertSetting.bind(all: [id, article, "reports", grouping, String?.none, Double?.none])
            try insertSetting.run()
        }
    }

    /// Sums up anew what sources and people say of the agreement.
    func settle(_ agreement: Int64) throws(SQLiteError) {
        try balance.settle(agreement)
        roles.reconsider([agreement])
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

    /// Indices into the companies of a reading, as JSON.
    private static func positions(_ parties: [Int]) -> String {
        "[" + parties.map(String.init).joined(separator: ",") + "]"
    }

}

extension Money? {
    /// Whether this and another report's sum can be the same: one is not given, or they are within a tenth.
    fileprivate func agrees(withAmount amount: Double?, _ currency: String?) -> Bool {
        guard let self, let amount, let currency else { return true }
        return self.currency == currency && abs(self.amount - amount) <= 0.1 * max(abs(self.amount), abs(amount))
    }
}
