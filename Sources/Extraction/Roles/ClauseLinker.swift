package import Model

/// Tells to which agreement each clause belongs.
package struct ClauseLinker {
    let model: LinearModel

    /// - Returns: for each clause the probability of each agreement, in the order of `found`.
    package func probabilities(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, found: [AgreementFinder.Found]
    ) -> [[Float]] {
        guard found.count > 1 else { return clauses.map { _ in found.map { _ in 1 } } }
        let places = Self.places(deal, found.map(\.parties))
        var last: Int?
        return clauses.indices.map { index in
            let features = LinkFeatures(deal, clauses[index], near: focus.focus[index])
            let scores = found.indices.map { agreement in
                features.row(
                    parties: found[agreement].parties, kind: found[agreement].kind, place: places[agreement],
                    isLast: agreement == last
                ).score(model)
            }
            last = scores.bestIndex
            let largest = scores.max() ?? 0
            return scores.map { exponential($0 - largest) }.scaledToOne
        }
    }

    /// The rank of each agreement by where the text first names its second party.
    package static func places(_ deal: DealText, _ parties: [[Int]]) -> [Int] {
        let firsts = parties.map { parties in
            parties.map { deal.firstMention($0) }.sorted().dropFirst().first ?? 0
        }
        return firsts.indices.map { place in
            firsts.indices.count { (firsts[$0], $0) < (firsts[place], place) }
        }
    }
}
