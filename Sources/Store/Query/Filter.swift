internal import Model
internal import SQLite

/// A query's filters, with names looked up.
struct Filter {
    private var types: [String]
    let statuses: [String]
    private var kinds: [String]
    let agreementStatuses: [String]
    private var company: Int64?
    private var counterparty: Int64?
    private var role: String?
    private let query: Query
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

    var minimumAmount: Double? { query.minimumAmount }

    var allowsClauses: Bool { query.scope != .text }

    /// Whether there is any filter at all.
    var isEmpty: Bool {
        clauseTags == nil && statuses.isEmpty && agreementStatuses.isEmpty && query.since == nil && query.until == nil
            && query.minimumAmount == nil && query.source == nil && query.confidence <= 0
    }

    /// Names as one value, between commas: a list of values cannot be bound.
    private static func list(_ names: [String]) -> String { "," + names.joined(separator: ",") + "," }

    // MARK: Clauses

    /// Reads the clause `?1` if the filters let it pass. The agreement is read only where a filter asks for it: that
    /// is a page of the file for each clause.
    static let clause = """
        SELECT clause.sentence_id, clause.article_id, quote_start, quote_end, clause.confidence, published, amount,
            clause.status
        FROM clause
        JOIN article ON article.id = clause.article_id
        WHERE clause.id = ?1
        AND (?2 = ',,' OR instr(?2, ',' || clause.type || ',') > 0)
        AND (?3 = ',,' OR instr(?3, ',' || clause.status || ',') > 0)
        AND (?4 = ',,' OR EXISTS (
            SELECT 1 FROM agreement WHERE id = clause.agreement_id AND instr(?4, ',' || kind || ',') > 0))
        AND (?5 = ',,' OR EXISTS (
            SELECT 1 FROM agreement WHERE id = clause.agreement_id
            AND instr(?5, ',' || \(status(asOf: "?14")) || ',') > 0))
        AND (?6 IS NULL OR EXISTS (
            SELECT 1 FROM clause_party WHERE clause_id = clause.id AND role = ?6 AND company_id = ?7))
        AND (?8 IS NULL OR EXISTS (
            SELECT 1 FROM clause_value
            WHERE clause_id = clause.id AND kind = 'money' AND number >= ?8 AND (?9 IS NULL OR currency = ?9)))
        AND clause.confidence >= ?10
        AND (?11 IS NULL OR substr(published, 1, length(?11)) >= ?11)
        AND (?12 IS NULL OR substr(published, 1, length(?12)) <= ?12)
        AND (?13 IS NULL OR source GLOB ?13 OR source GLOB '*/' || ?13)
        AND \(known("?14"))
        """

    /// How the agreement stands, or stood on the day that the parameter names: as `AgreementSummary` has it.
    private static func status(asOf date: StaticString) -> String {
        """
        CASE WHEN \(date) IS NULL THEN agreement.status ELSE coalesce((
            SELECT text FROM agreement_setting
            WHERE agreement_id = agreement.id AND field = 'status' ORDER BY correction_id DESC LIMIT 1
        ), (
            SELECT said.status FROM agreement_article AS said
            JOIN current_article AS article ON article.id = said.article_id
            WHERE said.agreement_id = agreement.id
            AND substr(\(Store.known), 1, length(\(date))) <= \(date)
            ORDER BY coalesce(article.published, '') DESC,
                instr(',rumored,proposed,signed,in-force,completed,ended,rejected,', ',' || said.status || ',') DESC,
                sha256 DESC LIMIT 1)) END
        """
    }

    /// That an article is in force, or was on the day that the parameter names.
    private static func known(_ date: StaticString) -> String {
        """
        CASE WHEN \(date) IS NULL THEN NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)
        ELSE substr(\(Store.known), 1, length(\(date))) <= \(date) AND NOT EXISTS (
            SELECT 1 FROM article AS later WHERE later.supersedes = article.id
            AND substr(coalesce(later.published, later.ingested_at), 1, length(\(date))) <= \(date)) END
        """
    }

    /// The statuses of agreements that are wanted, where those are meant that they have now.
    var presentAgreementStatuses: [String] { query.asOf == nil ? agreementStatuses : [] }

    /// What to bind to `clause`; whom it concerns was asked of the index already.
    func values(clause id: Int64) -> [any ColumnValue] {
        [
            id, Self.list(types), Self.list(statuses), Self.list(kinds), Self.list(agreementStatuses), role, company,
            query.minimumAmount, query.currency, query.confidence, query.since, query.until, query.source, query.asOf,
        ]
    }

    // MARK: Sentences

    /// Reads the sentence `?1` if the filters let it pass.
    static let sentence = """
        SELECT article_id, published FROM sentence
        JOIN article ON article.id = article_id
        WHERE sentence.id = ?1
        AND (?2 IS NULL OR substr(published, 1, length(?2)) >= ?2)
        AND (?3 IS NULL OR substr(published, 1, length(?3)) <= ?3)
        AND (?4 IS NULL OR source GLOB ?4 OR source GLOB '*/' || ?4)
        AND \(known("?5"))
        """

    func values(sentence id: Int64) -> [any ColumnValue] {
        [id, query.since, query.until, query.source, query.asOf]
    }
}
