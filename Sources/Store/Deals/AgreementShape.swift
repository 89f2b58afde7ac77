internal import SQLite

/// The kind and the parties that an agreement's reports give it together.
struct AgreementShape {
    let agreement: Int64
    private let kind: String
    private let parties: [Int64]
    private let correction: Int64?

    init(of deal: SettledDeal, _ agreement: Int64) {
        self.agreement = agreement
        correction = deal.correction
        kind = Self.kind(deal.reports)
        parties = Self.parties(deal.reports)
    }

    /// The last that people said; else all, in the order of the first report that names most of them.
    private static func parties(_ reports: [DealReport]) -> [Int64] {
        if let said = DealReport.saidParties(reports) { return said }
        let fullest = reports.reduce(reports[0]) { $1.parties.count > $0.parties.count ? $1 : $0 }
        var parties = fullest.parties
        for report in reports { parties += report.parties.filter { !parties.contains($0) } }
        return parties
    }

    /// The last that people said; else what most sources say, by how sure they are.
    private static func kind(_ reports: [DealReport]) -> String {
        let said = reports.max { ($0.kindCorrection ?? -1) < ($1.kindCorrection ?? -1) }
        if let said, said.kindCorrection != nil { return said.kind }
        var weights: [String: Double] = [:]
        for report in reports { weights[report.kind, default: 0] += report.confidence }
        return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? reports[0].kind
    }

    /// Whether the agreement is stored so.
    func isStored(_ database: Database) throws(SQLiteError) -> Bool {
        let stored = try database.row(
            "SELECT kind, correction_id FROM agreement WHERE id = ?1", [agreement], as: String.self, Int64?.self)
        let known = try storedParties(database)
        return stored?.0 == kind && stored?.1 == correction && Set(known) == Set(parties)
    }

    private func storedParties(_ database: Database) throws(SQLiteError) -> [Int64] {
        try database.values(
            "SELECT company_id FROM agreement_party WHERE agreement_id = ?1 ORDER BY position", [agreement],
            as: Int64.self)
    }

    func store(_ database: Database, _ writer: AgreementWriter) throws {
        try database.run(
            "UPDATE agreement SET kind = ?2, correction_id = ?3 WHERE id = ?1", agreement, kind, correction)
        if Set(try storedParties(database)) != Set(parties) { try writer.rows.setParties(parties, of: agreement) }
    }
}
