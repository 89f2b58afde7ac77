internal import Extraction
internal import Model

/// Learns the linear models of who owes a clause, how it stands and to which agreement it belongs, from the
/// agreements of the answers.
struct RoleTrainer {
    private(set) var models: [DealModels.File: [UInt8]] = [:]

    private struct Examples {
        var rows = SparseRows()
        var labels: [[Int]] = []

        mutating func add(_ row: FeatureRow, _ labels: [Int]) {
            rows.add(row)
            self.labels.append(labels)
        }

        /// Both ways round, so that neither answer is likelier by itself.
        mutating func add(_ row: FeatureRow, over other: FeatureRow) {
            rows.add(row, minus: other)
            rows.add(other, minus: row)
            labels += [[0], []]
        }

        func learn(_ options: SparseLogistic.Options, outputs: Int = 1) -> [UInt8] {
            SparseLogistic(rows: rows, labels: labels, outputs: outputs, options: options).encoded()
        }
    }

    private var directions = Examples(), forms = Examples(), statuses = Examples(), sides = Examples()
    private var providers = Examples(), links = Examples(), owes = Examples(), gets = Examples()

    /// - Parameter agreements: for each article its agreements, with the kinds and statuses that a model would
    ///   find that has not seen it.
    init(_ articles: [DealArticle], _ agreements: [[AgreementFinder.Found]]) {
        let labels = SideLabels(articles)
        for (place, (article, agreements)) in zip(articles, agreements).enumerated() {
            let descriptions = Descriptions(article.deal)
            addSides(article, agreements, labels.providers[place], descriptions)
            addLinks(article, agreements)
            let focus = ClauseFocus(article.deal, article.clauses)
            for (index, answer) in article.answers.enumerated() {
                guard let answer, let agreement = answer.agreement else { continue }
                addClause(
                    article, index, answer, agreements[agreement], focus,
                    provider: labels.providers[place][agreement], descriptions)
            }
        }
        models[.direction] = directions.learn(DealOptions.direction)
        models[.side] = sides.learn(DealOptions.side)
        models[.provider] = providers.learn(DealOptions.provider)
        models[.form] = forms.learn(DealOptions.form, outputs: RoleForm.allCases.count)
        models[.clauseStatus] = statuses.learn(DealOptions.clauseStatus, outputs: ModelTerms.clauseStatuses.count)
        models[.link] = links.learn(DealOptions.link)
        models[.owes] = owes.learn(DealOptions.owes)
        models[.gets] = gets.learn(DealOptions.owes)
        // Until they are learnt from what these models find, all roles are equally likely.
        models[.roles] = BoostedTrees(rows: [], columns: RoleEvidence.columns, labels: []).encoded()
    }

    private mutating func addSides(
        _ article: DealArticle, _ agreements: [AgreementFinder.Found], _ labels: [Int?], _ descriptions: Descriptions
    ) {
        for (agreement, provider) in zip(agreements, labels) {
            guard let provider else { continue }
            let parties = article.deal.inTextOrder(agreement.parties)
            let features = SideFeatures(
                article.deal, kind: agreement.kind, parties: parties, descriptions: descriptions)
            let other = parties[0] == provider ? parties[1] : parties[0]
            sides.add(features.row(provider), over: features.row(other))
        }
    }

    private mutating func addClause(
        _ article: DealArticle, _ index: Int, _ answer: DealArticle.ClauseAnswer, _ agreement: AgreementFinder.Found,
        _ focus: ClauseFocus, provider: Int?, _ descriptions: Descriptions
    ) {
        let parties = article.deal.inTextOrder(agreement.parties)
        let features = RoleFeatures(
            article.deal, article.clauses[index], kind: agreement.kind, parties: parties, descriptions: descriptions)
        let form = RoleForm(
            obligors: answer.obligors, beneficiaries: answer.beneficiaries, parties: parties.count)
        forms.add(features.formRow(), [form.rawValue])
        statuses.add(features.statusRow(statuses: agreement.statuses), [answer.status])
        let near = focus.near(index)
        let tied = near.map { _ in Float(0) }
        for company in RoleReader.companies(near: near, parties: parties, tied) {
            let row = features.companyRow(company)
            owes.add(row, answer.obligors.contains(company) ? [0] : [])
            gets.add(row, answer.beneficiaries.contains(company) ? [0] : [])
        }
        guard let sides = answer.sides(parties) else { return }
        directions.add(features.companyRow(sides.owes), over: features.companyRow(sides.gets))
        if let provider { providers.add(features.providerRow(), provider == sides.owes ? [0] : []) }
    }

    /// The right agreement over each of the others.
    private mutating func addLinks(_ article: DealArticle, _ agreements: [AgreementFinder.Found]) {
        guard agreements.count > 1 else { return }
        let focus = ClauseFocus(article.deal, article.clauses)
        let places = ClauseLinker.places(article.deal, agreements.map(\.parties))
        var last: Int?
        for (index, answer) in article.answers.enumerated() {
            guard let right = answer?.agreement else { continue }
            let features = LinkFeatures(article.deal, article.clauses[index], near: focus.near(index))
            let rows = agreements.indices.map {
                features.row(
                    parties: agreements[$0].parties, kind: agreements[$0].kind, place: places[$0], isLast: $0 == last)
            }
            for other in rows.indices where other != right { links.add(rows[right], over: rows[other]) }
            last = right
        }
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
