import Model
import Store

/// An answer about one thing: an object for programs, a page for people.
struct Sheet {
    var record: JSON
    var page: Page

    func write(to out: Output, as format: Format, for terminal: Terminal) throws(OutputError) {
        switch format {
        case .table: try out.write(page.rendered(for: terminal))
        case .json: try out.line(record.text(pretty: true))
        case .html: try out.write(page.html)
        case .markdown:
            let text = page.markdown
            try out.write(terminal.isTerminal ? ControlCharacters.shown(text, keepingLines: true) : text)
        case .jsonl, .csv, .tsv:
            let listing = Listing(records: [record], table: Table(columns: []), keys: Delimited.header(record))
            try listing.write(to: out, as: format, for: terminal)
        }
    }
}

extension Statistics {
    var sheet: Sheet {
        var page = Page("", "statistics")
        page.section("", .table(table))
        return Sheet(record: json, page: page)
    }

    private var json: JSON {
        [
            "articles": .int(articles), "superseded": .int(superseded), "sentences": .int(sentences),
            "companies": .int(companies), "mentions": .int(mentions), "agreements": .int(agreements),
            "clauses": .int(clauses), "text_bytes": .int(textBytes), "file_bytes": .int(fileBytes),
            "clause_types": counts(clauseTypes), "agreement_kinds": counts(agreementKinds),
            "agreement_statuses": counts(agreementStatuses),
        ]
    }

    private func counts(_ counts: [Count]) -> JSON {
        .object(counts.map { JSON.Member(key: $0.name, value: .int($0.count)) })
    }

    private var table: Table {
        var table = Table(columns: [.init(title: ""), .init(title: "COUNT", isNumber: true)])
        func add(_ name: String, _ count: Int, _ style: Style = .plain) {
            table.rows.append([[StyledText(name, style)], [StyledText(Phrases.grouped(count))]])
        }
        add("articles", articles, .bold)
        if superseded > 0 { add("  superseded", superseded) }
        add("sentences", sentences, .bold)
        add("companies", companies, .bold)
        add("mentions of companies", mentions, .bold)
        add("agreements", agreements, .bold)
        for count in agreementKinds { add("  \(count.name)", count.count) }
        add("agreements by status", agreements, .bold)
        for count in agreementStatuses { add("  \(Phrases.plain(count.name))", count.count) }
        add("clauses", clauses, .bold)
        for count in clauseTypes { add("  \(count.name)", count.count) }
        add("bytes of text", textBytes, .bold)
        add("bytes of database", fileBytes, .bold)
        return table
    }
}

extension [Finding] {
    var listing: Listing {
        var table = Table(columns: [.init(title: "CHECK", isFixed: true), .init(title: "FAULT")])
        table.rows = map { [[StyledText($0.check, .bad)], [StyledText($0.detail)]] }
        return Listing(
            records: map { ["check": .string($0.check), "detail": .string($0.detail)] }, table: table,
            keys: ["check", "detail"])
    }
}
