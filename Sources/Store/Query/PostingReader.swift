internal import Model
internal import SQLite

/// Looks the parts of a query up in the indexes.
final class PostingReader {
    private let database: Database
    /// What the filters ask of the tags, in the way of `AND tags : …`.
    private let filter: Filter
    /// More rows than this of one meaning are not looked at: the newest count.
    static let mostRows = 10_000

    init(_ database: Database, _ filter: Filter) {
        self.database = database
        self.filter = filter
    }

    // MARK: Clauses

    func clausePostings(_ understanding: Understanding) throws -> [Posting] {
        var postings: [Posting] = []
        for (part, query) in understanding.parts.enumerated() {
            for (place, reading) in query.readings.enumerated() {
                for (grade, rows) in try rows(of: reading) where !rows.isEmpty {
                    postings.append(
                        Posting(
                            part: part, grade: grade, rows: rows, isCapped: rows.count >= Self.mostRows, reading: place)
                    )
                }
            }
        }
        return postings
    }

    private func rows(of reading: QueryPart.Reading) throws -> [(grade: Double, rows: [Int64])] {
        let grade = reading.grade
        switch reading.meaning {
        case .text(let expression, let phrases):
            let isRare = Self.areRare(phrases)
            return [
                (grade, try clauses("quote : " + expression, isRare: isRare)),
                (grade * 0.6, try clauses("context : " + expression, isRare: isRare)),
            ]
        case .companies(let ids, _, _):
            return [(grade, try clauses(Filter.tags(ids.map(Tags.company)), isRare: true))]
        case .denied(let expression, _):
            let denied = Set(try rows(of: .clauseStatus(ClauseStatus.denied.rawValue)))
            return denied.isEmpty ? [] : [(grade, try clauses("quote : " + expression).filter(denied.contains))]
        case .concept(let concept):
            return [(grade, try rows(of: concept))]
        case .amount(let amount):
            return [(grade, try allowed(rows(of: amount)))]
        case .period:
            // Judged when an article's date is read.
            return []
        }
    }

    private func rows(of concept: Concept) throws -> [Int64] {
        switch concept {
        case .clauseType(let type):
            return try number("SELECT number FROM clause_type WHERE type = ?1", type)
                .map { try clauses(Filter.tags([Tags.clauseType($0)])) } ?? []
        case .agreementKind(let kind):
            return try number("SELECT number FROM agreement_kind WHERE kind = ?1", kind)
                .map { try clauses(Filter.tags([Tags.agreementKind($0)])) } ?? []
        case .clauseStatus(let status): return try allowed(rows(ofStatus: status))
        case .term(let type, let status):
            return try allowed(
                database.values(
                    """
                    SELECT id FROM clause WHERE status = ?1 AND status <> 'stated' AND type = ?2
                    ORDER BY id DESC LIMIT ?3
                    """, [status, type, Self.mostRows], as: Int64.self))
        case .agreementStatus(let status): return try allowed(rows(ofAgreementStatus: status))
        }
    }

    private func rows(ofStatus status: String) throws(SQLiteError) -> [Int64] {
        try database.values(
            "SELECT id FROM clause WHERE status = ?1 AND status <> 'stated' ORDER BY id DESC LIMIT ?2",
            [status, Self.mostRows], as: Int64.self)
    }

    private func rows(ofAgreementStatus status: String) throws(SQLiteError) -> [Int64] {
        try database.values(
            """
            SELECT clause.id FROM agreement JOIN clause ON clause.agreement_id = agreement.id
            WHERE agreement.status = ?1 ORDER BY agreement.id DESC LIMIT ?2
            """, [status, Self.mostRows], as: Int64.self
        ).sorted(by: >)
    }

    /// Those of `rows`, which do not come from the full-text index, that the filters' tags let pass.
    private func allowed(_ rows: [Int64]) throws -> [Int64] {
        guard filter.clauseTags != nil, !rows.isEmpty else { return rows }
        let known = try tagged ?? Set(clauses(nil))
        tagged = known
        return rows.filter(known.contains)
    }

    /// The clauses that the filters' tags let pass, once they are known.
    private var tagged: Set<Int64>?

    private func number(_ sql: String, _ name: String) throws(SQLiteError) -> Int? {
        try database.value(sql, [name], as: Int.self)
    }

    /// Clauses that name the amount, one that rounds to it, or one that is as large as was asked for.
    private func rows(of amount: QueryAmount) throws -> [Int64] {
        let (kind, currency) =
            switch amount.unit {
            case .percent: ("percent", nil as String?)
            case .money(let currency): ("money", currency)
            }
        let numbers = amount.numbers
        return try database.values(
            """
            SELECT DISTINCT clause_id FROM clause_value
            WHERE number BETWEEN ?1 AND ?2 AND kind = ?3 AND (?4 IS NULL OR currency = ?4)
            ORDER BY clause_id DESC LIMIT ?5
            """, [numbers.lowerBound, numbers.upperBound, kind, currency, Self.mostRows], as: Int64.self)
    }

    // MARK: Sentences

    func sentencePostings(_ understanding: Understanding) throws -> [Posting] {
        var postings: [Posting] = []
        for (part, query) in understanding.parts.enumerated() {
            for (place, reading) in query.readings.enumerated() {
                let rows =
                    switch reading.meaning {
                    case .text(let expression, let phrases):
                        try sentences("text : " + expression, isRare: Self.areRare(phrases))
                    case .companies(let ids, _, _):
                        try sentences(Filter.tags(ids.map(Tags.company)), isRare: true)
                    case .concept, .amount, .period, .denied: [Int64]()
                    }
                guard !rows.isEmpty else { continue }
                postings.append(
                    Posting(
                        part: part, grade: reading.grade, rows: rows, isCapped: rows.count >= Self.mostRows,
                        reading: place))
            }
        }
        return postings
    }

    // MARK: Looking up

    /// The clauses that the filters may allow, by whichever index leaves fewest, the newest first.
    func allClauses() throws -> [Int64] {
        if filter.clauseTags != nil { return try clauses(nil) }
        if !filter.presentAgreementStatuses.isEmpty {
            return try newest(filter.presentAgreementStatuses.map { try rows(ofAgreementStatus: $0) })
        }
        // Nearly all clauses are stated: no index has those.
        if !filter.statuses.isEmpty, !filter.statuses.contains(ClauseStatus.stated.rawValue) {
            return try newest(filter.statuses.map { try rows(ofStatus: $0) })
        }
        if let least = filter.minimumAmount {
            return try database.values(
                """
                SELECT DISTINCT clause_id FROM clause_value INDEXED BY clause_value_number
                WHERE number >= ?1 AND kind = 'money' ORDER BY clause_id DESC LIMIT ?2
                """, [least, Self.mostRows], as: Int64.self)
        }
        return try database.values("SELECT id FROM clause ORDER BY id DESC LIMIT ?1", [Self.mostRows], as: Int64.self)
    }

    /// Several words in a row are rare.
    private static func areRare(_ phrases: [String]) -> Bool {
        phrases.allSatisfy { $0.utf8.contains(UInt8(ascii: " ")) }
    }

    private func newest(_ lists: [[Int64]]) -> [Int64] {
        Array(Set(lists.joined()).sorted(by: >).prefix(Self.mostRows))
    }

    /// - Parameter isRare: whether there will hardly be more of them than are looked at.
    private func clauses(_ match: String?, isRare: Bool = false) throws(SQLiteError) -> [Int64] {
        try look("clause_fts", match, filter.clauseTags, isRare: isRare)
    }

    private func sentences(_ match: String, isRare: Bool = false) throws(SQLiteError) -> [Int64] {
        try look("sentence_fts", match, filter.sentenceTags, isRare: isRare)
    }

    /// The index is read from the newest row on, so that reading can stop; from the oldest on it takes a fifth less.
    private func look(
        _ index: StaticString, _ match: String?, _ tags: String?, isRare: Bool
    ) throws(SQLiteError) -> [Int64] {
        let select = "SELECT rowid FROM \(index) WHERE \(index) MATCH ?1 ORDER BY rowid"
        let match = [match, tags].compactMap { $0 }.joined(separator: " AND ")
        if isRare || filter.isOfCompany {
            let rows = try database.integers(select + " LIMIT ?2", [match, Self.mostRows])
            if rows.count < Self.mostRows { return rows.reversed() }
        }
        return try database.integers(select + " DESC LIMIT ?2", [match, Self.mostRows])
    }
}
