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
                    && !(field == "announced" && Self.isRepeated(one, other))
            }
        }
        try compare("status", { $0.status.rawValue }, Self.contradict)
        for (one, other, differs) in ClauseConflicts(detail).pairs where !isTold(one, other) {
            try add(one.type.rawValue, one.side(), other.side(), clauseField: differs)
        }
    }

    /// Whether the other tells on its own day, as the news of that day, what the first one told before.
    private static func isRepeated(_ one: AgreementReport, _ other: AgreementReport) -> Bool {
        other.announced == other.published && one.announced ?? "" < other.announced ?? ""
    }

    /// Whether the sum of the deal itself says so, or the same words do, which are of two types.
    private func isTold(_ one: ClauseRecord, _ other: ClauseRecord) -> Bool {
        let (a, b) = (one.side(), other.side())
        return conflicts.contains { told in
            if told.one.clause != nil {
                return (told.one.article, told.one.says, told.other.article, told.other.says)
                    == (a.article, a.says, b.article, b.says)
            }
            guard let x = one.amount, let y = other.amount else { return false }
            return told.one.says == x.figure && told.other.says == y.figure
        }
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

    private mutating func add(
        _ field: String, _ one: Conflict.Side, _ other: Conflict.Side, clauseField: ClauseField? = nil
    ) throws {
        conflicts.append(
            Conflict(
                agreement: detail.agreement.id, kind: detail.agreement.kind, parties: detail.agreement.parties,
                field: field, clauseField: clauseField, one: one, other: other))
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
