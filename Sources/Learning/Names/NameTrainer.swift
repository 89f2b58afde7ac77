internal import Extraction
public import Model

/// Trains everything that finds companies from annotated articles.
///
/// The linker and the decision learn from candidates that the labels gave on articles that they had not seen:
/// the articles are dealt into folds, and each fold is labelled by a field trained on the others.
public struct NameTrainer {
    public var folds = 5
    private let lexicon: Lexicon
    /// The annotated articles, and after them variants of some.
    private let articles: [PreparedArticle]
    /// The annotated article that each of `articles` is or was made from.
    private let originals: [Int]
    private let annotatedCount: Int

    /// What training gives.
    public struct Result: Sendable {
        /// The bytes of the model files, by their names under `data/models`.
        public var models: [String: [UInt8]] = [:]
        /// For each article, the companies found by models that had not seen it.
        public var outOfFold: [[Extraction.Company]] = []
    }

    /// - Parameter namesakes: ordinary words that companies are called by; products take these names in variants.
    /// - Throws: `NameTrainingError.noLexicon` where the embedded tables are missing.
    public init(_ annotated: [AnnotatedArticle], namesakes: [String] = []) throws {
        guard let lexicon = Lexicon() else { throw NameTrainingError.noLexicon }
        self.lexicon = lexicon
        let namesake = NamesakeVariant(namesakes: namesakes)
        let variants = annotated.indices.flatMap { index in
            [HeadingVariant.of(annotated[index]), namesake.of(annotated[index])].compactMap(\.self).map { (index, $0) }
        }
        articles = (annotated + variants.map(\.1)).map { PreparedArticle($0, lexicon: lexicon) }
        originals = Array(annotated.indices) + variants.map(\.0)
        annotatedCount = annotated.count
    }

    /// Trains all models.
    /// - Parameter log: is told what begins.
    public func train(log: (String) -> Void = { _ in }) -> Result {
        // A variant is held out together with its article.
        let assignment = FoldAssignment(names: articles[..<annotatedCount].map(\.name), folds: folds)
            .extended(by: originals[annotatedCount...])
        let candidates = outOfFoldCandidates(assignment, log: log)
        log("links")
        let clusters = outOfFoldClusters(assignment, candidates)
        log("decisions")
        var result = Result()
        result.outOfFold = Array(outOfFoldCompanies(assignment, clusters)[..<annotatedCount])
        let decision = DecisionTrainer(lexicon: lexicon).train(clusters.map { ($0.article, $0.clusters) })
        result.models[NameFinder.ModelFile.links.rawValue] = LinkTrainer(lexicon: lexicon).train(candidates)
        result.models[NameFinder.ModelFile.words.rawValue] = decision.words
        result.models[NameFinder.ModelFile.trees.rawValue] = decision.trees
        log("labels of all articles")
        let (labels, lowerCase) = trainLabels(articles)
        result.models[NameFinder.ModelFile.labels.rawValue] = labels
        result.models[NameFinder.ModelFile.lowerCase.rawValue] = lowerCase.encoded()
        return result
    }

    private func trainLabels(_ articles: [PreparedArticle]) -> ([UInt8], LowerCaseCounts) {
        var lowerCase = LowerCaseCounts()
        for article in articles { lowerCase.add(article.tokens.text) }
        return (LabelTrainer().train(articles, lowerCase), lowerCase)
    }

    private func outOfFoldCandidates(_ assignment: FoldAssignment, log: (String) -> Void) -> [ArticleCandidates] {
        var all = articles.map { ArticleCandidates(article: $0, candidates: []) }
        for fold in 0..<folds {
            log("labels without fold \(fold + 1)")
            let (bytes, lowerCase) = trainLabels(assignment.outside(fold).map { articles[$0] })
            HeldBytes.lend(bytes) { buffer in
                guard let labels = LabelModel(buffer) else { return }
                for index in assignment.inside(fold) {
                    let tokens = articles[index].tokens
                    let classes = lowerCase.classes(tokens.text, isOwn: false)
                    all[index] = ArticleCandidates(
                        article: articles[index],
                        candidates: NameFinder.candidates(tokens, lowerClasses: classes, labels: labels))
                }
            }
        }
        return all
    }

    private struct ArticleClusters {
        var article: PreparedArticle
        var clusters: [NameCluster]
    }

    private func outOfFoldClusters(_ assignment: FoldAssignment, _ candidates: [ArticleCandidates]) -> [ArticleClusters]
    {
        var all = articles.map { ArticleClusters(article: $0, clusters: []) }
        for fold in 0..<folds {
            let links = LinkTrainer(lexicon: lexicon).train(assignment.outside(fold).map { candidates[$0] })
            HeldBytes.lend(links) { buffer in
                guard let model = LinearModel(buffer) else { return }
                for index in assignment.inside(fold) { all[index].clusters = clusters(of: candidates[index], model) }
            }
        }
        return all
    }

    private func clusters(of entry: ArticleCandidates, _ model: LinearModel) -> [NameCluster] {
        let tokens = entry.article.tokens
        return NameLinker(tokens, entry.candidates, lexicon: lexicon).clusters(model).map { members in
            NameCluster(members.map { entry.candidates[$0] }, tokens: tokens)
        }
    }

    private func outOfFoldCompanies(
        _ assignment: FoldAssignment, _ clusters: [ArticleClusters]
    ) -> [[Extraction.Company]] {
        var all = [[Extraction.Company]](repeating: [], count: articles.count)
        for fold in 0..<folds {
            let training = assignment.outside(fold).map { (clusters[$0].article, clusters[$0].clusters) }
            let (words, trees) = DecisionTrainer(lexicon: lexicon).train(training)
            HeldBytes.lend(words) { words in
                HeldBytes.lend(trees) { trees in
                    guard let linear = LinearModel(words), let ensemble = TreeEnsemble(trees) else { return }
                    let decision = CompanyDecision(lexicon: lexicon, words: linear, trees: ensemble)
                    for index in assignment.inside(fold) {
                        all[index] = decision.companies(clusters[index].clusters, tokens: articles[index].tokens)
                    }
                }
            }
        }
        return all
    }
}

public enum NameTrainingError: Error {
    /// The tables of names are not embedded: `kb-train tables` builds them.
    case noLexicon
}
