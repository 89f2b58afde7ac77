package import Model

/// Ties clauses to agreements and tells who owes them, who gets them and how they stand.
package struct RoleFinder: Sendable {
    private let models: DealModels

    package init(models: DealModels) { self.models = models }

    package func resolve(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, found: AgreementFinder.Result,
        descriptions: Descriptions
    ) -> [Extraction.Clause] {
        let reader = RoleReader(
            deal, clauses, focus: focus, found: found, descriptions: descriptions, models: models)
        var resolved = clauses
        for (index, evidence) in reader.evidence().enumerated() {
            let agreement = found.agreements.isEmpty ? nil : reader.links[index].bestIndex
            resolved[index].agreement = agreement
            let statuses = agreement.map { found.agreements[$0].statuses } ?? []
            resolved[index].status =
                ModelTerms.clauseStatuses[
                    evidence.features.statusRow(statuses: statuses).scores(models.clauseStatus).bestIndex]
            let roles = decide(evidence, reader.pairs)
            (resolved[index].obligors, resolved[index].beneficiaries) = (roles.owe, roles.get)
        }
        return resolved
    }

    /// Each side is what all hypotheses together make likeliest; but nobody owes a clause to itself, and where both sides
    /// would be one company it is the likeliest hypothesis.
    private func decide(_ evidence: RoleEvidence, _ pairs: PairTable) -> RoleHypothesis {
        let hypotheses = evidence.hypotheses
        var table: [Float] = []
        table.reserveCapacity(hypotheses.count * RoleEvidence.columns)
        for hypothesis in hypotheses { evidence.append(hypothesis, pairs, to: &table) }
        let probabilities = models.roles.values(table).map { probability(logOdds: $0) }
        let roles = RoleHypothesis(
            owe: likeliest(hypotheses.map(\.owe), probabilities), get: likeliest(hypotheses.map(\.get), probabilities))
        return roles.owe.count == 1 && roles.owe == roles.get ? hypotheses[probabilities.bestIndex] : roles
    }

    private func likeliest(_ sides: [[Int]], _ probabilities: [Float]) -> [Int] {
        var distinct: [[Int]] = []
        var sums: [Float] = []
        for (side, probability) in zip(sides, probabilities) {
            if let place = distinct.firstIndex(of: side) {
                sums[place] += probability
            } else {
                distinct.append(side)
                sums.append(probability)
            }
        }
        return distinct.isEmpty ? [] : distinct[sums.bestIndex]
    }
}
