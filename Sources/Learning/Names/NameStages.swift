internal import Extraction
internal import Model

/// Candidates of an article, as the labels gave them.
struct ArticleCandidates {
    let article: PreparedArticle
    let candidates: [NameCandidate]
}

/// Trains the model that says which candidates name the same company.
struct LinkTrainer {
    let lexicon: Lexicon

    func train(_ articles: [ArticleCandidates]) -> [UInt8] {
        var rows = SparseRows()
        var labels: [[Int]] = []
        var importance: [Float] = []
        for entry in articles {
            let linker = NameLinker(entry.article.tokens, entry.candidates, lexicon: lexicon)
            for pair in linker.pairs {
                let short = entry.article.gold.companies[entry.candidates[pair.short].key]
                let long = entry.article.gold.companies[entry.candidates[pair.long].key]
                // Of two that are both no companies nothing is known.
                if short == nil, long == nil { continue }
                rows.add(linker.features(pair))
                labels.append(short == long ? [0] : [])
                importance.append(short == nil || long == nil ? 0.3 : 1)
            }
        }
        var options = SparseLogistic.Options(bits: 14)
        options.epochs = 20
        options.rate = 0.1
        options.bias = 0
        return SparseLogistic(rows: rows, labels: labels, outputs: 1, options: options, importance: importance)
            .encoded()
    }
}

/// Trains the two models whose mean decides which clusters are companies.
struct DecisionTrainer {
    let lexicon: Lexicon

    func train(_ articles: [(article: PreparedArticle, clusters: [NameCluster])]) -> (words: [UInt8], trees: [UInt8]) {
        var rows = SparseRows()
        var dense: [Float] = []
        var labels: [Bool] = []
        for (article, clusters) in articles {
            let neighbours = NameNeighbours(clusters, tokens: article.tokens)
            for (index, cluster) in clusters.enumerated() {
                let features = CompanyFeatures(
                    cluster, at: index, among: neighbours, tokens: article.tokens, lexicon: lexicon)
                rows.add(features.sparse)
                dense += features.dense
                labels.append(cluster.candidates.contains { article.gold.companies[$0.key] != nil })
            }
        }
        var options = SparseLogistic.Options(bits: 16)
        options.epochs = 15
        options.rate = 0.1
        options.l2 = 1e-3
        options.bias = 0
        let words = SparseLogistic(rows: rows, labels: labels.map { $0 ? [0] : [] }, outputs: 1, options: options)
        var grown = BoostedTrees.Options()
        grown.trees = 100
        grown.rate = 0.09
        grown.minimumRows = 15
        grown.l2 = 1
        let trees = BoostedTrees(rows: dense, columns: CompanyFeatures.columns, labels: labels, options: grown)
        return (words.encoded(), trees.encoded())
    }
}

extension SparseRows {
    mutating func add(_ features: SparseFeatures) {
        for (hash, value) in zip(features.hashes, features.values) { add(CollectionOfOne(hash), value: value) }
        endRow()
    }
}
