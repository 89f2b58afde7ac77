/// How far a long command has got, on a terminal's last line.
final class ProgressBar {
    private let terminal: Terminal
    private let out: Output
    private let total: Int
    private var isShown = false

    /// Shows nothing where `terminal` is none, or there is little to do.
    init(total: Int, out: Output, terminal: Terminal) {
        self.total = total
        self.out = out
        self.terminal = terminal
    }

    func show(_ done: Int) throws(OutputError) {
        guard terminal.isTerminal, total > 64 else { return }
        let count = " \(done)/\(total)"
        let room = max(10, (terminal.width ?? 80) - count.count - 3)
        let filled = room * done / max(1, total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        try out.write("\r\(bar)\(count)")
        try out.flush()
        isShown = true
    }

    /// Takes the bar away, so that lines can be printed in its place.
    func clear() throws(OutputError) {
        guard isShown else { return }
        try out.write("\r\u{1B}[K")
        try out.flush()
        isShown = false
    }
}
