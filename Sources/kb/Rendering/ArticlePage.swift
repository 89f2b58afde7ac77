import Model

/// An article as a self-contained HTML page: its text with the clauses marked, and a list of them.
struct ArticlePage {
    let detail: ArticleDetail

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(HTML.escaped(detail.article.title))</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <h1>\(HTML.escaped(detail.article.title))</h1>
        <p class="imprint">\(HTML.escaped(imprint))</p>
        <div class="text">\(text)</div>
        <h2>Clauses</h2>
        <ol>
        \(detail.clauses.map(item).joined(separator: "\n"))
        </ol>
        </body>
        </html>

        """
    }

    private var imprint: String {
        [detail.article.publisher, detail.article.published, detail.article.source].compactMap { $0 }
            .joined(separator: " · ")
    }

    private var text: String {
        MarkedText(body: detail.body, clauses: detail.clauses).stretches.map { stretch in
            let text = HTML.escaped(stretch.text)
            guard let first = stretch.clauses.first else { return text }
            let note = stretch.clauses.map { "\($0.type.rawValue) (\($0.status.rawValue))" }.joined(separator: ", ")
            let labels = stretch.ending.map { "<sup><a href=\"#clause-\($0.id)\">\($0.type.rawValue)</a></sup>" }
                .joined()
            return "<mark class=\"\(first.status.rawValue)\" title=\"\(HTML.escaped(note))\">\(text)</mark>\(labels)"
        }.joined()
    }

    private func item(_ clause: ClauseRecord) -> String {
        let roles = Phrases.roles(clause.obligors, clause.beneficiaries).plain
        let label = roles.isEmpty ? "" : ", " + roles
        return "<li id=\"clause-\(clause.id)\"><b>\(HTML.escaped(clause.type.rawValue))</b> "
            + "(\(clause.status.rawValue)\(HTML.escaped(label))): <q>\(HTML.escaped(clause.quote))</q></li>"
    }

    private static let style = """
        body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#222;background:#fff}
        .imprint{color:#666}.text{white-space:pre-wrap}h1{line-height:1.2}
        mark{background:#fff2a8;color:inherit}mark.reaffirmed{background:#c8ecc8}mark.ended,mark.denied{background:#f7caca}
        mark.changed,mark.proposed{background:#ffdcb0}sup a{font:.65rem sans-serif;color:#06c;text-decoration:none;margin-left:.15em}
        li:target{background:#eef4ff}
        @media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}mark{color:#111}sup a{color:#6af}}
        """
}
