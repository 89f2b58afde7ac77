import ArgumentParser
import Learning

/// Turns the annotated articles of `data/training` into the weights under `data/models`.
@main
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb-train", abstract: "Train the extractor's models from annotated articles.",
        subcommands: [Score.self])

    @Option(help: "The folder with the annotated articles.")
    var training = "data/training"

    func run() throws {
        print("\(try AnnotatedArticle.all(in: training).count) articles")
    }
}
