internal import Extraction
internal import Model

/// Learns which companies of an article have an agreement with each other.
struct PartyTrainer {
    let articles: [DealArticle]
    /// One row a company and a pair, article by article.
    private var companyRows = SparseRows()
    private var companyFirst: [Int] = [0]
    private var isPartyLabel: [Bool] = []
    private var pairRows = SparseRows()
    private var pairFirst: [Int] = [0]
    private var pairLabel: [Bool] = []
    private var dense: [Float] = []
    private var pairs: [[(a: Int, b: Int)]] = []
    /// Out-of-fold probability of each company to be a party, of each pair to have an agreement.
    private(set) var isParty: [[Float]] = []
    private(set) var pairProbabilities: [[Float]] = []

    static func companyOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 15)
        (options.bias, options.l2, options.epochs) = (0, 3e-4, 12)
        return options
    }

    static func pairOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 16)
        (options.bias, options.l2, options.epochs) = (-1, 3e-4, 10)
        return options
    }

    static func treeOptions() -> BoostedTrees.Options {
        var options = BoostedTrees.Options()
        (options.trees, options.leaves, options.rate, options.minimumRows, options.l2) = (150, 10, 0.05, 15, 3)
        return options
    }

    init(_ articles: [DealArticle]) {
        self.articles = articles
        for article in articles {
            let features = PartyFeatures(deal: article.deal)
            let parties = Set(article.agreements.flatMap(\.parties))
            for company in article.deal.companies.indices {
                companyRows.add(features.row(company))
                isPartyLabel.append(parties.contains(company))
            }
            companyFirst.append(isPartyLabel.count)
        }
        let companyFold = articles.flatMap { article in article.deal.companies.map { _ in article.fold } }
        let flat = CrossValidation.probabilities(companyRows, labels: isPartyLabel, folds: companyFold, options: Self.companyOptions())
        isParty = articles.indices.map { Array(flat[companyFirst[$0]..<companyFirst[$0 + 1]]) }
        for (index, article) in articles.enumerated() { addPairs(article, isParty[index]) }
        learnPairs()
    }

    private mutating func addPairs(_ article: DealArticle, _ isParty: [Float]) {
        let focus = ClauseFocus(article.deal, article.clauses)
        let features = PairFeatures(article.deal, article.clauses, focus: focus, isParty: isParty)
        let count = article.deal.companies.count
        var list: [(a: Int, b: Int)] = []
        for a in 0..<count {
            for b in a + 1..<max(count, a + 1) {
                let meetings = features.meetings(a, b)
                dense += features.dense(a, b, meetings)
                dense.append(0)
                pairRows.add(features.sparse(a, b, meetings))
                pairLabel.append(article.agreements.contains { $0.parties.contains(a) && $0.parties.contains(b) })
                list.append((a, b))
            }
        }
        pairs.append(list)
        pairFirst.append(pairLabel.count)
    }

    private mutating func learnPairs() {
        let folds = zip(articles, pairs).flatMap { article, list in list.map { _ in article.fold } }
        let sparse = CrossValidation.probabilities(pairRows, labels: pairLabel, folds: folds, options: Self.pairOptions())
        let columns = PairFeatures.denseCount
        for row in sparse.indices { dense[row * columns + columns - 1] = sparse[row] }
        let flat = CrossValidation.probabilities(dense, columns: columns, labels: pairLabel, folds: folds, options: Self.treeOptions())
        pairProbabilities = articles.indices.map { Array(flat[pairFirst[$0]..<pairFirst[$0 + 1]]) }
        print(PairScore.auc(isParty.flatMap { $0 }, isPartyLabel), PairScore.auc(sparse, pairLabel), PairScore.auc(flat, pairLabel))
    }

    func sets(_ index: Int, _ decoder: PartyDecoder) -> [PartyDecoder.PartySet] {
        let list = zip(pairs[index], pairProbabilities[index]).map { (a: $0.a, b: $0.b, probability: $1) }
        return decoder.sets(list, companies: articles[index].deal.companies.count)
    }
}
