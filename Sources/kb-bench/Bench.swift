internal import ArgumentParser

/// Measures kb beside what C and SQLite alone need for the same text. A tool of the project, never installed.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb-bench",
        abstract: "Measure kb.",
        subcommands: [RunCommand.self, CorpusCommand.self, StagesCommand.self],
        defaultSubcommand: RunCommand.self)
}
