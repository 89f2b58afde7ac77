internal import Extraction
internal import Model

/// Learns of which kind agreements are and how they stand.
struct AgreementTrainer {
    private let articles: [DealArticle]
    private(set) var models: [DealModels.File: [UInt8]] = [:]
    /// For each article its agreements as a model would find them that has not seen it.
    private(set) var found: [[AgreementFinder.Found]] = []

    init(_ articles: [DealArticle]) {
        self.articles = articles
        found = learnAgreements(learnStanding())
    }

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

    private mutating func learnAgreements(_ standing: [[[Float]]]) -> [[AgreementFinder.Found]] {
        var kinds = OptionTrainer(outputs: ModelTerms.kinds.count)
        var statuses = OptionTrainer(outputs: ModelTerms.statuses.count)
        // Of each agreement, its rows; nil where a party was not found.
        var places: [[(kind: Int, status: Int)?]] = []
        for (article, standing) in zip(articles, standing) {
            let focus = ClauseFocus(article.deal, article.clauses)
            var rowOf: [Set<Int>: Int] = [:]
            let sets = Set(article.agreements.map { $0.parties.filter { $0 >= 0 }.sorted() }).sorted {
                $0.lexicographicallyPrecedes($1)
            }
            places.append(
                article.agreements.map { agreement in
                    let parties = Set(agreement.parties)
                    if parties.contains(-1) { return nil }
                    let features = AgreementFeatures(
                        article.deal, article.clauses, focus: focus, parties: parties.sorted(), among: sets)
                    let row = rowOf[parties] ?? kinds.count
                    if rowOf[parties] == nil {
                        kinds.add(features.kindRow(), fold: article.fold) { features.kindOptions(scores: $0) }
                    }
                    rowOf[parties] = row
                    kinds.set(agreement.kind, for: row)
                    let words = features.statusRow(kind: agreement.kind, clauseStatuses: standing)
                    statuses.add(words, fold: article.fold) {
                        features.statusOptions(scores: $0, kind: agreement.kind, clauseStatuses: standing)
                    }
                    statuses.set(agreement.status, for: statuses.count - 1)
                    return (row, statuses.count - 1)
                })
        }
        let kind = kinds.learn(words: DealOptions.kind, trees: DealOptions.kindTrees)
        let status = statuses.learn(words: DealOptions.status, trees: DealOptions.statusTrees)
        (models[.kind], models[.kindTrees]) = (kind.words, kind.trees)
        (models[.status], models[.statusTrees]) = (status.words, status.trees)
        return zip(articles, places).map { article, places in
            zip(article.agreements, places).map { agreement, place in
                AgreementFinder.Found(
                    parties: agreement.parties.filter { $0 >= 0 }, kind: agreement.kind,
                    confidence: place == nil ? 0 : 1, kinds: place.map { kind.found[$0.kind] } ?? [],
                    statuses: place.map { status.found[$0.status].scaledToOne } ?? [])
            }
        }
    }
}
