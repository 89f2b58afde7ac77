import Model

/// The text of an article cut where its clauses begin and end.
struct MarkedText {
    struct Stretch {
        var text: String
        /// The clauses that the stretch belongs to.
        var clauses: [ClauseRecord]
        /// The clauses that end with it.
        var ending: [ClauseRecord]
    }

    let stretches: [Stretch]
    let clauses: [ClauseRecord]

    /// - Parameter clauses: of this text, in any order.
    init(body: String, clauses: [ClauseRecord]) {
        self.clauses = clauses
        let scalars = Array(body.unicodeScalars)
        let valid = clauses.filter { 0 <= $0.start && $0.start < $0.end && $0.end <= scalars.count }
        let cuts = Set(valid.flatMap { [$0.start, $0.end] } + [0, scalars.count]).sorted()
        stretches = zip(cuts, cuts.dropFirst()).map { start, end in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[start..<end])
            return Stretch(
                text: String(text), clauses: valid.filter { $0.start <= start && end <= $0.end },
                ending: valid.filter { $0.end == end })
        }
    }

    /// The text with the quotes in colour, each followed by the type and the id of its clause.
    func rendered(for terminal: Terminal) -> String {
        stretches.map { stretch in
            let text = ControlCharacters.shown(stretch.text, keepingLines: true)
            let labels = stretch.ending.map { "‹\($0.type.rawValue) \($0.id)›" }.joined()
            let painted =
                stretch.clauses.isEmpty
                ? text
                : text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { terminal.paint(String($0), .hit) }.joined(separator: "\n")
            return painted + (labels.isEmpty ? "" : terminal.paint(labels, .dim))
        }.joined()
    }
}
