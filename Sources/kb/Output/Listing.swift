/// An answer made of like records, ready to be printed in any format: JSON, CSV and the like come from the
/// records, the table is laid out for people.
struct Listing {
    var records: [JSON]
    var table: Table
    /// The names of the fields, for the formats of fields.
    var keys: [String]
    /// Markdown that reads better than a table of all fields.
    var markdown: String?

    func write(to out: Output, as format: Format, for terminal: Terminal) throws(OutputError) {
        switch format {
        case .table:
            if !records.isEmpty { try out.write(table.rendered(for: terminal)) }
        case .json:
            try out.line(JSON.array(records).text(pretty: true))
        case .jsonl:
            for record in records { try out.line(record.text()) }
        case .csv: try lines(out, terminal, Delimited.csv)
        case .tsv: try lines(out, terminal, Delimited.tsv)
        case .html: try out.write(html)
        case .markdown:
            if let markdown { return try out.write(safe(markdown, terminal)) }
            try out.line(safe(Delimited.markdown(keys), terminal))
            try out.line("|" + String(repeating: " --- |", count: keys.count))
            try rows(out, terminal, Delimited.markdown)
        }
    }

    /// A page with a table of all fields.
    private var html: String {
        func row(_ fields: [String], _ tag: String) -> String {
            "<tr>" + fields.map { "<\(tag)>\(HTML.escaped($0))</\(tag)>" }.joined() + "</tr>\n"
        }
        let table =
            "<table>\n" + row(keys, "th") + records.map { row(Delimited.values($0, keys), "td") }.joined()
            + "</table>\n"
        return HTML.page(title: "kb", body: table)
    }

    private func lines(_ out: Output, _ terminal: Terminal, _ join: ([String]) -> String) throws(OutputError) {
        try out.line(join(keys))
        try rows(out, terminal, join)
    }

    private func rows(_ out: Output, _ terminal: Terminal, _ join: ([String]) -> String) throws(OutputError) {
        for record in records { try out.line(safe(join(Delimited.values(record, keys)), terminal)) }
    }

    private func safe(_ text: String, _ terminal: Terminal) -> String {
        terminal.isTerminal ? ControlCharacters.shown(text, keepingLines: true) : text
    }
}
