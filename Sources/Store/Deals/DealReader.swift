internal import Model
internal import SQLite

/// Reads what articles report of agreements.
final class DealReader {
    private let database: Database
    private let count: Statement
    private let ofPair: Statement
    private let pinned: Statement
    private let pins: Statement
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
        ofPair = try Statement(
            database,
            """
            SELECT \(Self.columns) FROM agreement_pair
            JOIN agreement_article ON agreement_article.agreement_id = agreement_pair.agreement_id
            \(Self.joins)
            WHERE company_id = ?1 AND other_id = ?2 AND agreement_article.parties IS NOT NULL
            """)
        pinned = try Statement(
            database,
            """
            SELECT \(Self.columns) FROM agreement
            JOIN agreement_article ON agreement_article.agreement_id = agreement.id
            \(Self.joins)
            WHERE agreement.correction_id = ?1 AND reports.correction_id = ?1
                AND agreement_article.parties IS NOT NULL
            """)
        pins = try Statement(
            database, "SELECT correction_id FROM agreement WHERE id = ?1 AND correction_id IS NOT NULL")
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
            SELECT DISTINCT type || ' ' || kind || ' ' || coalesce(number, iso),
                CASE kind WHEN 'money' THEN number END, clause_value.currency
            FROM clause JOIN clause_value ON clause_id = clause.id
            WHERE agreement_id = ?1 AND article_id = ?2
            """)
    }

    private static let columns = """
        agreement_article.agreement_id, agreement_article.article_id, agreement_article.position,
        agreement_article.kind, agreement_article.status, agreement_article.value,
        agreement_article.currency, agreement_article.announced, agreement_article.effective,
        agreement_article.expires, agreement_article.confidence, published, sha256, sketch,
        reports.correction_id, correction.action, named.correction_id, called.correction_id,
        called.text
        """

    /// With what people said of each report: which others it belongs with, who the parties are, of what kind it is.
    private static let joins = """
        JOIN article ON article.id = agreement_article.article_id
        LEFT JOIN reading ON reading.article_id = article.id
        LEFT JOIN agreement_setting AS reports ON reports.agreement_id = agreement_article.agreement_id
            AND reports.article_id = agreement_article.article_id AND reports.field = 'reports'
        LEFT JOIN agreement_setting AS named ON named.agreement_id = agreement_article.agreement_id
            AND named.article_id = agreement_article.article_id AND named.field = 'parties'
        LEFT JOIN agreement_setting AS called ON called.agreement_id = agreement_article.agreement_id
            AND called.article_id = agreement_article.article_id AND called.field = 'kind'
        LEFT JOIN correction ON correction.id = reports.correction_id
        """

    /// Whether there is more than one report of agreements between the two.
    func hasSeveralReports(_ pair: DealSettler.Pair) throws(SQLiteError) -> Bool {
        try count.bind(all: [pair.one, pair.other])
        return try count.values(as: Int64.self).count > 1
    }

    /// The reports that name both, and those that people put together into agreements of both.
    func reports(of pair: DealSettler.Pair) throws(SQLiteError) -> [DealReport] {
        try ofPair.bind(all: [pair.one, pair.other])
        // A report that was brought here by another pair does not name both.
        return try read(ofPair).filter {
            $0.pin != nil || $0.parties.contains(pair.one) && $0.parties.contains(pair.other)
        }
    }

    /// All that one merge, split or setting of parties put together.
    func reports(pinnedBy correction: Int64) throws(SQLiteError) -> [DealReport] {
        try pinned.bind(correction, at: 1)
        return try read(pinned)
    }

    /// The correction that put an agreement together, if any.
    func pin(of agreement: Int64) throws(SQLiteError) -> Int64? {
        try pins.bind(agreement, at: 1)
        return try pins.values(as: Int64.self).first
    }

    private func read(_ statement: borrowing Statement) throws(SQLiteError) -> [DealReport] {
        let rows = try statement.rows(
            as: Int64.self, Int64.self, Int?.self, String?.self, String.self, Double?.self, String?.self, String?.self,
            String?.self, String?.self, Double.self, String?.self, [UInt8].self, [UInt8]?.self, Int64?.self,
            String?.self, Int64?.self, Int64?.self, String?.self)
        var found: [DealReport] = []
        for row in rows {
            guard let position = row.2, let kind = row.3 else { continue }
            var report = DealReport(
                agreement: row.0, article: row.1, position: position, kind: kind, parties: [],
                status: AgreementStatus(rawValue: row.4) ?? .rumored, announced: row.7, effective: row.8,
                expires: row.9, confidence: row.10, published: row.11, sha256: row.12,
                sketch: row.13.flatMap { Sketch(bytes: $0) })
            if let amount = row.5, let currency = row.6 { report.value = Money(amount: amount, currency: currency) }
            if let correction = row.14 {
                report.pin = DealCore.Pin(
                    correction: correction, isClosed: row.15 == Correction.Action.splitAgreement.rawValue,
                    fixesParties: row.16 != nil)
            }
            (report.partiesCorrection, report.kindCorrection, report.readKind) = (row.16, row.17, row.18)
            for party in try companies(of: report) where !report.parties.contains(party) {
                report.parties.append(party)
            }
            try terms.bind(all: [report.agreement, report.article])
            for (term, sum, currency) in try terms.rows(as: String?.self, Double?.self, String?.self) {
                if let term { report.terms.insert(term) }
                if let sum, let currency { report.sums.append(Money(amount: sum, currency: currency)) }
            }
            found.append(report)
        }
        return found
    }

    private func companies(of report: DealReport) throws(SQLiteError) -> [Int64] {
        try parties.bind(all: [report.agreement, report.article])
        return try parties.values(as: Int64.self)
    }
}
