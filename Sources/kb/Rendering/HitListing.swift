import Model

/// The answer to a query, laid out.
struct HitListing {
    let hits: [Hit]
    /// Whether to say why each hit is there.
    var explained = false

    var listing: Listing {
        var table = Table(columns: [
            .init(title: "CLAUSE", least: 18), .init(title: "PARTIES"), .init(title: "AGREEMENT"),
            .init(title: "QUOTE", least: 24, weight: 2),
        ])
        table.isSpaced = true
        table.rows = hits.map(row)
        return Listing(records: hits.map(\.json), table: table, keys: RecordKeys.hit, markdown: markdown)
    }

    private func row(_ hit: Hit) -> [Table.Cell] {
        let clause: Table.Cell =
            if let type = hit.type, let status = hit.status {
                [StyledText(type.rawValue, .bold), Phrases.status(status)] + id(hit.clause)
            } else {
                [StyledText("(text)", .dim)]
            }
        let agreement: Table.Cell =
            hit.agreement.map {
                [StyledText($0.kind.rawValue), Phrases.status($0.status)] + id($0.id)
            } ?? [""]
        return [
            clause, [Phrases.roles(hit.obligors, hit.beneficiaries)], agreement,
            ([highlighted(hit), StyledText(hit.title, .dim), SourceLink.text(hit.source, line: hit.line)]
                + reasons(hit)).filter { !$0.isEmpty },
        ]
    }

    /// By which `kb cite` and `kb show` know it.
    private func id(_ number: Int64?) -> Table.Cell { number.map { [StyledText("id \($0)", .dim)] } ?? [] }

    private func reasons(_ hit: Hit) -> [StyledText] {
        guard explained else { return [] }
        return [StyledText("score \(Self.rounded(hit.score))", .dim)]
            + hit.reasons.map { StyledText("+\(Self.rounded($0.points)) \($0.words): \($0.meaning)", .dim) }
    }

    private static func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }

    private func highlighted(_ hit: Hit) -> StyledText {
        let bytes = Array(hit.quote.utf8)
        func piece(_ start: Int, _ end: Int, _ style: Style) -> StyledText {
            StyledText(String(decoding: bytes[start..<end], as: UTF8.self), style)
        }
        var text: StyledText = ""
        var position = 0
        for range in hit.highlights where range.start >= position && range.end <= bytes.count {
            text = text + piece(position, range.start, .plain) + piece(range.start, range.end, .hit)
            position = range.end
        }
        return text + piece(position, bytes.count, .plain)
    }

    /// Quotes with numbered sources, to paste into a memo.
    private var markdown: String {
        var quotes = MarkdownQuotes()
        let items = hits.map { hit in
            quotes.item(label(hit), quote: hit.quote, line: hit.line, [hit.title, hit.published, hit.source])
        }
        return items.joined() + quotes.sourceList
    }

    private func label(_ hit: Hit) -> String {
        guard let type = hit.type, let status = hit.status else { return "" }
        return MarkdownQuotes.label(type, status, Phrases.roles(hit.obligors, hit.beneficiaries))
    }
}
