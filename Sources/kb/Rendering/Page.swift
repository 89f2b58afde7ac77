/// A page about one thing: a title, fields under each other, and sections.
struct Page {
    let terminal: Terminal
    private(set) var text = ""

    private static let labelWidth = 12

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    mutating func title(_ title: String, _ note: String) {
        let line = StyledText(title, .bold) + StyledText("  \(note)", .dim)
        text += line.rendered(for: terminal) + "\n"
    }

    mutating func field(_ label: String, _ value: String?) {
        if let value { field(label, StyledText(value)) }
    }

    /// A label and its value, wrapped beside it; nothing where there is no value.
    mutating func field(_ label: String, _ value: StyledText) {
        guard !value.isEmpty else { return }
        let width = terminal.width.map { max(20, $0 - Self.labelWidth - 2) }
        let lines = width.map { value.wrapped(to: $0) } ?? [value]
        for index in lines.indices {
            let start = (index == 0 ? label : "").padding(to: Self.labelWidth)
            text += terminal.paint(start, .dim) + lines[index].rendered(for: terminal) + "\n"
        }
    }

    mutating func section(_ heading: String, _ table: Table) {
        if !table.rows.isEmpty { section(heading, table.rendered(for: terminal)) }
    }

    /// - Parameter body: ready to be printed.
    mutating func section(_ heading: String, _ body: String) {
        text += "\n\(terminal.paint(heading, .heading))\n\(body)"
        if !body.hasSuffix("\n") { text += "\n" }
    }
}
