internal import Model

/// What an agreement's reports say together: the newest word on how it stands, on the sum and on the dates; the
/// first word on when it was announced. Of several words of one day the one that is furthest on counts. What people
/// settled comes before all sources.
struct AgreementSummary {
    var status: AgreementStatus
    var value: Money?
    var announced: String?
    var effective: String?
    var expires: String?
    var confidence: Double

    /// - Parameter reports: in an order that depends on nothing but the reports.
    init?(_ reports: [AgreementReport]) {
        let order = reports.indices.sorted { a, b in Self.rank(reports[a], a) < Self.rank(reports[b], b) }
        let sorted = order.map { reports[$0] }
        guard let newest = sorted.last else { return nil }
        status = newest.status
        value = sorted.last { $0.value != nil }?.value
        announced = sorted.compactMap(\.announced).first
        effective = sorted.compactMap(\.effective).last
        expires = sorted.compactMap(\.expires).last
        confidence = sorted.map(\.confidence).max() ?? newest.confidence
    }

    private static func rank(_ report: AgreementReport, _ index: Int) -> (String, Int, Int) {
        (report.published ?? "", AgreementStatus.allCases.firstIndex(of: report.status) ?? 0, index)
    }

    mutating func settle(_ field: String, _ text: String?, _ number: Double?) {
        switch field {
        case "status": status = text.flatMap(AgreementStatus.init(rawValue:)) ?? status
        case "value": value = number.flatMap { amount in text.map { Money(amount: amount, currency: $0) } }
        case "announced": announced = text
        case "effective": effective = text
        case "expires": expires = text
        // What people say of its kind, parties and reports its shape follows.
        default: break
        }
    }
}
