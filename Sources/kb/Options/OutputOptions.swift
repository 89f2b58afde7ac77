import ArgumentParser
import Glibc

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Option(help: "table, json, jsonl, csv, tsv, markdown or html.")
    var format: Format = .table

    @Flag(help: "Do not show a long answer page by page.")
    var noPager = false

    @OptionGroup var color: ColorOptions

    /// Prints `listing` on standard output.
    func print(_ listing: Listing) throws {
        try show { try listing.write(to: $0, as: format, for: $1) }
    }

    /// Prints `sheet` on standard output.
    func print(_ sheet: Sheet) throws {
        try show { try sheet.write(to: $0, as: format, for: $1) }
    }

    private func show(_ body: (Output, Terminal) throws -> Void) throws {
        let terminal = color.standardOutput
        try Pager.show(on: terminal, isWanted: !noPager) { try body($0, terminal) }
    }
}

/// Whether colours are used.
struct ColorOptions: ParsableArguments {
    @Option(name: .customLong("color"), help: "auto (on a terminal, unless NO_COLOR is set), always or never.")
    var choice: ColorChoice = .auto

    var standardOutput: Terminal { Terminal(STDOUT_FILENO, color: choice) }
    var standardError: Terminal { Terminal(STDERR_FILENO, color: choice) }
}
