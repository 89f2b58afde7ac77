internal import Model
internal import SQLite

/// A query's filters, with names looked up.
struct Filter {
    let types: [String]
    let statuses: [String]
    let kinds: [String]
    let agreementStatuses: [String]
    let company: Int64?
    private let counterparty: Int64?
    let role: String?
    let query: Query
    /// What the index has to say of a clause or a sentence before it is looked at: an expression of FTS5 on its tags.
    private(set) var clauseTags: String?
    private(set) var sentenceTags: String?

    /// - Throws: `StoreError.unknown` or `ambiguous` for a name that there is not, or that several have.
    init(_ query: Query, _ database: Database) throws {
        let lookup = Lookup(database: database)
        self.query = query
        types = try lookup.types(query.types)
        kinds = try lookup.kinds(query.kinds)
        statuses = try query.statuses.map {
            try lookup.term("clause status", $0, among: ClauseStatus.allCases.map(\.rawValue))
        }
        agreementStatuses = try lookup.agreementStatuses(query.agreementStatuses)
        role = try query.role.map { try lookup.term("role", $0, among: ["obligor", "beneficiary"]) }
        company = try query.company.map { try lookup.company($0) }
        counterparty = try query.counterparty.map { try lookup.company($0) }
        let companies = [company, counterparty].compactMap { $0 }.map { Self.tags([Tags.company($0)]) }
        let kindNumbers = try Self.numbers(
            database, "SELECT number FROM agreement_kind WHERE instr(?1, ',' || kind || ',') > 0", kinds)
        let terms = [
            types.isEmpty ? nil : try Self.tags(ofTypes: types, database),
            kinds.isEmpty ? nil : Self.tags(kindNumbers.map(Tags.agreementKind)),
        ]
        let all = companies + terms.compactMap(\.self)
        clauseTags = all.isEmpty ? nil : all.joined(separator: " AND ")
        sentenceTags = companies.isEmpty ? nil : companies.joined(separator: " AND ")
    }

    private static func numbers(_ database: Database, _ sql: String, _ names: [String]) throws(SQLiteError) -> [Int] {
        names.isEmpty ? [] : try database.values(sql, [list(names)], as: Int.self)
    }

    /// What the full-text index of clauses is asked for clauses of any of these types.
    static func tags(ofTypes types: [String], _ database: Database) throws(SQLiteError) -> String {
        let sql = "SELECT number FROM clause_type WHERE instr(?1, ',' || type || ',') > 0"
        return tags(try numbers(database, sql, types).map(Tags.clauseType))
    }

    static func tags(_ tags: [String]) -> String { "tags : (" + tags.joined(separator: " OR ") + ")" }

    /// Whether anything but clauses is wanted; what a sentence says is not known in the terms of these filters.
    var allowsSentences: Bool {
        query.scope != .clauses && types.isEmpty && statuses.isEmpty && kinds.isEmpty && agreementStatuses.isEmpty
            && role == nil && query.minimumAmount == nil && query.confidence <= 0
    }

    /// Whether what concerns a company is asked for, of which there is not much.
    var isOfCompany: Bool { company != nil }

    var minimumAmount: Double? { query.minimumAmount }

    var allowsClauses: Bool { query.scope != .text }

    /// Whether there is any filter at all.
    var isEmpty: Bool {
        clauseTags == nil && statuses.isEmpty && agreementStatuses.isEmpty && query.since == nil && query.until == nil
            && query.minimumAmount == nil && query.source == nil && query.confidence <= 0
    }

    /// Names as one value, between commas: a list of values cannot be bound.
    static func list(_ names: [String]) -> String { "," + names.joined(separator: ",") + "," }

    /// The statuses of agreements that are wanted, where those are meant that they have now.
    var presentAgreementStatuses: [String] { query.asOf == nil ? agreementStatuses : [] }
}
