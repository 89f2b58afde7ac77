public import Foundation
internal import Extraction
internal import Model

/// Trains the models of agreements and roles and says how well they do on articles that they have not seen.
public struct DealTraining {
    private let annotated: [AnnotatedArticle]
    private let lexicon = DealLexicon()
    /// With the companies and clauses of the answers, and with those that were found, where they are given.
    private let gold: [DealArticle]
    private let found: [DealArticle]
    /// For each fold the models that have not seen it, and what the second pass over roles learns from: what
    /// they find.
    private let foldModels: [[DealModels.File: [UInt8]]]
    private let review: RoleReview

    /// - Parameters:
    ///   - folders: with annotated articles.
    ///   - names: companies found in them, a folder; nil to learn from those of the answers only.
    ///   - clauses: clauses found in them, a table.
    /// - Throws: where a folder or a file of it cannot be read.
    public init(folders: [String], names: String?, clauses: String?) throws {
        let lexicon = lexicon
        annotated = try folders.flatMap { try AnnotatedArticle.all(in: $0) }
        let folds = FoldAssignment(names: annotated.map(\.name), folds: DealArticle.folds).folds
        gold = zip(annotated, folds).map { DealArticle($0, fold: $1, lexicon: lexicon) }
        found = try Self.found(annotated, folds, names: names, clauses: clauses, lexicon)
        let (gold, found) = (gold, found)
        foldModels = concurrently(DealArticle.folds) { fold in
            DealTrainer((gold + found).filter { $0.fold != fold }.weighted).models
        }
        var review = RoleReview()
        for (fold, models) in foldModels.enumerated() {
            HeldModels(models).withModels { models in
                for article in found.isEmpty ? gold : found where article.fold == fold { review.add(article, models) }
            }
        }
        self.review = review
    }

    private static func found(
        _ annotated: [AnnotatedArticle], _ folds: [Int], names: String?, clauses: String?, _ lexicon: DealLexicon
    ) throws -> [DealArticle] {
        guard let names, let clauses else { return [] }
        let inputs = try FoundInputs(names: names, clauses: clauses)
        return try zip(annotated, folds).compactMap { annotated, fold in
            try inputs.companies(of: annotated.name).map { companies in
                DealArticle(
                    annotated, fold: fold, TokenizedText(annotated.article), companies,
                    inputs.clauses(of: annotated.name), lexicon)
            }
        }
    }

    /// Prints the scores of models that have not seen the articles that they are scored on.
    public func crossValidate() {
        let places = Dictionary(uniqueKeysWithValues: annotated.indices.map { (annotated[$0].name, $0) })
        var goldScores: [ArticleScore] = [], foundScores: [ArticleScore] = []
        for fold in 0..<DealArticle.folds {
            var models = foldModels[fold]
            models[.roles] = review.trees(without: fold)
            HeldModels(models).withFinder { finder in
                for index in annotated.indices where gold[index].fold == fold {
                    goldScores.append(Self.score(annotated[index], gold[index], finder))
                }
                for article in found where article.fold == fold {
                    if let index = places[article.name] {
                        foundScores.append(Self.score(annotated[index], article, finder))
                    }
                }
            }
        }
        print("With the companies and clauses of the answers, \(ScoreReport(goldScores).summary)")
        if !found.isEmpty { print("\nWith those found, \(ScoreReport(foundScores).summary)") }
        let counted = Set(annotated.filter { $0.weight.agreements > 2 }.map(\.name))
        let those = (found.isEmpty ? goldScores : foundScores).filter { counted.contains($0.name) }
        if !those.isEmpty { print("\nOf those that count thrice, \(ScoreReport(those).summary)") }
        print("\nMistaken agreements of the last fold")
        for score in (found.isEmpty ? goldScores : foundScores).suffix(20) {
            for mistake in score.mistakes where mistake.dropFirst(2).hasPrefix("agreement") {
                print("  \(score.name): \(mistake)")
            }
        }
    }

    private static func score(_ annotated: AnnotatedArticle, _ article: DealArticle, _ finder: DealFinder)
        -> ArticleScore
    {
        let found = finder.find(article.deal.text, companies: article.deal.companies, clauses: article.clauses)
        let extraction = Extraction(
            companies: article.deal.companies, agreements: found.agreements, clauses: found.clauses)
        return Scorer.score(extraction, of: annotated)
    }

    /// Trains on all articles; scores on those of `folders` with the companies and clauses of their answers.
    public func train(writeTo models: URL?, scoreOn folders: [String]) throws {
        var trained = DealTrainer((gold + found).weighted).models
        trained[.roles] = review.trees(without: nil)
        if let models {
            for (file, bytes) in trained.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                try Data(bytes).write(to: models.appendingPathComponent(file.rawValue))
                print("\(file.rawValue): \(bytes.count) bytes")
            }
        }
        try HeldModels(trained).withFinder { finder in
            for folder in folders {
                let scores = try AnnotatedArticle.all(in: folder).map {
                    Self.score($0, DealArticle($0, fold: 0, lexicon: lexicon), finder)
                }
                print("\n\(folder)\nWith the companies and clauses of the answers, \(ScoreReport(scores).summary)")
            }
        }
    }
}

extension [DealArticle] {
    /// Each as often as it counts.
    fileprivate var weighted: [DealArticle] { flatMap { repeatElement($0, count: $0.weight) } }
}

/// Models that have just been trained, and the finder that reads them in place.
struct HeldModels {
    private let held: [DealModels.File: HeldBytes]

    init(_ models: [DealModels.File: [UInt8]]) { held = models.mapValues { HeldBytes($0) } }

    /// Calls `body` with the models, which must not outlive the call.
    func withModels(_ body: (DealModels) throws -> Void) rethrows {
        try withExtendedLifetime(held) {
            if let models = DealModels({ held[$0]?.buffer }) { try body(models) }
        }
    }

    /// Calls `body` with a finder, which must not outlive the call.
    func withFinder(_ body: (DealFinder) throws -> Void) rethrows {
        try withModels { try body(DealFinder(models: $0)) }
    }
}
