import Model

// Pages for the browser, in one file each.

extension Page {
    var html: String {
        var body =
            title.isEmpty ? "" : "<h1>\(HTML.escaped(title))</h1>\n<p class=\"imprint\">\(HTML.escaped(note))</p>\n"
        if !fields.isEmpty {
            body += "<dl>\n"
            for (label, value) in fields {
                body += "<dt>\(HTML.escaped(label))</dt><dd>\(HTML.escaped(value.plain))</dd>\n"
            }
            body += "</dl>\n"
        }
        for (heading, content) in sections {
            if !heading.isEmpty { body += "<h2>\(HTML.escaped(heading))</h2>\n" }
            body += content.html
        }
        return HTML.page(title: title.isEmpty ? note : title, body: body)
    }
}

extension Page.Content {
    fileprivate var html: String {
        switch self {
        case .table(let table): table.html
        case .clauses(let clauses): clauses.htmlList { _ in "<li>" }
        case .text(let text):
            "<div class=\"text\">\(text.html)</div>\n<h2>Clauses</h2>\n"
                + text.clauses.htmlList { "<li id=\"clause-\($0.id)\">" }
        }
    }
}

extension StyledText {
    fileprivate var html: String {
        parts.map { part in
            let text = HTML.escaped(part.text)
            return part.style == .hit ? "<mark>\(text)</mark>" : part.style == .bold ? "<b>\(text)</b>" : text
        }.joined()
    }
}

extension Table {
    /// Of the columns that have content, with what a query looked for marked.
    var html: String {
        let table = withoutEmptyColumns
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>\n"
        }
        let rows = table.rows.map { cells in
            row(cells.map { $0.map(\.html).joined(separator: "<br>") }, "td")
        }
        return "<table>\n" + row(table.columns.map { HTML.escaped($0.title.lowercased()) }, "th") + rows.joined()
            + "</table>\n"
    }
}

extension MarkedText {
    /// The text with the clauses marked, each with a link to its item in the list.
    fileprivate var html: String {
        stretches.map { stretch in
            let text = HTML.escaped(stretch.text)
            guard let first = stretch.clauses.first else { return text }
            let note = stretch.clauses.map { "\($0.type.rawValue) (\($0.status.rawValue))" }.joined(separator: ", ")
            let labels = stretch.ending.map { "<sup><a href=\"#clause-\($0.id)\">\($0.type.rawValue)</a></sup>" }
                .joined()
            return "<mark class=\"\(first.status.rawValue)\" title=\"\(HTML.escaped(note))\">\(text)</mark>\(labels)"
        }.joined()
    }
}

extension [ClauseRecord] {
    /// - Parameter start: the tag that begins the item of a clause, which the text may lead to.
    fileprivate func htmlList(start: (ClauseRecord) -> String) -> String {
        "<ol>\n" + map { start($0) + Self.item($0) + "</li>\n" }.joined() + "</ol>\n"
    }

    private static func item(_ clause: ClauseRecord) -> String {
        let roles = Phrases.roles(clause.obligors, clause.beneficiaries).plain
        let label = roles.isEmpty ? "" : ", " + roles
        return "<b>\(HTML.escaped(clause.type.rawValue))</b> "
            + "(\(clause.status.rawValue)\(HTML.escaped(label))): <q>\(HTML.escaped(clause.quote))</q> "
            + "<small>\(HTML.escaped("\(clause.source):\(clause.line)"))</small>"
    }
}

extension HTML {
    /// A self-contained page.
    /// - Parameter body: in HTML.
    static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(escaped(title))</title>
        <style>\(style)</style>
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }

    private static let style = """
        body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#222;background:#fff}
        .imprint,small,dt{color:#666}.text{white-space:pre-wrap;max-width:44rem}h1{line-height:1.2}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dd{margin:0}
        table{border-collapse:collapse}th,td{padding:.2rem .7rem .2rem 0;text-align:left;vertical-align:top}
        th{border-bottom:1px solid #999;font-weight:normal;color:#666}
        mark{background:#fff2a8;color:inherit}mark.reaffirmed{background:#c8ecc8}mark.ended,mark.denied{background:#f7caca}
        mark.changed,mark.proposed{background:#ffdcb0}sup a{font:.65rem sans-serif;color:#06c;text-decoration:none;margin-left:.15em}
        li:target{background:#eef4ff}
        @media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}mark{color:#111}sup a{color:#6af}}
        """
}
