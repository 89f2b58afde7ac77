internal import Extraction
internal import Model

/// Learns the models of agreements and roles from articles. A model that reads what another found learns
/// from what that one finds in articles it has not seen.
struct DealTrainer {
    let articles: [DealArticle]
    private(set) var models: [DealModels.File: [UInt8]] = [:]

    init(_ articles: [DealArticle]) {
        self.articles = articles
        learnParties()
        let agreements = learnAgreements(learnStanding())
        learnRoles(agreements)
    }

    // MARK: Parties

    private mutating func learnParties() {
        var rows = SparseRows(), labels: [Bool] = [], folds: [Int] = [], first = [0]
        for article in articles {
            let features = PartyFeatures(deal: article.deal)
            let parties = Set(article.agreements.flatMap(\.parties))
            for company in article.deal.companies.indices {
                rows.add(features.row(company))
                labels.append(parties.contains(company))
                folds.append(article.fold)
            }
            first.append(labels.count)
        }
        let options = DealOptions.party
        let isParty = CrossValidation.probabilities(rows, labels: labels, folds: folds, options: options)
        models[.party] = SparseLogistic(rows: rows, labels: labels.map { $0 ? [0] : [] }, outputs: 1, options: options)
            .encoded()
        learnPairs(articles.indices.map { Array(isParty[first[$0]..<first[$0 + 1]]) })
    }

    private mutating func learnPairs(_ isParty: [[Float]]) {
        var rows = SparseRows(), dense: [Float] = [], labels: [Bool] = [], folds: [Int] = []
        for (article, isParty) in zip(articles, isParty) {
            let features = PairFeatures(
                article.deal, article.clauses, focus: ClauseFocus(article.deal, article.clauses), isParty: isParty)
            for a in article.deal.companies.indices {
                for b in article.deal.companies.indices where a < b {
                    let meetings = features.meetings(a, b)
                    dense += features.dense(a, b, meetings) + [0]
                    rows.add(features.sparse(a, b, meetings))
                    labels.append(article.agreements.contains { $0.parties.contains(a) && $0.parties.contains(b) })
                    folds.append(article.fold)
                }
            }
        }
        let words = CrossValidation.probabilities(rows, labels: labels, folds: folds, options: DealOptions.pair)
        models[.pair] = SparseLogistic(
            rows: rows, labels: labels.map { $0 ? [0] : [] }, outputs: 1, options: DealOptions.pair
        ).encoded()
        let columns = PairFeatures.denseCount
        for row in words.indices { dense[row * columns + columns - 1] = words[row] }
        let trees = DealOptions.trees
        models[.pairTrees] = BoostedTrees(rows: dense, columns: columns, labels: labels, options: trees).encoded()
        let found = CrossValidation.probabilities(dense, columns: columns, labels: labels, folds: folds, options: trees)
        review(dense, columns, found, labels)
    }

    private mutating func review(_ dense: [Float], _ columns: Int, _ found: [Float], _ labels: [Bool]) {
        var rows: [Float] = []
        var next = 0
        for article in articles {
            let count = article.deal.companies.count
            var pairs: [(a: Int, b: Int, probability: Float)] = []
            for a in 0..<count {
                for b in 0..<count where a < b {
                    pairs.append((a, b, found[next + pairs.count]))
                }
            }
            let review = PairReview(
                pairs, companies: count, clauses: article.clauses, focus: ClauseFocus(article.deal, article.clauses))
            for pair in pairs {
                rows += dense[next * columns..<(next + 1) * columns] + review.row(pair.a, pair.b)
                next += 1
            }
        }
        models[.pairReview] = BoostedTrees(
            rows: rows, columns: PairReview.columns, labels: labels, options: DealOptions.review
        ).encoded()
    }

    // MARK: Kinds and statuses

    /// - Returns: for each article and clause how it stands, as a model would tell from its words that has not
    ///   seen it.
    private mutating func learnStanding() -> [[[Float]]] {
        var rows = SparseRows(), labels: [[Int]] = [], folds: [Int] = [], known: [Int] = [], knownRows = SparseRows(),
            knownLabels: [[Int]] = []
        for article in articles {
            let descriptions = Descriptions(article.deal)
            for (clause, answer) in zip(article.clauses, article.answers) {
                let row = RoleFeatures(article.deal, clause, kind: -1, parties: [], descriptions: descriptions)
                    .statusRow(statuses: [])
                if let answer {
                    known.append(labels.count)
                    knownRows.add(row)
                    knownLabels.append([answer.status])
                }
                rows.add(row)
                labels.append(answer.map { [$0.status] } ?? [])
                folds.append(article.fold)
            }
        }
        let options = DealOptions.clauseStanding
        let count = ModelTerms.clauseStatuses.count
        models[.clauseStanding] = SparseLogistic(rows: knownRows, labels: knownLabels, outputs: count, options: options)
            .encoded()
        let found = CrossValidation.outputs(
            rows, labels: labels, outputs: count, folds: folds, options: options, learning: known)
        var next = 0
        return articles.map { article in
            article.clauses.map { _ in
                next += 1
                return found[next - 1].scaledToOne
            }
        }
    }

    /// - Returns: for each article its agreements as a model would find them that has not seen it.
    private mutating func learnAgreements(_ standing: [[[Float]]]) -> [[AgreementFinder.Found]] {
        var kindRows = SparseRows(), kindLabels: [[Int]] = [], kindFolds: [Int] = []
        var statusRows = SparseRows(), statusLabels: [[Int]] = [], statusFolds: [Int] = []
        var places: [[Int]] = []  // of each agreement, its row of kinds
        for (article, standing) in zip(articles, standing) {
            let focus = ClauseFocus(article.deal, article.clauses)
            var rowOf: [Set<Int>: Int] = [:]
            places.append(
                article.agreements.map { agreement in
                    let parties = Set(agreement.parties)
                    if parties.contains(-1) { return -1 }
                    let features = AgreementFeatures(
                        article.deal, article.clauses, focus: focus, parties: parties.sorted())
                    if rowOf[parties] == nil {
                        rowOf[parties] = kindLabels.count
                        kindRows.add(features.kindRow())
                        kindLabels.append([])
                        kindFolds.append(article.fold)
                    }
                    let row = rowOf[parties] ?? 0
                    if !kindLabels[row].contains(agreement.kind) { kindLabels[row].append(agreement.kind) }
                    statusRows.add(features.statusRow(kind: agreement.kind, clauseStatuses: standing))
                    statusLabels.append([agreement.status])
                    statusFolds.append(article.fold)
                    return row
                })
        }
        let (kinds, statuses) = (ModelTerms.kinds.count, ModelTerms.statuses.count)
        let kindsFound = CrossValidation.outputs(
            kindRows, labels: kindLabels, outputs: kinds, folds: kindFolds, options: DealOptions.kind)
        let statusesFound = CrossValidation.outputs(
            statusRows, labels: statusLabels, outputs: statuses, folds: statusFolds, options: DealOptions.status)
        models[.kind] = SparseLogistic(rows: kindRows, labels: kindLabels, outputs: kinds, options: DealOptions.kind)
            .encoded()
        models[.status] = SparseLogistic(
            rows: statusRows, labels: statusLabels, outputs: statuses, options: DealOptions.status
        ).encoded()
        var next = 0
        return zip(articles, places).map { article, rows in
            zip(article.agreements, rows).map { agreement, row in
                if row < 0 {
                    return AgreementFinder.Found(
                        parties: agreement.parties.filter { $0 >= 0 }, kind: agreement.kind, confidence: 0, kinds: [],
                        statuses: [])
                }
                next += 1
                return AgreementFinder.Found(
                    parties: agreement.parties, kind: agreement.kind, confidence: 1, kinds: kindsFound[row],
                    statuses: statusesFound[next - 1].scaledToOne)
            }
        }
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
