public import ArgumentParser
public import Model
internal import Store

/// What a query keeps. Filters combine; one that may be given several times keeps what fits any of its values.
struct FilterOptions: ParsableArguments {
    @Option(
        help: "Clauses of this type, or of this family of types; may be given several times.", completion: .clauseType)
    var type: [String] = []

    @Option(help: "What concerns this company, by any of its names.", completion: .company)
    var company: String?

    @Option(
        name: .customLong("with"), help: ArgumentHelp("And this second company.", valueName: "company"),
        completion: .company)
    var counterparty: String?

    @Option(help: "The side on which --company is: obligor or beneficiary.", completion: .role)
    var role: String?

    @Option(help: "Clauses of agreements of this kind; may be given several times.", completion: .agreementKind)
    var kind: [String] = []

    @Option(
        help: "Clauses that stand so: stated, reaffirmed, changed, ended, proposed or denied.",
        completion: .clauseStatus)
    var status: [String] = []

    @Option(
        help: ArgumentHelp(
            "Clauses of agreements that are rumored, proposed, signed, in-force, completed, ended or rejected.",
            valueName: "status"), completion: .agreementStatus)
    var agreementStatus: [String] = []

    @Option(help: ArgumentHelp("Published on this date or later: 2025, 2025-03 or 2025-03-14.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Published on this date or earlier.", valueName: "date"))
    var until: String?

    @OptionGroup var asOf: AsOfOptions

    @Option(
        name: .customLong("min-amount"),
        help: ArgumentHelp("Clauses that name at least this sum: 5000000, 5m, $1.5bn.", valueName: "sum"),
        transform: { text in
            if let sum = WrittenSum(text) { return sum }
            throw ValidationError("write 5000000, 5m or $1.5bn")
        })
    var minimumAmount: WrittenSum?

    @Option(help: ArgumentHelp("The currency of --min-amount, e.g. USD.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("Articles whose source, or its last part, fits this pattern.", valueName: "glob"))
    var source: String?

    @Option(help: ArgumentHelp("Clauses of at least this confidence, 0 to 1.", valueName: "least"))
    var confidence: Double = 0

    @Option(name: .customLong("in"), help: ArgumentHelp("Where to look.", valueName: "scope"))
    var scope: Query.Scope = .both

    /// Whether nothing is left out.
    var isEmpty: Bool {
        var query = Query(text: "")
        apply(to: &query)
        return !query.hasFilters
    }

    func validate() throws {
        for date in [since, until].compactMap({ $0 }) where !CalendarDate.isISO(date) {
            throw ValidationError("'\(date)' is no date; write 2025, 2025-03 or 2025-03-14")
        }
        if role != nil, company == nil { throw ValidationError("--role says the side of --company; give that too") }
        if currency != nil, minimumAmount == nil {
            throw ValidationError("--currency says the currency of --min-amount; give that too")
        }
        if let currency, currency.count != 3 || !currency.allSatisfy({ $0.isASCII && $0.isLetter }) {
            throw ValidationError("'\(currency)' is no currency; write its code of three letters, e.g. USD")
        }
        if let minimumAmount, minimumAmount.number < 0 { throw ValidationError("--min-amount must not be negative") }
        if !(0...1).contains(confidence) { throw ValidationError("--confidence is a number from 0 to 1") }
    }

    func apply(to query: inout Query) {
        query.types = type.map(ClauseType.init(rawValue:))
        (query.company, query.counterparty, query.role) = (company, counterparty, role)
        (query.kinds, query.statuses, query.agreementStatuses) = (kind, status, agreementStatus)
        (query.since, query.until, query.source) = (since, until, source)
        query.minimumAmount = minimumAmount?.number
        query.currency = currency?.uppercased() ?? minimumAmount?.currency
        (query.confidence, query.scope) = (confidence, scope)
        query.asOf = asOf.date
    }
}

extension Query.Scope: ExpressibleByArgument {}
extension Query.Order: ExpressibleByArgument {}
