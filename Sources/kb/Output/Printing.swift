import Glibc

/// How an answer is printed.
struct Printing: Equatable, Sendable {
    var format: Format = .table
    /// Whether a long answer is shown page by page on a terminal.
    var isPaged = true
    var color: ColorChoice = .auto

    /// Prints `listing` on standard output.
    func print(_ listing: Listing) throws {
        try show { try listing.write(to: $0, as: format, for: $1) }
    }

    /// Prints `sheet` on standard output.
    func print(_ sheet: Sheet) throws {
        try show { try sheet.write(to: $0, as: format, for: $1) }
    }

    /// Prints a list, and says on standard error where it is empty.
    /// - Throws: silently, with the exit code for that, where `isFailure`.
    func print(_ listing: Listing, nothing: String, isFailure: Bool) throws {
        try print(listing)
        guard listing.isEmpty else { return }
        try note(nothing)
        if isFailure { throw Failure.silent(.negative) }
    }

    /// Says `text` on standard error.
    func note(_ text: String) throws {
        let out = Output(STDERR_FILENO)
        try out.line("kb: \(Terminal(STDERR_FILENO, color: color).safe(text))")
        try out.flush()
    }

    private func show(_ body: (Output, Terminal) throws -> Void) throws {
        let terminal = Terminal(STDOUT_FILENO, color: color)
        try Pager.show(on: terminal, isWanted: isPaged) { try body($0, terminal) }
    }
}
