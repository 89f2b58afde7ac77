internal import Extraction
internal import Model

/// Trains the models of agreements and roles and says how well they do on articles that they have not seen.
public struct DealTraining {
    private let articles: [DealArticle]

    /// - Parameter folders: with annotated articles.
    /// - Throws: where a folder or a file of it cannot be read.
    public init(folders: [String]) throws {
        let lexicon = DealLexicon()
        let terms = DealTerms(kinds: ModelTerms.kinds)
        let annotated = try folders.flatMap { try AnnotatedArticle.all(in: $0) }
        articles = annotated.enumerated().map { DealArticle($1, index: $0, lexicon: lexicon, terms: terms) }
    }

    public func crossValidate() {
        print("\(articles.count) articles, \(articles.reduce(0) { $0 + $1.agreements.count }) agreements")
        _ = RoleTrainer(articles)
        _ = AgreementTrainer(articles, kinds: ModelTerms.kinds.count, statuses: 7)
        let trainer = PartyTrainer(articles)
        for threshold: Float in [0.3, 0.4, 0.5] {
            for merge: Float in [0.45, 0.6, 1] {
                var decoder = PartyDecoder()
                (decoder.threshold, decoder.lowest, decoder.merge) = (threshold, threshold - 0.12, merge)
                var score = PairScore()
                for (index, article) in articles.enumerated() {
                    let sets = trainer.sets(index, decoder)
                    score.found += sets.count
                    score.wanted += article.agreements.count
                    var rest = sets.map { Set($0.parties) }
                    for agreement in article.agreements {
                        if let place = rest.firstIndex(of: Set(agreement.parties)) {
                            rest.remove(at: place)
                            score.right += 1
                        }
                    }
                }
                print(threshold, merge, score.line)
            }
        }
    }
}
