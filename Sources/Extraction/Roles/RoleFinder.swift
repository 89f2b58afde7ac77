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
            let statusRow = evidence.features.statusRow(found.statusRows[index], statuses: statuses)
            resolved[index].status = ModelTerms.clauseStatuses[statusRow.scores(models.clauseStatus).bestIndex]
            let roles = decide(evidence, reader.pairs)
            (resolved[index].obligors, resolved[index].beneficiaries) = (roles.owe, roles.get)
        }
        return resolved
    }

    /// Each side is what all hypotheses together make likeliest; but nobody owes a clause to itself, and where both sides
    /// would be one company it is the likeliest hypothesis.
    private func decide(_ evidence: RoleEvidence, _ pairs: PairTable) -> RoleHypothesis {
        let hypotheses = evidence.allHypotheses
        var rows = RoleRows(evidence, pairs)
        let sides = hypotheses.sides.map { RoleSide($0, evidence) }
        for (owe, get) in hypotheses.all { rows.append(owe: sides[owe], get: sides[get]) }
        let probabilities = models.roles.values(rows.table).map { probability(logOdds: $0) }
        let roles = RoleHypothesis(
            owe: hypotheses.likeliest(probabilities, isOwing: true),
            get: hypotheses.likeliest(probabilities, isOwing: false))
        return roles.owe.count == 1 && roles.owe == roles.get ? hypotheses[probabilities.bestIndex] : roles
    }
}
