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

    /// The text with the quotes in colour, each followed by the type and the id of its clause, in lines that fit.
    func rendered(for terminal: Terminal) -> String {
        lines.flatMap { line in terminal.width.map { line.wrapped(to: $0) } ?? [line] }
            .map { $0.rendered(for: terminal) }.joined(separator: "\n")
    }

    private var lines: [StyledText] {
        var lines: [StyledText] = [""]
        func add(_ text: StyledText) { lines[lines.count - 1].parts += text.parts }
        for stretch in stretches {
            let pieces = stretch.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            for (index, piece) in pieces.enumerated() {
                if index > 0 { lines.append("") }
                add(StyledText(String(piece), stretch.clauses.isEmpty ? .plain : .hit))
            }
            for clause in stretch.ending { add(StyledText("‹\(clause.type.rawValue) \(clause.id)›", .dim)) }
        }
        return lines
    }
}
