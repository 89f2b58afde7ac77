internal import Model

/// Tells to which agreement each clause belongs.
enum ClauseLinker {
    /// For each clause the agreement whose parties stand nearest; of equal ones that of the clause before.
    static func links(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, agreements: [AgreementFinder.Found]
    ) -> [Int?] {
        var last: Int?
        return clauses.indices.map { index in
            let scores = agreements.indices.map { place -> Float in
                let near = agreements[place].parties.map { focus.focus[index][$0] }.sorted(by: >)
                let nearness = (near.first ?? 0) + 0.8 * (near.dropFirst().first ?? 0)
                return nearness + (place == last ? 0.15 : 0) + 0.1 * agreements[place].confidence
            }
            let best = agreements.isEmpty ? nil : scores.bestIndex
            last = best
            return best
        }
    }
}
