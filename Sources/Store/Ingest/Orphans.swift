internal import Model
internal import SQLite

/// What an article reported before, and nobody does now: perhaps it is only told otherwise, and then it keeps its id.
struct Orphans {
    private struct Orphan {
        var id: Int64
        var kind: String
        var parties: Set<Int64>
    }

    /// In the order in which they were reported.
    private var all: [Orphan] = []
    /// Places in `all`: of those that name a company, and of those of a kind that name none.
    private var byParty: [Int64: [Int]] = [:]
    private var byKind: [String: [Int]] = [:]
    private var gone: Set<Int64> = []

    init() {}

    /// - Parameter former: the agreements that the article reported before.
    init(_ former: [Int64], _ database: Database) throws(SQLiteError) {
        let kind = try Statement(
            database,
            """
            SELECT kind FROM agreement
            WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = ?1)
            """)
        let parties = try Statement(database, "SELECT company_id FROM agreement_party WHERE agreement_id = ?1")
        for id in former {
            try kind.bind(id, at: 1)
            guard let kind = try kind.values(as: String.self).first else { continue }
            try parties.bind(id, at: 1)
            let known = Set(try parties.values(as: Int64.self))
            for party in known { byParty[party, default: []].append(all.count) }
            if known.isEmpty { byKind[kind, default: []].append(all.count) }
            all.append(Orphan(id: id, kind: kind, parties: known))
        }
    }

    /// An article reports this one again.
    mutating func remove(_ id: Int64) { gone.insert(id) }

    /// The one that is most like `agreement`.
    func best(for agreement: Extraction.Agreement, _ parties: [Int64]) -> Int64? {
        let kind = agreement.kind.rawValue
        let places = Set(parties.flatMap { byParty[$0] ?? [] } + (byKind[kind] ?? []))
        var best: (id: Int64, rank: Int)?
        for place in places.sorted() where !gone.contains(all[place].id) {
            let orphan = all[place]
            let rank = 2 * orphan.parties.intersection(parties).count + (orphan.kind == kind ? 1 : 0)
            if rank > best?.rank ?? -1 { best = (orphan.id, rank) }
        }
        return best?.id
    }
}
