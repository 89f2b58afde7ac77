import ArgumentParser

/// Turns the tables and the annotated articles of `data/` into the weights under `data/models`.
@main
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb-train", abstract: "Train the extractor's models from annotated articles.",
        subcommands: [Deals.self, Tables.self, Names.self, Clauses.self, Score.self])
}
