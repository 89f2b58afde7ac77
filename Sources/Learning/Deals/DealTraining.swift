public import Foundation
internal import Extraction
internal import Model

/// Trains the models of agreements and roles and says how well they do on articles that they have not seen.
public struct DealTraining {
    private let annotated: [AnnotatedArticle]
    /// With the companies and clauses of the answers.
    private let gold: [DealArticle]

    /// - Parameter folders: with annotated articles.
    /// - Throws: where a folder or a file of it cannot be read.
    public init(folders: [String]) throws {
        let lexicon = DealLexicon()
        annotated = try folders.flatMap { try AnnotatedArticle.all(in: $0) }
        let folds = FoldAssignment(names: annotated.map(\.name), folds: DealArticle.folds).folds
        gold = zip(annotated, folds).map { DealArticle($0, fold: $1, lexicon: lexicon) }
    }

    /// Prints the scores of models that have not seen the articles that they are scored on.
    public func crossValidate() {
        var scores: [ArticleScore] = []
        for fold in 0..<DealArticle.folds {
            HeldModels(DealTrainer(gold.filter { $0.fold != fold }).models).withFinder { finder in
                for index in annotated.indices where gold[index].fold == fold { scores.append(score(index, gold[index], finder)) }
            }
        }
        print(ScoreReport(scores).summary)
    }

    private func score(_ index: Int, _ article: DealArticle, _ finder: DealFinder) -> ArticleScore {
        let found = finder.find(article.deal.text, companies: article.deal.companies, clauses: article.clauses)
        let extraction = Extraction(companies: article.deal.companies, agreements: found.agreements, clauses: found.clauses)
        return Scorer.score(extraction, of: annotated[index])
    }

    /// Trains on all articles; scores on those of `folder` with the companies and clauses of their answers.
    public func train(writeTo models: URL?, scoreOn folders: [String]) throws {
        let trained = DealTrainer(gold).models
        if let models {
            for (file, bytes) in trained.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                try Data(bytes).write(to: models.appendingPathComponent(file.rawValue))
                print("\(file.rawValue): \(bytes.count) bytes")
            }
        }
        try HeldModels(trained).withFinder { finder in
            for folder in folders { try score(folder, finder) }
        }
    }

    private func score(_ folder: String, _ finder: DealFinder) throws {
        let lexicon = DealLexicon()
            let test = try AnnotatedArticle.all(in: folder)
            let scores = test.map { annotated in
                let article = DealArticle(annotated, fold: 0, lexicon: lexicon)
                let found = finder.find(article.deal.text, companies: article.deal.companies, clauses: article.clauses)
                let extraction = Extraction(companies: article.deal.companies, agreements: found.agreements, clauses: found.clauses)
                return Scorer.score(extraction, of: annotated)
            }
            print("\n\(folder)\n\(ScoreReport(scores).summary)")
    }
}

/// Models that have just been trained, and the finder that reads them in place.
struct HeldModels {
    private let held: [DealModels.File: HeldBytes]

    init(_ models: [DealModels.File: [UInt8]]) { held = models.mapValues { HeldBytes($0) } }

    /// Calls `body` with a finder, which must not outlive the call.
    func withFinder(_ body: (DealFinder) throws -> Void) rethrows {
        try withExtendedLifetime(held) {
            if let models = DealModels({ held[$0]?.buffer }) { try body(DealFinder(models: models)) }
        }
    }
}
