import ArgumentParser
import Glibc

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: Format = .table

    @OptionGroup var color: ColorOptions

    /// Prints `listing` on standard output.
    func print(_ listing: Listing) throws {
        try listing.write(to: Output.standard(), as: format, for: color.standardOutput)
    }
}

/// Whether colours are used.
struct ColorOptions: ParsableArguments {
    @Option(name: .customLong("color"), help: "auto (on a terminal, unless NO_COLOR is set), always or never.")
    var choice: ColorChoice = .auto

    var standardOutput: Terminal { Terminal(STDOUT_FILENO, color: choice) }
    var standardError: Terminal { Terminal(STDERR_FILENO, color: choice) }
}
