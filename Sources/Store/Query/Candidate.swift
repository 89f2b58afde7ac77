/// A clause or a sentence that may answer a query, with its score.
struct Candidate {
    /// The clause; nil for a sentence of its own.
    var clause: Int64?
    var sentence: Int64?
    var article: Int64
    /// The quote of a clause, in code points of the article.
    var start = 0
    var end = 0
    var published: String?
    var amount: Double?
    /// How well it answers each part of the query, 0 to 1.
    var grades: [Double]
    var score: Double
    /// How much of the query it has itself, 0 to 1; the rest, if anything, stands elsewhere in its article.
    var held: Double
}

extension [Candidate] {
    /// Of clauses that quote the same words, the first.
    var withoutRepeats: [Candidate] {
        var kept: [Int64: [Candidate]] = [:]
        return filter { candidate in
            guard candidate.clause != nil else { return true }
            let repeats = kept[candidate.article, default: []].contains { other in
                let shared = Swift.min(candidate.end, other.end) - Swift.max(candidate.start, other.start)
                return shared * 2 >= Swift.min(candidate.end - candidate.start, other.end - other.start)
            }
            if !repeats { kept[candidate.article, default: []].append(candidate) }
            return !repeats
        }
    }
}
