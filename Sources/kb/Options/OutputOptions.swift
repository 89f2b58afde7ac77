import ArgumentParser
import Glibc

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Option(help: "table, json, jsonl, csv, tsv, markdown or html.")
    var format: Format = .table

    @Flag(help: "Do not show a long answer page by page.")
    var noPager = false

    @OptionGroup var color: ColorOptions

    var printing: Printing { Printing(format: format, isPaged: !noPager, color: color.choice) }

    /// Prints `listing` on standard output.
    func print(_ listing: Listing) throws { try printing.print(listing) }

    /// Prints `sheet` on standard output.
    func print(_ sheet: Sheet) throws { try printing.print(sheet) }
}

/// Whether colours are used.
struct ColorOptions: ParsableArguments {
    @Option(name: .customLong("color"), help: "auto (on a terminal, unless NO_COLOR is set), always or never.")
    var choice: ColorChoice = .auto

    var standardOutput: Terminal { Terminal(STDOUT_FILENO, color: choice) }
    var standardError: Terminal { Terminal(STDERR_FILENO, color: choice) }
}
