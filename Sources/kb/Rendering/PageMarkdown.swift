import Model

// Pages to paste into a memo.

extension Page {
    var markdown: String {
        var quotes = MarkdownQuotes()
        var out = title.isEmpty ? "" : "# \(Delimited.markdownText(title))\n\n"
        for (label, value) in fields { out += "- \(label): \(Delimited.markdownText(value.plain))\n" }
        for (heading, content) in sections {
            if !out.isEmpty { out += "\n" }
            if !heading.isEmpty { out += "## \(Delimited.markdownText(heading))\n\n" }
            switch content {
            case .table(let table): out += table.markdown
            case .clauses(let clauses): for clause in clauses { out += quotes.item(clause) }
            case .text(let text):
                out += text.markdown + "\n\n"
                for clause in text.clauses { out += quotes.item(clause) }
            }
        }
        return out + quotes.sourceList
    }
}

/// Quotes as items of a list, each with the number of its source in the list of sources at the end.
struct MarkdownQuotes {
    private var sources: [String] = []

    mutating func item(_ clause: ClauseRecord) -> String {
        item(
            Self.label(clause.type, clause.status, Phrases.roles(clause.obligors, clause.beneficiaries)),
            quote: clause.quote, line: clause.line, [clause.title, clause.published, clause.source])
    }

    /// `**exclusivity** (ended, Acme → Bolt)`
    static func label(_ type: ClauseType, _ status: ClauseStatus, _ roles: StyledText) -> String {
        let detail = [status.rawValue, roles.plain].filter { !$0.isEmpty }.joined(separator: ", ")
        return "**\(type.rawValue)** (\(Delimited.markdownText(detail)))"
    }

    /// `- label: “quote” [1, line 6]`
    /// - Parameters:
    ///   - label: in Markdown; empty for none.
    ///   - source: title, date and source, as far as they are known.
    mutating func item(_ label: String, quote: String, line: Int?, _ source: [String?]) -> String {
        let source = source.compactMap { $0 }.filter { !$0.isEmpty }.map(Delimited.markdownText).joined(separator: ", ")
        if !sources.contains(source) { sources.append(source) }
        let number = (sources.firstIndex(of: source) ?? 0) + 1
        let place = line.map { "\(number), line \($0)" } ?? "\(number)"
        return "- \(label.isEmpty ? "" : label + ": ")“\(Delimited.markdownText(quote))” [\(place)]\n"
    }

    /// The sources of all items so far, numbered; empty where there was none.
    var sourceList: String {
        guard !sources.isEmpty else { return "" }
        return "\nSources:\n\n" + sources.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
    }
}

extension Table {
    /// A table whose cells are one line each.
    var markdown: String {
        let table = withoutEmptyColumns
        let rows = table.rows.map { row in
            row.map { cell in cell.map { Delimited.markdownText($0.plain) }.joined(separator: "<br>") }
        }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        return line(table.columns.map { Delimited.markdownText($0.title.lowercased()) })
            + "|" + table.columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n" + rows.map(line).joined()
    }
}

extension MarkedText {
    /// The text as a quotation.
    fileprivate var markdown: String {
        stretches.map(\.text).joined().split(separator: "\n", omittingEmptySubsequences: false)
            .map { ("> " + Delimited.markdownText(String($0))).trimmingSpacesAtEnd }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingSpacesAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
