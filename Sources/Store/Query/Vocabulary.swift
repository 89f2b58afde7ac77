internal import SQLite

/// The words that the texts of the base have.
final class Vocabulary {
    private let database: Database
    private let count: Statement
    /// By expression: names and words of a query are asked for more than once.
    private var counts: [String: Int] = [:]
    /// How many sentences there are, about.
    let sentences: Int
    /// Words in more sentences than this are common; how much more does not matter.
    private static let mostCounted = 5_000

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        sentences = try database.value("SELECT coalesce(max(id), 0) FROM sentence", as: Int.self) ?? 0
        count = try Statement(
            database, "SELECT count(*) FROM (SELECT 1 FROM sentence_fts WHERE sentence_fts MATCH ?1 LIMIT ?2)")
    }

    /// In how many sentences any of `phrases` stands, at most `mostCounted`.
    func count(anyOf phrases: [String]) throws(SQLiteError) -> Int {
        guard case .text(let expression, _) = Meaning.text(anyOf: phrases) else { return 0 }
        return try count(expression)
    }

    func count(_ expression: String) throws(SQLiteError) -> Int {
        if let known = counts[expression] { return known }
        try count.bind(all: ["text : " + expression, Self.mostCounted])
        let found = try count.values(as: Int.self).first ?? 0
        counts[expression] = found
        return found
    }

    /// How telling a word is that stands in so many sentences: 1 where in one, near 0 where in all.
    func rarity(_ count: Int) -> Double {
        let all = Logarithm.natural(Double(max(sentences, 2)) + 1)
        return max(0, 1 - Logarithm.natural(Double(max(count, 1))) / all)
    }

    /// The stems nearest to `stem` that begin with the same two letters; none where it has no typo's length.
    func stems(near stem: String) throws(SQLiteError) -> [String] {
        let wanted = Array(stem.utf8)
        let allowed = min(1, EditDistance.allowed(for: wanted.count))
        guard allowed > 0, let last = wanted.prefix(2).last, last < 0x7A else { return [] }
        let first = String(decoding: wanted.prefix(2), as: UTF8.self)
        let next = String(decoding: [wanted[0], last + 1], as: UTF8.self)
        let words = try database.values(
            "SELECT term FROM sentence_vocabulary WHERE term >= ?1 AND term < ?2", [first, next], as: String.self)
        return Self.nearest(to: wanted, among: words, allowed: allowed)
    }

    /// The words of `words` at the least distance from `wanted`, if that is allowed.
    static func nearest(to wanted: [UInt8], among words: some Sequence<String>, allowed: Int) -> [String] {
        var best: (distance: Int, words: [String]) = (allowed, [])
        for word in words {
            guard let distance = EditDistance.between(wanted, Array(word.utf8), atMost: best.distance) else { continue }
            if distance < best.distance { best = (distance, []) }
            best.words.append(word)
        }
        return best.words.count <= 4 ? best.words.sorted() : []
    }
}
