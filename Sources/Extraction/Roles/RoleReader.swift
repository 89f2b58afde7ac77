package import Model

/// Gathers what speaks for the roles of the clauses of an article.
package struct RoleReader {
    let models: DealModels
    let deal: DealText
    let clauses: [Extraction.Clause]
    let focus: ClauseFocus
    let found: AgreementFinder.Result
    let descriptions: Descriptions
    package let pairs: PairTable
    /// For each company what its likeliest pair has.
    private let tied: [Float]
    /// For each clause, the probability that it belongs to each agreement.
    package let links: [[Float]]
    private let isWire: Bool

    package init(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, found: AgreementFinder.Result,
        descriptions: Descriptions, models: DealModels
    ) {
        self.models = models
        self.deal = deal
        self.clauses = clauses
        self.focus = focus
        self.found = found
        self.descriptions = descriptions
        isWire = ClauseArticle.isWire(deal.text)
        let pairs = PairTable(found.pairs, companies: deal.companies.count)
        self.pairs = pairs
        tied = deal.companies.indices.map { pairs.best($0, outside: []) }
        links = ClauseLinker(model: models.link).probabilities(deal, clauses, focus: focus, found: found.agreements)
    }

    /// For each clause, what is known of it.
    package func evidence() -> [RoleEvidence] {
        let evidence = clauses.indices.map { read($0) }
        for agreement in found.agreements.indices where found.agreements[agreement].parties.count == 2 {
            balance(evidence, clauses.indices.filter { links[$0].bestIndex == agreement }, found.agreements[agreement])
        }
        return evidence
    }

    private func read(_ index: Int) -> RoleEvidence {
        let linked = found.agreements.isEmpty ? nil : found.agreements[links[index].bestIndex]
        let parties = deal.inTextOrder(linked?.parties ?? [])
        let near = focus.focus[index]
        let companies = Self.companies(near: near, parties: parties, tied)
        let features = RoleFeatures(
            deal, clauses[index], kind: linked?.kind ?? -1, parties: parties.isEmpty ? companies : parties,
            descriptions: descriptions)
        var owes = [Float](repeating: 0, count: near.count), gets = owes, leans = owes
        for company in companies {
            let row = features.companyRow(company)
            owes[company] = row.score(models.owes)
            gets[company] = row.score(models.gets)
            leans[company] = row.score(models.direction)
        }
        var named: [Int] = []
        for actor in features.actors.actors where actor.company >= 0 && !named.contains(actor.company) {
            named.append(actor.company)
        }
        return RoleEvidence(
            features: features, near: near, tied: tied, companies: companies, owes: owes, gets: gets, leans: leans,
            forms: features.formRow().scores(models.form).map { probability(logOdds: $0) }.scaledToOne,
            groups: groups(companies, links[index], named), agreements: found.agreements.map(\.parties),
            links: links[index], named: named, isWire: isWire)
    }

    /// Those that may have a role: the parties, and those that stand near.
    package static func companies(near: [Float], parties: [Int], _ tied: [Float]) -> [Int] {
        let others = near.indices.filter { !parties.contains($0) && near[$0] + 0.6 * tied[$0] >= 0.5 }
            .sorted { (near[$0] + 0.6 * tied[$0], -$0) > (near[$1] + 0.6 * tied[$1], -$1) }
        return Array((parties + others.prefix(max(2, 5 - parties.count))).prefix(6))
    }

    /// Those that may have a role together: the parties of an agreement, two that are likely to have one, all
    /// that the quote names.
    private func groups(_ companies: [Int], _ links: [Float], _ named: [Int]) -> [[Int]] {
        var groups: [[Int]] = []
        func add(_ group: [Int]) {
            let group = group.sorted()
            if group.count > 1, !groups.contains(group) { groups.append(group) }
        }
        for (agreement, link) in zip(found.agreements, links) where link > 0.1 { add(agreement.parties) }
        add(named.filter(companies.contains))
        if let a = companies.first {
            let partner = companies.dropFirst().max { (pairs[a, $0], -$0) < (pairs[a, $1], -$1) }
            if let partner { add([a, partner]) }
        }
        return groups
    }

    /// Weighs the clauses of an agreement of two parties together.
    private func balance(_ evidence: [RoleEvidence], _ mine: [Int], _ agreement: AgreementFinder.Found) {
        let parties = deal.inTextOrder(agreement.parties)
        let side = SideFeatures(deal, kind: agreement.kind, parties: parties, descriptions: descriptions)
        let prior = side.row(parties[0]).score(models.side) - side.row(parties[1]).score(models.side)
        let clauses = mine.map { index in
            SideInference.Evidence(
                first: evidence[index].leans[parties[0]] - evidence[index].leans[parties[1]],
                provider: evidence[index].features.providerRow().score(models.provider),
                directed: evidence[index].forms[RoleForm.directed.rawValue])
        }
        for (index, odds) in zip(mine, SideInference.resolve(clauses, prior: prior)) {
            evidence[index].balance = RoleEvidence.Balance(
                first: parties[0], second: parties[1], owes: odds, provides: prior)
        }
    }
}
