package import Model

/// Ties clauses to agreements and tells who owes them, who gets them and how they stand.
package struct RoleFinder: Sendable {
    private let models: DealModels

    package init(models: DealModels) { self.models = models }

    package func resolve(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, agreements: [AgreementFinder.Found]
    ) -> [Extraction.Clause] {
        let links = ClauseLinker.links(deal, clauses, focus: focus, agreements: agreements)
        return clauses.indices.map { index in
            var clause = clauses[index]
            clause.agreement = links[index]
            let agreement = links[index].map { agreements[$0] }
            let parties = deal.inTextOrder(agreement?.parties ?? [])
            let features = RoleFeatures(deal, clause, kind: agreement?.kind ?? -1, parties: parties)
            let status = features.statusRow(statuses: agreement?.statuses ?? []).scores(models.clauseStatus)
            clause.status = ModelTerms.clauseStatuses[status.bestIndex]
            assign(&clause, features, parties)
            return clause
        }
    }

    private func assign(_ clause: inout Extraction.Clause, _ features: RoleFeatures, _ parties: [Int]) {
        let form = RoleForm(rawValue: features.formRow().scores(models.form).bestIndex) ?? .directed
        let sides = sides(features, parties)
        let everyone = parties.sorted()
        switch form {
        case .directed: (clause.obligors, clause.beneficiaries) = sides
        case .mutual: (clause.obligors, clause.beneficiaries) = (everyone, everyone)
        case .nobody: (clause.obligors, clause.beneficiaries) = ([], [])
        case .allOwe: (clause.obligors, clause.beneficiaries) = (everyone, [])
        case .allGet: (clause.obligors, clause.beneficiaries) = ([], everyone)
        case .oneOwes: (clause.obligors, clause.beneficiaries) = (sides.owe, [])
        case .oneGets: (clause.obligors, clause.beneficiaries) = ([], sides.get)
        }
    }

    /// The parties that owe and those that get: split where their scores lie furthest apart.
    private func sides(_ features: RoleFeatures, _ parties: [Int]) -> (owe: [Int], get: [Int]) {
        let scored = parties.map { (company: $0, score: features.companyRow($0).scores(models.direction)[0]) }
            .sorted { ($0.score, -$0.company) > ($1.score, -$1.company) }
        guard scored.count > 1 else { return (scored.map(\.company), []) }
        let cut = (1..<scored.count).max { a, b in
            scored[a - 1].score - scored[a].score < scored[b - 1].score - scored[b].score
        } ?? 1
        return (scored[..<cut].map(\.company).sorted(), scored[cut...].map(\.company).sorted())
    }
}
