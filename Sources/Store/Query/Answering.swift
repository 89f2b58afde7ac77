public import Model
internal import SQLite

extension Store {
    /// Answers `query`: clauses, and sentences that no clause covers, the best first.
    /// - Throws: `unknown` for a company, type, kind, status or role that there is not, `ambiguous` for a company.
    public func answer(_ query: Query) throws(StoreError) -> Answer {
        try wrap {
            // One view of the database, though the answer takes several statements.
            try database.transaction(.deferred) {
                var understanding = try Interpreter(database).understand(QueryText(query.text))
                let narrowed = Self.narrowed(query, &understanding)
                let filter = try Filter(narrowed, database)
                let isBlank = narrowed.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
                guard !understanding.parts.isEmpty || isBlank && !filter.isEmpty else { return Answer() }
                let finder = try Finder(database, understanding, filter, wanted: Self.wanted(query))
                let candidates = try finder.candidates()
                let found = Self.ordered(candidates, by: query.order).dropFirst(max(0, query.offset))
                let shown = query.limit > 0 ? found.prefix(query.limit) : found
                var hits = try HitReader(database, understanding, finder).hits(Array(shown))
                if let date = query.asOf { hits = try hits.map { try known($0, asOf: date) } }
                return Answer(hits: hits, capped: finder.isCapped, isLoose: Self.isLoose(candidates))
            }
        }
    }

    /// How many candidates it takes: of what is not shown in the order of the score, more.
    private static func wanted(_ query: Query) -> Int {
        guard query.limit > 0 else { return .max }
        let (shown, isTooMany) = max(0, query.offset).addingReportingOverflow(query.limit)
        return isTooMany ? .max : max(shown, query.order == .score ? 0 : mostSorted)
    }

    private static let mostSorted = 1000

    /// Whether none of them has nearly all of the query itself, or even the best has little of it.
    private static func isLoose(_ candidates: [Candidate]) -> Bool {
        !candidates.contains { $0.score >= leastScore && $0.held >= leastHeld }
    }

    // Over the queries of data/queries, and over questions made of their companies and of terms that some of them have:
    // 176 of 181 without an answer are told, and so are 7 of 106 whose answer stands in none of the words asked for.
    private static let leastScore = 0.5
    private static let leastHeld = 0.7

    /// The query with the time that its text names as a filter, where the text names nothing else.
    private static func narrowed(_ query: Query, _ understanding: inout Understanding) -> Query {
        guard let period = understanding.onlyPeriod else { return query }
        understanding.parts = []
        var narrowed = query
        narrowed.text = ""
        narrowed.since = query.since ?? period.since
        narrowed.until = query.until ?? period.until
        return narrowed
    }

    /// A hit with its agreement as it was known to stand.
    private func known(_ hit: Hit, asOf date: String) throws -> Hit {
        guard let agreement = hit.agreement else { return hit }
        var then = hit
        then.agreement = try known(detail(of: agreement.id), asOf: date).map(\.agreement).map {
            Hit.Agreement(id: $0.id, kind: $0.kind, status: $0.status, parties: $0.parties)
        }
        return then
    }

    /// What has no date or no sum comes last; ties keep the order of their scores.
    private static func ordered(_ candidates: [Candidate], by order: Query.Order) -> [Candidate] {
        let places = candidates.indices
        let sorted =
            switch order {
            case .score: Array(places)
            case .date:
                places.sorted {
                    (candidates[$1].published ?? "", $0) < (candidates[$0].published ?? "", $1)
                }
            case .amount: places.sorted { (candidates[$1].amount ?? -1, $0) < (candidates[$0].amount ?? -1, $1) }
            }
        return sorted.map { candidates[$0] }
    }
}
