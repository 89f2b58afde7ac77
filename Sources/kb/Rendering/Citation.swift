import Model

/// A clause as it is cited: its words, and where they stand.
struct Citation {
    var clause: ClauseRecord
    var publisher: String?

    /// `“Quote.” Title. Publisher, 2026-02-27. source, line 6.`
    var text: String {
        let imprint = [publisher, clause.published].compactMap { $0 }.joined(separator: ", ")
        let parts = [
            "“\(quote)”", Self.closed(clause.title), Self.closed(imprint), "\(clause.source), line \(clause.line).",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The words on one line.
    private var quote: String {
        clause.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func closed(_ text: String) -> String {
        guard let last = text.last else { return "" }
        return ".?!".contains(last) ? text : text + "."
    }

    var json: JSON {
        [
            "clause": .int(Int(clause.id)), "type": .string(clause.type.rawValue), "quote": .string(clause.quote),
            "title": .string(clause.title), "publisher": .string(publisher), "published": .string(clause.published),
            "article": .string(clause.source), "line": .int(clause.line), "start": .int(clause.start),
            "end": .int(clause.end), "citation": .string(text),
        ]
    }
}

extension [Citation] {
    var listing: Listing {
        var table = Table(columns: [.init(title: "")])
        table.isSpaced = count > 1
        table.rows = map { [[StyledText($0.text)]] }
        return Listing(
            records: map(\.json), table: table, keys: first.map { Delimited.header($0.json) } ?? [],
            markdown: map { "> \(Delimited.markdownText($0.text))\n" }.joined(separator: "\n"))
    }
}
