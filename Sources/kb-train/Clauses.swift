import ArgumentParser
import Extraction
import Foundation
import Learning

/// Learns where clauses are and of which type.
struct Clauses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses", abstract: "Train the models that find clauses.")

    @Option(help: "A folder with annotated articles; may be given several times.")
    var training = ["data/training"]

    @Option(help: "How many parts to cut the articles into, each held out once.")
    var folds = 5

    @Option(help: "Write the clauses found by models that have not seen the article, as a table.")
    var outOfFold: String?

    @Option(help: "Where to write the models.")
    var models: String?

    func run() throws {
        var articles: [AnnotatedArticle] = []
        for folder in training { articles += try AnnotatedArticle.all(in: folder) }
        let clock = ContinuousClock()
        let start = clock.now
        func say(_ text: String) { print("\(text)  (\(start.duration(to: clock.now)))") }
        let examples = ClauseExamples(articles)
        say(
            "\(articles.count) articles, \(examples.types.count) candidates, \(examples.examples.reduce(0) { $0 + $1.clauses.count }) clauses"
        )
        var options = ClauseTrainer.Options()
        options.folds = folds
        let trainer = ClauseTrainer(examples, options: options)
        let result = trainer.crossValidate()
        let evaluation = ClauseEvaluation(examples, result)
        let threshold = evaluation.bestThreshold()
        say("threshold \(threshold): \(evaluation.figures(threshold))")
        for prefix in ["wire-", "cable-", "tech-", "legal-"] {
            say("  \(prefix): \(evaluation.figures(threshold, prefix: prefix))")
        }
        print("  found  confidence  right")
        for tenth in evaluation.reliability(threshold) {
            print(
                String(format: "%7d", tenth.found), String(format: "%11.2f", tenth.confidence),
                String(format: "%6.2f", tenth.right))
        }
        if let outOfFold { try evaluation.write(threshold, to: outOfFold) }
        guard let models else { return }
        let learned = trainer.train(result)
        for (name, bytes) in [
            ("clause-spans", learned.span.encoded()), ("clause-types", learned.type.encoded()),
            ("clause-review", learned.review.encoded()), ("clause-fit", learned.fit.encoded()),
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: models).appendingPathComponent("\(name).bin"))
            say("\(name): \(bytes.count) bytes")
        }
    }
}
