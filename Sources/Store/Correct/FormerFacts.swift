internal import Model
internal import SQLite

/// What an article had before its facts are derived again. The same clause and the same agreement keep their
/// ids: a citation means tomorrow what it means today.
struct FormerFacts {
    var clauses: [FormerClause] = []
    /// The agreements that it reported.
    var agreements: [Int64] = []

    init() {}

    init(of article: Int64, _ database: Database) throws(SQLiteError) {
        clauses = try FormerClause.all(of: article, database)
        agreements = try database.values(
            "SELECT agreement_id FROM agreement_article WHERE article_id = ?1 ORDER BY 1", [article], as: Int64.self)
    }
}

struct FormerClause {
    var id: Int64
    var type: String
    /// In code points.
    var range: TextRange

    /// The clauses that `article` has.
    static func all(of article: Int64, _ database: Database) throws(SQLiteError) -> [FormerClause] {
        try database.rows(
            "SELECT id, type, quote_start, quote_end FROM clause WHERE article_id = ?1 ORDER BY id", [article],
            as: Int64.self, String.self, Int.self, Int.self
        ).map { FormerClause(id: $0.0, type: $0.1, range: TextRange($0.2, $0.3)) }
    }

    /// The ids for the clauses of an entry's layout, by their place in it: the one that a correction knows, else
    /// that of the former clause of the same type and place, of the same type and most of the place, or of the
    /// same place.
    /// - Parameters:
    ///   - known: for each of the extraction's clauses.
    ///   - isFree: whether no clause has this id.
    static func ids(
        for entry: Entry, known: [Int64?], _ former: [FormerClause], isFree: (Int64) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) -> [Int: Int64] {
        var ids: [Int: Int64] = [:]
        var given: Set<Int64> = []
        for (number, place) in entry.layout.clauses.enumerated() where place.index < known.count {
            if let id = known[place.index], given.insert(id).inserted, try isFree(id) { ids[number] = id }
        }
        given = Set(ids.values)
        var left = FormerClauses(former.filter { !given.contains($0.id) })
        for fit in [isSame, isAbout, isThere] where !left.isEmpty {
            for (number, place) in entry.layout.clauses.enumerated() where ids[number] == nil {
                let type = entry.extraction.clauses[place.index].type.rawValue
                let range = TextRange(place.start, place.end)
                guard let id = left.take(near: range, where: { fit($0, type, range) })?.id else { continue }
                if try isFree(id) { ids[number] = id }
            }
        }
        return ids
    }

    private static func isSame(_ former: FormerClause, _ type: String, _ range: TextRange) -> Bool {
        former.type == type && former.range == range
    }

    private static func isAbout(_ former: FormerClause, _ type: String, _ range: TextRange) -> Bool {
        former.type == type && former.range.overlap(with: range) > 0.5
    }

    private static func isThere(_ former: FormerClause, _ type: String, _ range: TextRange) -> Bool {
        former.range == range
    }
}

/// Former clauses that wait to be known again, found by where they stand.
private struct FormerClauses {
    private let all: [FormerClause]
    private var taken: Set<Int> = []
    /// Places in `all`, in order, by each stretch of the text that the clause touches.
    private var stretches: [Int: [Int]] = [:]
    private static let length = 1024

    init(_ all: [FormerClause]) {
        self.all = all
        for (place, clause) in all.enumerated() {
            for stretch in Self.stretches(clause.range) { stretches[stretch, default: []].append(place) }
        }
    }

    var isEmpty: Bool { taken.count == all.count }

    /// Takes out the first that `fits`, among those that share a stretch with `range`.
    mutating func take(near range: TextRange, where fits: (FormerClause) -> Bool) -> FormerClause? {
        let near = Self.stretches(range).flatMap { stretches[$0] ?? [] }
        let first = near.filter { !taken.contains($0) && fits(all[$0]) }.min()
        guard let first else { return nil }
        taken.insert(first)
        return all[first]
    }

    /// No more than a quote can have: a damaged row may say that it has.
    private static func stretches(_ range: TextRange) -> ClosedRange<Int> {
        let first = max(0, range.start) / length
        return first...min(first + 15, max(first, (max(1, range.end) - 1) / length))
    }
}
