package import Model

/// Decides which clusters of names are companies.
package struct CompanyDecision: Sendable {
    /// Clusters less probable than this are none: chosen by cross-validation.
    private static let threshold: Float = 0.45

    private let lexicon: Lexicon
    private let words: LinearModel
    private let trees: TreeEnsemble

    package init(lexicon: Lexicon, words: LinearModel, trees: TreeEnsemble) {
        self.lexicon = lexicon
        self.words = words
        self.trees = trees
    }

    /// The clusters that are companies, by first mention.
    package func companies(_ clusters: [NameCluster], tokens: NameTokens) -> [Extraction.Company] {
        clusters.compactMap { cluster in
            let confidence = confidence(cluster, tokens)
            guard confidence > Self.threshold else { return nil }
            return Extraction.Company(
                name: cluster.name, aliases: cluster.aliases, products: [],
                mentions: cluster.spans.map { tokens.text.range($0.tokens) }, confidence: Double(confidence))
        }
    }

    /// The mean of what the words and what the trees say.
    package func confidence(_ cluster: NameCluster, _ tokens: NameTokens) -> Float {
        let features = CompanyFeatures(cluster, tokens: tokens, lexicon: lexicon)
        let linear = words.value(features.sparse)
        let grown = features.dense.withUnsafeBufferPointer { row in row.baseAddress.map { trees.value($0) } ?? 0 }
        return (probability(logOdds: linear) + probability(logOdds: grown)) / 2
    }
}
