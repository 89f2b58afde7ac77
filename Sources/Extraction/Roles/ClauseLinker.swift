internal import Model

internal import Model

/// Tells to which agreement each clause belongs.
enum ClauseLinker {
    /// What a clause belongs to: an agreement that was found, or a pair that was held to have none but fits
    /// the clause so much better that its roles are read from it.
    enum Link: Hashable {
        case agreement(Int)
        case pair(Int, Int)
    }

    static func links(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, found: AgreementFinder.Result
    ) -> [Link?] {
        var last: Int?
        return clauses.indices.map { index in
            let near = focus.focus[index]
            let best = agreement(near, found.agreements, last: last)
            last = best ?? last
            let pair = found.pairs.max { score($0, near) < score($1, near) }
            if let pair, near[pair.a] > 0.2, near[pair.b] > 0.2 {
                let held = best.map { fit(found.agreements[$0].parties, found.pairs, near) } ?? 0
                if score(pair, near) > 2 * held, score(pair, near) > 0.02 { return .pair(pair.a, pair.b) }
            }
            return best.map { .agreement($0) }
        }
    }

    /// The agreement whose parties stand nearest; of equal ones that of the clause before.
    private static func agreement(_ near: [Float], _ agreements: [AgreementFinder.Found], last: Int?) -> Int? {
        let scores = agreements.indices.map { place -> Float in
            let distances = agreements[place].parties.map { near[$0] }.sorted(by: >)
            let nearness = (distances.first ?? 0) + 0.8 * (distances.dropFirst().first ?? 0)
            return nearness + (place == last ? 0.15 : 0) + 0.1 * agreements[place].confidence
        }
        return agreements.isEmpty ? nil : scores.bestIndex
    }

    private static func score(_ pair: (a: Int, b: Int, probability: Float), _ near: [Float]) -> Float {
        pair.probability * near[pair.a] * near[pair.b]
    }

    private static func fit(_ parties: [Int], _ pairs: [(a: Int, b: Int, probability: Float)], _ near: [Float]) -> Float
    {
        pairs.filter { parties.contains($0.a) && parties.contains($0.b) }.map { score($0, near) }.max() ?? 0
    }
}
