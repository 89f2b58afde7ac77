/// What the first pass says of every candidate of an article.
package struct ClauseScores: Sendable {
    /// Candidates less likely than this to be clauses get no types.
    package static let gate: Float = 0.05

    /// For each candidate, in the order of the article: the probability that it is a clause.
    package var spans: [Float]
    /// For each candidate and type: the probability of the type, if it is a clause.
    package var types: [Float]

    package init(candidates: Int) {
        spans = [Float](repeating: 0, count: candidates)
        types = [Float](repeating: 0, count: candidates * ClauseTypes.count)
    }

    /// The probability that `candidate` is a clause of `type`.
    @inline(__always)
    func joint(_ candidate: Int, _ type: Int) -> Float {
        spans[candidate] * types[candidate * ClauseTypes.count + type]
    }
}
