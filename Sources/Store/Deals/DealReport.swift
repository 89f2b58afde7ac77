internal import Model

/// What one article says of one agreement: what decides with which other reports it belongs.
struct DealReport {
    var agreement: Int64
    var article: Int64
    /// Its place in the article's reading.
    var position: Int
    var kind: String
    /// The companies, in the order in which the article names them.
    var parties: [Int64]
    var status: AgreementStatus
    var value: Money?
    var announced: String?
    var effective: String?
    var expires: String?
    var confidence: Double
    var published: String?
    var sha256: [UInt8]
    var sketch: Sketch?
    /// Sums, shares and periods of its clauses, with the type: `royalty percent 12.5`.
    var terms: Set<String> = []
    /// The sums that its clauses say.
    var sums: [Money] = []
    /// What people said of the reports that it belongs with.
    var pin: DealCore.Pin?
    /// The correction by which people said what kind it is, and what kind the article gives it.
    var kindCorrection: Int64?
    var readKind: String?
    /// The correction by which people said who its parties are.
    var partiesCorrection: Int64?

    /// Also where people put one of two reports of a deal right, and not the other, the articles tell of one.
    func isOfKind(of other: DealReport, _ canBeOne: (String, String) -> Bool) -> Bool {
        [kind, readKind ?? kind].contains { one in
            [other.kind, other.readKind ?? other.kind].contains { canBeOne(one, $0) }
        }
    }

    /// Whether about this sum is one of those that it tells besides the value: which of several sums a deal is said to
    /// be worth, the first payment or all that may follow, is each source's choice.
    func mentions(_ value: Money) -> Bool { sums.contains { $0.ratio(to: value).map { $0 <= 1.34 } ?? false } }

    /// The parties that people gave the deal, the last time they did; nil where they did not.
    static func saidParties(_ reports: [DealReport]) -> [Int64]? {
        let said = reports.max { ($0.partiesCorrection ?? -1) < ($1.partiesCorrection ?? -1) }
        return said?.partiesCorrection == nil ? nil : said?.parties
    }

    /// The order in which reports are looked at: by date, those without one last, and then by the text itself, so
    /// that the order of their ingest is of no account.
    static func precedes(_ a: DealReport, _ b: DealReport) -> Bool {
        let (left, right) = (a.published ?? "9999", b.published ?? "9999")
        if left != right { return left < right }
        if a.sha256 != b.sha256 { return a.sha256.lexicographicallyPrecedes(b.sha256) }
        return a.position < b.position
    }
}
