internal import Model
internal import SQLite

/// Reads what articles report of the agreements between two companies. Agreements that people merged or split are
/// theirs, and left out.
final class DealReader {
    private let database: Database
    private let count: Statement
    private let reports: Statement
    private let parties: Statement
    private let terms: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        count = try Statement(
            database,
            """
            SELECT 1 FROM agreement_pair JOIN agreement_article USING (agreement_id)
            WHERE company_id = ?1 AND other_id = ?2 LIMIT 2
            """)
        reports = try Statement(
            database,
            """
            SELECT agreement_article.agreement_id, agreement_article.article_id, agreement_article.position,
                agreement_article.kind, agreement_article.status, agreement_article.value,
                agreement_article.currency, agreement_article.announced, agreement_article.effective,
                agreement_article.expires, agreement_article.confidence, published, sha256, sketch
            FROM agreement_pair
            JOIN agreement ON agreement.id = agreement_pair.agreement_id
            JOIN agreement_article ON agreement_article.agreement_id = agreement.id
            JOIN article ON article.id = agreement_article.article_id
            LEFT JOIN reading ON reading.article_id = article.id
            WHERE company_id = ?1 AND other_id = ?2 AND correction_id IS NULL
                AND agreement_article.parties IS NOT NULL
            """)
        parties = try Statement(
            database,
            """
            SELECT company_id FROM agreement_article, json_each(parties)
            JOIN company_article ON company_article.article_id = agreement_article.article_id
                AND company_article.position = json_each.value
            WHERE agreement_id = ?1 AND agreement_article.article_id = ?2
            ORDER BY json_each.key
            """)
        terms = try Statement(
            database,
            """
            SELECT DISTINCT type || ' ' || kind || ' ' || coalesce(number, iso)
            FROM clause JOIN clause_value ON clause_id = clause.id
            WHERE agreement_id = ?1 AND article_id = ?2
            """)
    }

    /// Whether there is more than one report of agreements between the two.
    func hasSeveralReports(_ pair: DealSettler.Pair) throws(SQLiteError) -> Bool {
        try count.bind(all: [pair.one, pair.other])
        return try count.values(as: Int64.self).count > 1
    }

    func reports(of pair: DealSettler.Pair) throws(SQLiteError) -> [DealReport] {
        try reports.bind(all: [pair.one, pair.other])
        let rows = try reports.rows(
            as: Int64.self, Int64.self, Int?.self, String?.self, String.self, Double?.self, String?.self, String?.self,
            String?.self, String?.self, Double.self, String?.self, [UInt8].self, [UInt8]?.self)
        var found: [DealReport] = []
        for row in rows {
            guard let position = row.2, let kind = row.3 else { continue }
            var report = DealReport(
                agreement: row.0, article: row.1, position: position, kind: kind, parties: [],
                status: AgreementStatus(rawValue: row.4) ?? .rumored, announced: row.7, effective: row.8,
                expires: row.9, confidence: row.10, published: row.11, sha256: row.12,
                sketch: row.13.flatMap { Sketch(bytes: $0) })
            if let amount = row.5, let currency = row.6 { report.value = Money(amount: amount, currency: currency) }
            for party in try companies(of: report) where !report.parties.contains(party) {
                report.parties.append(party)
            }
            // A report that was brought here by another pair does not name both.
            guard report.parties.contains(pair.one), report.parties.contains(pair.other) else { continue }
            try terms.bind(all: [report.agreement, report.article])
            report.terms = Set(try terms.values(as: String.self))
            found.append(report)
        }
        return found
    }

    private func companies(of report: DealReport) throws(SQLiteError) -> [Int64] {
        try parties.bind(all: [report.agreement, report.article])
        return try parties.values(as: Int64.self)
    }
}
