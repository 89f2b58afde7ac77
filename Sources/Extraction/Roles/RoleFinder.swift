package import Model

/// Ties clauses to agreements and tells who owes them, who gets them and how they stand.
package struct RoleFinder: Sendable {
    private let models: DealModels
    private let finder: AgreementFinder

    package init(models: DealModels) {
        self.models = models
        finder = AgreementFinder(models: models)
    }

    package func resolve(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, found: AgreementFinder.Result,
        descriptions: Descriptions
    ) -> [Extraction.Clause] {
        let links = ClauseLinker.links(deal, clauses, focus: focus, found: found)
        var resolved = clauses
        for place in found.agreements.indices {
            let mine = clauses.indices.filter { links[$0] == .agreement(place) }
            for index in mine { resolved[index].agreement = place }
            resolve(&resolved, mine, deal, found.agreements[place], descriptions)
        }
        var seen = Set<ClauseLinker.Link>()
        for case .pair(let a, let b)? in links where seen.insert(.pair(a, b)).inserted {
            let mine = clauses.indices.filter { links[$0] == .pair(a, b) }
            let set = PartyDecoder.PartySet(parties: [a, b], confidence: 0)
            if let agreement = finder.describe(set, deal, clauses, focus: focus, standing: found.standing).first {
                resolve(&resolved, mine, deal, agreement, descriptions)
            }
        }
        for index in clauses.indices where links[index] == nil {
            let features = RoleFeatures(deal, clauses[index], kind: -1, parties: [], descriptions: descriptions)
            resolved[index].status = status(features, [])
        }
        return resolved
    }

    private func status(_ features: RoleFeatures, _ statuses: [Float]) -> ClauseStatus {
        ModelTerms.clauseStatuses[features.statusRow(statuses: statuses).scores(models.clauseStatus).bestIndex]
    }

    /// The clauses `mine` of one agreement, together.
    private func resolve(
        _ clauses: inout [Extraction.Clause], _ mine: [Int], _ deal: DealText, _ agreement: AgreementFinder.Found,
        _ descriptions: Descriptions
    ) {
        let parties = deal.inTextOrder(agreement.parties)
        let features = mine.map {
            RoleFeatures(deal, clauses[$0], kind: agreement.kind, parties: parties, descriptions: descriptions)
        }
        let forms = features.map { $0.formRow().scores(models.form).map { probability(logOdds: $0) } }
        let scores = features.map { feature in parties.map { feature.companyRow($0).scores(models.direction)[0] } }
        var balances: [Float?] = mine.map { _ in nil }
        if parties.count == 2 {
            let side = SideFeatures(deal, kind: agreement.kind, parties: parties, descriptions: descriptions)
            let prior = side.row(parties[0]).scores(models.side)[0] - side.row(parties[1]).scores(models.side)[0]
            let evidence = mine.indices.map { index in
                SideInference.Evidence(
                    first: scores[index][0] - scores[index][1],
                    provider: features[index].providerRow().scores(models.provider)[0],
                    directed: forms[index][RoleForm.directed.rawValue])
            }
            balances = SideInference.resolve(evidence, prior: prior)
        }
        for (index, clause) in mine.enumerated() {
            clauses[clause].status = status(features[index], agreement.statuses)
            let form = RoleForm(rawValue: forms[index].bestIndex) ?? .directed
            let sides =
                balances[index].map { $0 >= 0 ? ([parties[0]], [parties[1]]) : ([parties[1]], [parties[0]]) }
                ?? Self.split(parties, scores[index])
            Self.assign(&clauses[clause], form, owe: sides.0, get: sides.1, everyone: parties.sorted())
        }
    }

    private static func assign(
        _ clause: inout Extraction.Clause, _ form: RoleForm, owe: [Int], get: [Int], everyone: [Int]
    ) {
        switch form {
        case .directed: (clause.obligors, clause.beneficiaries) = (owe, get)
        case .mutual: (clause.obligors, clause.beneficiaries) = (everyone, everyone)
        case .nobody: (clause.obligors, clause.beneficiaries) = ([], [])
        case .allOwe: (clause.obligors, clause.beneficiaries) = (everyone, [])
        case .allGet: (clause.obligors, clause.beneficiaries) = ([], everyone)
        case .oneOwes: (clause.obligors, clause.beneficiaries) = (owe, [])
        case .oneGets: (clause.obligors, clause.beneficiaries) = ([], get)
        }
    }

    /// The parties that owe and those that get: split where their scores lie furthest apart.
    private static func split(_ parties: [Int], _ scores: [Float]) -> ([Int], [Int]) {
        let order = parties.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
        guard order.count > 1 else { return (parties, []) }
        let cut =
            (1..<order.count).max { a, b in
                scores[order[a - 1]] - scores[order[a]] < scores[order[b - 1]] - scores[order[b]]
            } ?? 1
        return (order[..<cut].map { parties[$0] }.sorted(), order[cut...].map { parties[$0] }.sorted())
    }
}
