/// Turns the probabilities of pairs into sets of parties.
package struct PartyDecoder: Sendable {
    package struct PartySet {
        /// In ascending order.
        package var parties: [Int]
        package var confidence: Float
    }

    /// A pair above it is an agreement; the best pair of an article already above `lowest`.
    package var threshold: Float = 0.44
    package var lowest: Float = 0.32
    /// Three or more companies, each pair above it, are one agreement.
    package var merge: Float = 0.55

    package init() {}

    /// - Parameter pairs: companies `a < b` and the probability that they have an agreement.
    package func sets(_ pairs: [(a: Int, b: Int, probability: Float)], companies: Int) -> [PartySet] {
        var matrix = [Float](repeating: 0, count: companies * companies)
        for pair in pairs {
            matrix[pair.a * companies + pair.b] = pair.probability
            matrix[pair.b * companies + pair.a] = pair.probability
        }
        let sorted = pairs.filter { $0.probability > lowest }.sorted {
            ($0.probability, -$0.a, -$0.b) > ($1.probability, -$1.a, -$1.b)
        }
        var used = [Bool](repeating: false, count: companies * companies)
        var sets: [PartySet] = []
        for (rank, pair) in sorted.enumerated() where rank == 0 || pair.probability > threshold {
            guard !used[pair.a * companies + pair.b] else { continue }
            var group = [pair.a, pair.b]
            var confidence = pair.probability
            if pair.probability > merge {
                for other in 0..<companies where !group.contains(other) {
                    let weakest =
                        group.map { used[$0 * companies + other] ? 0 : matrix[$0 * companies + other] }.min() ?? 0
                    if weakest > merge {
                        group.append(other)
                        confidence = min(confidence, weakest)
                    }
                }
            }
            for x in group {
                for y in group where x != y { used[x * companies + y] = true }
            }
            sets.append(PartySet(parties: group.sorted(), confidence: confidence))
        }
        return sets
    }
}
