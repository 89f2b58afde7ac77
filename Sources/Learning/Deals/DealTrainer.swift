internal import Extraction
internal import Model

/// Learns the models of agreements and roles from articles. A model that reads what another found learns
/// from what that one finds in articles it has not seen.
struct DealTrainer {
    let articles: [DealArticle]
    private(set) var models: [DealModels.File: [UInt8]] = [:]

    init(_ articles: [DealArticle]) {
        self.articles = articles
        let agreements = AgreementTrainer(articles)
        models = PartyTrainer(articles).models.merging(agreements.models) { $1 }
        learnRoles(agreements.found)
    }

    // MARK: Roles

    private mutating func learnRoles(_ agreements: [[AgreementFinder.Found]]) {
        var directions = SparseRows(), directionLabels: [[Int]] = []
        var forms = SparseRows(), formLabels: [[Int]] = []
        var statuses = SparseRows(), statusLabels: [[Int]] = []
        var sides = SparseRows(), sideLabels: [[Int]] = []
        var providers = SparseRows(), providerLabels: [[Int]] = []
        let labels = SideLabels(articles)
        for (place, (article, agreements)) in zip(articles, agreements).enumerated() {
            let descriptions = Descriptions(article.deal)
            for (index, agreement) in agreements.enumerated() {
                guard let provider = labels.providers[place][index] else { continue }
                let parties = article.deal.inTextOrder(agreement.parties)
                let features = SideFeatures(
                    article.deal, kind: agreement.kind, parties: parties, descriptions: descriptions)
                let other = parties[0] == provider ? parties[1] : parties[0]
                let (rowA, rowB) = (features.row(provider), features.row(other))
                sides.add(rowA, minus: rowB)
                sides.add(rowB, minus: rowA)
                sideLabels += [[0], []]
            }
            for (clause, answer) in zip(article.clauses, article.answers) {
                guard let answer, let index = answer.agreement else { continue }
                let agreement = agreements[index]
                let parties = article.deal.inTextOrder(agreement.parties)
                let features = RoleFeatures(
                    article.deal, clause, kind: agreement.kind, parties: parties, descriptions: descriptions)
                forms.add(features.formRow())
                formLabels.append([
                    RoleForm(obligors: answer.obligors, beneficiaries: answer.beneficiaries, parties: parties.count)
                        .rawValue
                ])
                statuses.add(features.statusRow(statuses: agreement.statuses))
                statusLabels.append([answer.status])
                guard let (owes, gets) = answer.sides(parties) else { continue }
                let (rowA, rowB) = (features.companyRow(owes), features.companyRow(gets))
                directions.add(rowA, minus: rowB)
                directions.add(rowB, minus: rowA)
                directionLabels += [[0], []]
                if let provider = labels.providers[place][index] {
                    providers.add(features.providerRow())
                    providerLabels.append(provider == owes ? [0] : [])
                }
            }
        }
        models[.direction] = SparseLogistic(
            rows: directions, labels: directionLabels, outputs: 1, options: DealOptions.direction
        ).encoded()
        models[.side] = SparseLogistic(rows: sides, labels: sideLabels, outputs: 1, options: DealOptions.side).encoded()
        models[.provider] = SparseLogistic(
            rows: providers, labels: providerLabels, outputs: 1, options: DealOptions.provider
        ).encoded()
        models[.form] = SparseLogistic(
            rows: forms, labels: formLabels, outputs: RoleForm.allCases.count, options: DealOptions.form
        ).encoded()
        models[.clauseStatus] = SparseLogistic(
            rows: statuses, labels: statusLabels, outputs: ModelTerms.clauseStatuses.count,
            options: DealOptions.clauseStatus
        ).encoded()
    }
}

extension DealArticle.ClauseAnswer {
    /// Which of two parties owes the clause and which gets it; nil where the answer does not tell them apart.
    func sides(_ parties: [Int]) -> (owes: Int, gets: Int)? {
        guard parties.count == 2 else { return nil }
        let (a, b) = (parties[0], parties[1])
        func leans(_ company: Int) -> Int {
            (obligors.contains(company) ? 1 : 0) - (beneficiaries.contains(company) ? 1 : 0)
        }
        let lean = leans(a) - leans(b)
        return lean == 0 ? nil : lean > 0 ? (a, b) : (b, a)
    }
}
