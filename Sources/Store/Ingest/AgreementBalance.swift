internal import Model
internal import SQLite

/// Writes into an agreement what its sources and people say of it together.
final class AgreementBalance {
    private let reports: Statement
    private let update: Statement
    private let settings: Statement

    init(_ database: Database) throws(SQLiteError) {
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
        settings = try Statement(
            database,
            "SELECT field, text, number FROM agreement_setting WHERE agreement_id = ?1 ORDER BY correction_id")
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
