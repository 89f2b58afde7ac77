import Model

/// A page about one thing: a title, fields under each other, and sections.
struct Page {
    enum Content {
        case table(Table)
        case clauses([ClauseRecord])
        case text(MarkedText)
    }

    let title: String
    /// What it is, and its id: `company 3`.
    let note: String
    private(set) var fields: [(label: String, value: StyledText)] = []
    private(set) var sections: [(heading: String, content: Content)] = []

    private static let labelWidth = 12

    init(_ title: String, _ note: String) {
        self.title = title
        self.note = note
    }

    mutating func field(_ label: String, _ value: String?) {
        if let value { field(label, StyledText(value)) }
    }

    /// A label and its value; nothing where there is no value.
    mutating func field(_ label: String, _ value: StyledText) {
        if !value.isEmpty { fields.append((label, value)) }
    }

    /// A part of the page with a heading; nothing where it is empty.
    mutating func section(_ heading: String, _ content: Content) {
        switch content {
        case .table(let table) where table.rows.isEmpty: break
        case .clauses(let clauses) where clauses.isEmpty: break
        default: sections.append((heading, content))
        }
    }

    func rendered(for terminal: Terminal) -> String {
        var text = title.isEmpty ? "" : heading.rendered(for: terminal) + "\n"
        for (label, value) in fields {
            let width = terminal.width.map { max(20, $0 - Self.labelWidth - 2) }
            let lines = width.map { value.wrapped(to: $0) } ?? [value]
            for index in lines.indices {
                let start = (index == 0 ? label : "").padding(to: Self.labelWidth)
                text += terminal.paint(start, .dim) + lines[index].rendered(for: terminal) + "\n"
            }
        }
        for (heading, content) in sections {
            if !text.isEmpty { text += "\n" }
            if !heading.isEmpty { text += terminal.paint(heading, .heading) + "\n" }
            text += content.rendered(for: terminal)
            if !text.hasSuffix("\n") { text += "\n" }
        }
        return text
    }

    private var heading: StyledText { StyledText(title, .bold) + StyledText("  \(note)", .dim) }
}

extension Page.Content {
    fileprivate func rendered(for terminal: Terminal) -> String {
        switch self {
        case .table(let table): table.rendered(for: terminal)
        case .clauses(let clauses): clauses.listing.table.rendered(for: terminal)
        case .text(let text): text.rendered(for: terminal)
        }
    }
}
