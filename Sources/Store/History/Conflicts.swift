public import Model
internal import SQLite

extension Store {
    /// What sources say differently of the same agreement: sums, dates, how it stands, and clauses.
    /// - Parameter company: only agreements of this company, by any of its names.
    /// - Throws: `unknown` or `ambiguous` for the company.
    public func conflicts(company: String? = nil, limit: Int = 0) throws(StoreError) -> [Conflict] {
        try wrap {
            try allConflicts(company: try company.map { try Lookup(database: database).company($0) }, limit: limit)
        }
    }

    func allConflicts(company id: Int64? = nil, limit: Int = 0) throws -> [Conflict] {
        let agreements = try database.values(
            """
            SELECT agreement_id FROM agreement_article JOIN current_article ON current_article.id = article_id
            WHERE ?1 IS NULL OR agreement_id IN (SELECT agreement_id FROM agreement_party WHERE company_id = ?1)
            GROUP BY agreement_id HAVING count(*) > 1 ORDER BY agreement_id
            """, [id], as: Int64.self)
        var found: [Conflict] = []
        for agreement in agreements where limit <= 0 || found.count < limit {
            found += try ConflictFinder(try detail(of: agreement), database).conflicts
        }
        return limit > 0 ? Array(found.prefix(limit)) : found
    }
}

/// Compares what the sources of one agreement say.
struct ConflictFinder {
    private let detail: AgreementDetail
    private let database: Database
    private(set) var conflicts: [Conflict] = []

    init(_ detail: AgreementDetail, _ database: Database) throws {
        self.detail = detail
        self.database = database
        try compare("amount", { $0.value.map(\.figure) }) { one, other in
            guard let a = one.value, let b = other.value else { return false }
            return a.ratio(to: b).map { $0 > 1.02 } ?? (a.currency == b.currency)
        }
        for (field, date) in [
            ("announced", \AgreementReport.announced), ("effective", \.effective), ("expires", \.expires),
        ] {
            try compare(field, { $0[keyPath: date] }) { one, other in
                (Day.gap(one[keyPath: date], other[keyPath: date]) ?? 0) > 1
            }
        }
        try compare("status", { $0.status.rawValue }, Self.contradict)
        try compareClauses()
    }

    /// Statuses of about one day that cannot both be.
    private static func contradict(_ one: AgreementReport, _ other: AgreementReport) -> Bool {
        guard let gap = Day.gap(one.published, other.published), gap <= 7 else { return false }
        let isOver = [one, other].map { [.ended, .rejected].contains($0.status) }
        let stands = [one, other].map { [.signed, .inForce, .completed].contains($0.status) }
        return isOver[0] && stands[1] || isOver[1] && stands[0]
    }

    /// Sets each report that differs against the first one that says something else.
    private mutating func compare(
        _ field: String, _ says: (AgreementReport) -> String?,
        _ differ: (AgreementReport, AgreementReport) -> Bool
    ) throws {
        var told: [AgreementReport] = []
        for report in detail.reports where says(report) != nil {
            if told.isEmpty { told = [report] }
            guard told.allSatisfy({ differ($0, report) }) else { continue }
            try add(field, try side(told[0], says, field), try side(report, says, field))
            told.append(report)
        }
    }

    private mutating func add(_ field: String, _ one: Conflict.Side, _ other: Conflict.Side) throws {
        conflicts.append(
            Conflict(
                agreement: detail.agreement.id, kind: detail.agreement.kind, parties: detail.agreement.parties,
                field: field, one: one, other: other))
    }

    // MARK: Clauses

    /// A term that one source states and another denies, or to which they give another number.
    private mutating func compareClauses() throws {
        let types = Dictionary(grouping: detail.clauses, by: \.type.rawValue)
        for (type, clauses) in types.sorted(by: { $0.key < $1.key }) {
            let articles = Dictionary(grouping: clauses, by: \.article)
            let order = detail.reports.map(\.article).filter { articles[$0] != nil }
            for (index, later) in order.enumerated() {
                for earlier in order[..<index] {
                    guard let one = articles[earlier], let other = articles[later] else { continue }
                    // The sum of the deal itself has been told.
                    if let (a, b) = try Self.contradiction(one, other), !isTold(a.amount, b.amount) {
                        try add(type, a.side(), b.side())
                    }
                }
            }
        }
    }

    private func isTold(_ one: Money?, _ other: Money?) -> Bool {
        guard let one, let other else { return false }
        return conflicts.contains { $0.one.says == one.figure && $0.other.says == other.figure }
    }

    private static func contradiction(
        _ one: [ClauseRecord], _ other: [ClauseRecord]
    ) throws -> (ClauseRecord, ClauseRecord)? {
        let denied = [one, other].map { $0.first { $0.status == .denied } }
        let stated = [one, other].map { $0.first { [.stated, .reaffirmed].contains($0.status) } }
        if let a = denied[0], denied[1] == nil, let b = stated[1] { return (a, b) }
        if let a = stated[0], denied[0] == nil, let b = denied[1] { return (a, b) }
        // Where an article gives several, it is not plain which of them is meant.
        guard one.count == 1, other.count == 1, let a = one.first, let b = other.first,
            a.obligors == b.obligors || a.obligors.isEmpty || b.obligors.isEmpty,
            a.status != .changed, b.status != .changed
        else { return nil }
        if let x = a.percent, let y = b.percent, x != y { return (a, b) }
        if let x = a.amount, let y = b.amount, let ratio = x.ratio(to: y), ratio > 1.02 { return (a, b) }
        return nil
    }

    // MARK: Quotes

    private func side(
        _ report: AgreementReport, _ says: (AgreementReport) -> String?, _ field: String
    ) throws -> Conflict.Side {
        let (quote, line) = try words(of: report, field) ?? (report.title, 1)
        return Conflict.Side(
            says: says(report) ?? "", quote: quote, source: report.source, title: report.title,
            published: report.published, line: line, article: report.article)
    }

    /// The words by which an article says it: the clause that gives the sum or the date, else the sentence that names
    /// the parties.
    private func words(of report: AgreementReport, _ field: String) throws -> (String, Int)? {
        let clause = try database.row(
            """
            SELECT quote, line FROM clause JOIN clause_value ON clause_id = clause.id
            WHERE article_id = ?1 AND agreement_id = ?2
                AND (?3 = 'amount' AND number = ?4 OR ?3 <> 'amount' AND iso = ?5)
            ORDER BY quote_start LIMIT 1
            """,
            [report.article, detail.agreement.id, field, report.value?.amount, report.date(field)], as: String.self,
            Int.self)
        if let clause { return clause }
        return try PartyPassages(database: database).naming(partiesOf: detail.agreement.id, in: report.article)
            .map { ($0.text, $0.line) }
    }
}

extension Money {
    /// `USD 40000000`: the figure is whole where it can be.
    fileprivate var figure: String {
        let number = Int(exactly: amount).map(String.init) ?? "\(amount)"
        return "\(currency) \(number)"
    }
}

extension AgreementReport {
    fileprivate func date(_ field: String) -> String? {
        switch field {
        case "announced": announced
        case "effective": effective
        case "expires": expires
        default: nil
        }
    }
}

extension ClauseRecord {
    fileprivate func side() -> Conflict.Side {
        var says = [status.rawValue]
        if let percent { says.append("\(percent) percent") }
        if let amount { says.append(amount.figure) }
        return Conflict.Side(
            says: says.joined(separator: ", "), quote: quote, source: source, title: title, published: published,
            line: line, article: article, clause: id)
    }
}
