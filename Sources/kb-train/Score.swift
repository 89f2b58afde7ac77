import ArgumentParser
import Extraction
import Learning

/// Measures the extractor on annotated articles.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score the extractor on a folder of annotated articles.")

    @Argument(help: "The folder with NAME.txt and NAME.json files.")
    var folder: String

    @Option(help: "How many of the worst articles are shown.")
    var worst = 5

    @Option(help: "How many mistakes of an article are shown.")
    var mistakes = 8

    @Flag(help: "Only the scores, without the tables.")
    var brief = false

    func run() throws {
        let extractor = Extractor()
        let scores = try AnnotatedArticle.all(in: folder).map { annotated in
            Scorer.score(extractor.extract(annotated.article), of: annotated)
        }
        let report = ScoreReport(scores)
        print(report.summary)
        guard !brief else { return }
        print("\n\(report.confusion)\n\nThe worst articles\n\(report.worst(worst, mistakes: mistakes))")
    }
}
