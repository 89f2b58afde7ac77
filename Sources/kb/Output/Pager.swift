/// Shows a long answer page by page on a terminal.
enum Pager {
    /// Runs `body` with an output that a pager shows: `$PAGER`, else `less`, which ends by itself where the
    /// answer fits the screen. Without a terminal or a pager, with standard output.
    static func show(on terminal: Terminal, isWanted: Bool, _ body: (Output) throws -> Void) throws {
        guard isWanted, terminal.isTerminal, let command, let process = Subprocess(shell: command) else {
            let out = Output.standard()
            try body(out)
            return try out.flush()
        }
        let out = Output(process.input)
        defer { process.finish() }
        try body(out)
        try out.flush()
    }

    private static var command: String? {
        if let pager = Environment["PAGER"] { return pager.isEmpty || pager == "cat" ? nil : pager }
        guard Subprocess.isInstalled("less") else { return nil }
        return Environment["LESS"] == nil ? "LESS=FRX less" : "less"
    }
}
