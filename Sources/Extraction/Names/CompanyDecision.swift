package import Model

/// Decides which clusters of names are companies.
package struct CompanyDecision: Sendable {
    /// Clusters less probable than this are none. By cross-validation F1 is the same from 0.45 to 0.6; an invented
    /// company does more harm than a missed one.
    private static let threshold: Float = 0.5

    private let lexicon: Lexicon
    private let words: LinearModel
    private let trees: TreeEnsemble

    package init(lexicon: Lexicon, words: LinearModel, trees: TreeEnsemble) {
        self.lexicon = lexicon
        self.words = words
        self.trees = trees
    }

    /// The clusters that are companies, by first mention, with the products that are theirs.
    package func companies(_ clusters: [NameCluster], tokens: NameTokens) -> [Extraction.Company] {
        var chosen: [NameCluster] = []
        var companies: [Extraction.Company] = []
        var products: [NameCluster] = []
        let abbreviation = SpelledOutAbbreviation(tokens)
        let neighbours = NameNeighbours(clusters, tokens: tokens)
        for (index, cluster) in clusters.enumerated() where !abbreviation.holds(for: cluster) {
            let confidence = confidence(cluster, at: index, among: neighbours, tokens)
            if confidence > Self.threshold {
                let (name, aliases) = cluster.names(tokens)
                chosen.append(cluster)
                companies.append(
                    Extraction.Company(
                        name: name, aliases: aliases, mentions: cluster.spans.map { tokens.text.range($0.tokens) },
                        confidence: Double(confidence)))
            } else if cluster.spans.contains(where: { $0.pass == 0 && $0.isProduct }) {
                products.append(cluster)
            }
        }
        let owners = ProductOwners(tokens)
        for product in products {
            let maker = KnownProducts.shared.maker(of: product, among: chosen)
            guard let owner = maker ?? owners.owner(of: product, among: chosen) else { continue }
            companies[owner].products.append(product.names(tokens).name)
        }
        return companies
    }

    /// The mean of what the words and what the trees say.
    package func confidence(
        _ cluster: NameCluster, at index: Int, among neighbours: NameNeighbours, _ tokens: NameTokens
    ) -> Float {
        let features = CompanyFeatures(cluster, at: index, among: neighbours, tokens: tokens, lexicon: lexicon)
        let linear = words.value(features.sparse)
        let grown = trees.values(features.dense).first ?? 0
        return (probability(logOdds: linear) + probability(logOdds: grown)) / 2
    }
}
