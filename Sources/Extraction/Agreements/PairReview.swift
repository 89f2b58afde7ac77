package import Model

/// What the probabilities of all pairs of an article say about one of them: whether the two have better
/// partners, whether a third company completes a group, and how many clauses have no better pair to belong to.
package struct PairReview {
    package static let columns = PairFeatures.denseCount + 15

    private let matrix: [Float]
    private let count: Int
    private let sorted: [Float]
    /// For each pair (a row and a column), the clauses that it fits best, and its share of all clauses.
    private var votes: [Float]
    private var shares: [Float]
    private var total: Float = 0

    /// - Parameter pairs: companies and the probability that they have an agreement.
    package init(
        _ pairs: [(a: Int, b: Int, probability: Float)], companies count: Int, clauses: [Extraction.Clause],
        focus: ClauseFocus
    ) {
        var matrix = [Float](repeating: 0, count: count * count)
        for pair in pairs {
            matrix[pair.a * count + pair.b] = pair.probability
            matrix[pair.b * count + pair.a] = pair.probability
        }
        self.matrix = matrix
        self.count = count
        sorted = pairs.map(\.probability).sorted(by: >)
        votes = [Float](repeating: 0, count: count * count)
        shares = votes
        for index in clauses.indices { vote(Float(clauses[index].confidence), focus.focus[index], pairs) }
    }

    private mutating func vote(_ confidence: Float, _ near: [Float], _ pairs: [(a: Int, b: Int, probability: Float)]) {
        total += confidence
        var best: (index: Int, score: Float) = (-1, 0)
        var sum: Float = 0.02
        for (index, pair) in pairs.enumerated() {
            let score = pair.probability * near[pair.a] * near[pair.b]
            sum += score
            if score > best.score { best = (index, score) }
        }
        guard best.index >= 0 else { return }
        votes[pairs[best.index].a * count + pairs[best.index].b] += confidence
        for pair in pairs {
            shares[pair.a * count + pair.b] += confidence * pair.probability * near[pair.a] * near[pair.b] / sum
        }
    }

    /// The numbers of a pair, to follow its dense features.
    package func row(_ a: Int, _ b: Int) -> [Float] {
        let own = matrix[a * count + b]
        var (bestA, bestB, sumA, sumB, triangle) = (Float(0), Float(0), Float(0), Float(0), Float(0))
        for other in 0..<count where other != a && other != b {
            let (fromA, fromB) = (matrix[a * count + other], matrix[b * count + other])
            (bestA, bestB) = (max(bestA, fromA), max(bestB, fromB))
            (sumA, sumB) = (sumA + fromA, sumB + fromB)
            triangle = max(triangle, min(fromA, fromB))
        }
        let rank = sorted.firstIndex { $0 <= own } ?? 0
        return [
            own, bestA, bestB, max(bestA, bestB), min(bestA, bestB), triangle, Float(min(rank, 12)), sorted.first ?? 0,
            sorted.reduce(0, +), sumA + sumB, own / ((sorted.first ?? 0) + 1e-3),
            min(votes[a * count + b], 12), votes[a * count + b] / max(total, 0.5), min(shares[a * count + b], 12),
            shares[a * count + b] / max(total, 0.5),
        ]
    }
}
