internal import SQLite

/// Companies whose names are so nearly the same that they may be one.
struct NearCompanies {
    struct Pair {
        var one: Int64
        var other: Int64
        var reason: String
        /// How sure it is that they are two.
        var confidence: Double
    }

    private(set) var pairs: [Pair] = []

    private struct Named {
        var id: Int64
        var key: CompanyKey
        var letters: [UInt8]
        var words: [Substring]
    }

    init(_ database: Database) throws(SQLiteError) {
        let companies = try database.rows(
            "SELECT id, name FROM company_view ORDER BY id", as: Int64.self, String.self
        ).map { row in
            let key = CompanyKey(row.1)
            return Named(
                id: row.0, key: key, letters: Array(key.normalized.utf8), words: key.normalized.split(separator: " "))
        }
        // Only names that begin alike are compared: a typo in the first letters is rare, and all pairs are many.
        for group in Dictionary(grouping: companies, by: { $0.letters.prefix(3) }).values {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] {
                    if let pair = Self.pair(one, other) { pairs.append(pair) }
                }
            }
        }
        pairs.sort { ($0.confidence, $0.one, $0.other) < ($1.confidence, $1.one, $1.other) }
    }

    private static func pair(_ one: Named, _ other: Named) -> Pair? {
        func pair(_ reason: String, _ confidence: Double) -> Pair {
            Pair(one: one.id, other: other.id, reason: reason, confidence: confidence)
        }
        if one.key.normalized == other.key.normalized { return pair("the same name but for its legal form", 0.45) }
        let allowed = EditDistance.allowed(for: min(one.letters.count, other.letters.count))
        if allowed > 0, EditDistance.between(one.letters, other.letters, atMost: allowed) != nil {
            return pair("nearly the same name", 0.3)
        }
        let (short, long) = one.words.count < other.words.count ? (one.words, other.words) : (other.words, one.words)
        guard short.count < long.count, long.starts(with: short) else { return nil }
        return pair("one name begins with the other", 0.4)
    }
}
