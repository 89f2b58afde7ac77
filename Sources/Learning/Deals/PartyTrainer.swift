internal import Extraction
internal import Model

/// Learns which companies of an article have agreements with each other.
struct PartyTrainer {
    private let articles: [DealArticle]
    private(set) var models: [DealModels.File: [UInt8]] = [:]

    init(_ articles: [DealArticle]) {
        self.articles = articles
        learnParties()
    }

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
        learnSets(dense, columns, found, isParty)
    }

    /// - Parameters:
    ///   - dense: the rows of all pairs of all articles.
    ///   - found: what trees say of each pair that have not seen its article.
    private mutating func learnSets(_ dense: [Float], _ columns: Int, _ found: [Float], _ isParty: [[Float]]) {
        var rows: [Float] = [], labels: [Bool] = []
        var next = 0
        for (article, isParty) in zip(articles, isParty) {
            let count = article.deal.companies.count
            var pairs: [(a: Int, b: Int, probability: Float)] = []
            for a in 0..<count {
                for b in 0..<count where a < b { pairs.append((a, b, found[next + pairs.count])) }
            }
            let table = PairTable(pairs, companies: count)
            let features = PartySetFeatures(
                article.deal, article.clauses, focus: ClauseFocus(article.deal, article.clauses), isParty: isParty,
                pairs: table)
            let agreed = Set(article.agreements.map { $0.parties.sorted() })
            for set in features.candidates.sets {
                let pairRow = table.meanRow(of: set, dense[next * columns..<(next + pairs.count) * columns])
                rows += features.row(set, pairRow: pairRow)
                labels.append(agreed.contains(set))
            }
            next += pairs.count
        }
        models[.setTrees] = BoostedTrees(
            rows: rows, columns: PartySetFeatures.columns, labels: labels, options: DealOptions.sets
        ).encoded()
    }
}
