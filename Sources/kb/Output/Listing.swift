/// An answer made of like records, ready to be printed in any format: JSON, CSV and the like come from the
/// records; the table is laid out for people, also as Markdown and HTML.
struct Listing {
    /// Made only where the format asks for it: a table of hits takes half the time without.
    private let makeRecords: () -> [JSON]
    var table: Table
    /// The names of the fields, for the formats of fields.
    private let keys: () -> [String]
    /// Markdown that reads better than a table, where there is any.
    private var makeMarkdown: (() -> String)?

    init(records: @autoclosure @escaping () -> [JSON], table: Table, keys: @autoclosure @escaping () -> [String]) {
        makeRecords = records
        self.table = table
        self.keys = keys
    }

    init(
        records: @autoclosure @escaping () -> [JSON], table: Table, keys: @autoclosure @escaping () -> [String],
        markdown: @autoclosure @escaping () -> String
    ) {
        self.init(records: records(), table: table, keys: keys())
        makeMarkdown = markdown
    }

    var records: [JSON] { makeRecords() }
    /// Each record is a row of the table, or several.
    var isEmpty: Bool { table.rows.isEmpty }

    func write(to out: Output, as format: Format, for terminal: Terminal) throws(OutputError) {
        switch format {
        case .table:
            if !isEmpty { try out.write(table.rendered(for: terminal)) }
        case .json:
            try out.line(JSON.array(records).text(pretty: true))
        case .jsonl:
            for record in records { try out.line(record.text()) }
        case .csv:
            // Without it Excel takes UTF-8 for the code page of the machine; pandas and sqlite3 pass over it.
            if !terminal.isTerminal { try out.write("\u{FEFF}") }
            try lines(out, terminal, Delimited.csv)
        case .tsv: try lines(out, terminal, Delimited.tsv)
        case .html: try out.write(HTML.page(title: "kb", body: table.html))
        case .markdown: try out.write(safe(makeMarkdown?() ?? (isEmpty ? "" : table.markdown), terminal))
        }
    }

    private func lines(_ out: Output, _ terminal: Terminal, _ join: ([String]) -> String) throws(OutputError) {
        let keys = keys()
        try out.line(join(keys))
        for record in records { try out.line(safe(join(Delimited.values(record, keys)), terminal)) }
    }

    private func safe(_ text: String, _ terminal: Terminal) -> String {
        terminal.isTerminal ? ControlCharacters.shown(text, keepingLines: true) : text
    }
}
