import Model

/// What happened to the agreements of some companies, laid out.
struct TimelineListing {
    let events: [TimelineEvent]

    var listing: Listing {
        var table = Table(columns: [
            .init(title: "DATE", isFixed: true), .init(title: "WHAT"), .init(title: "AGREEMENT"),
            .init(title: "QUOTE", weight: 2),
        ])
        table.isSpaced = true
        table.rows = events.map { event in
            [
                Self.date(event), [StyledText(Phrases.plain(event.what))],
                [
                    StyledText(Phrases.parties(event.agreement.parties), .name),
                    StyledText(event.agreement.kind.rawValue, .dim),
                ],
                [
                    StyledText(event.clause?.quote ?? event.title),
                    SourceLink.text(event.source, line: event.line),
                ],
            ]
        }
        return Listing(records: events.map(\.json), table: table, keys: RecordKeys.event, markdown: markdown)
    }

    /// A date that is only reckoned has a `~`; one that is that of the article says so.
    private static func date(_ event: TimelineEvent) -> Table.Cell {
        guard let date = event.date else { return [StyledText("undated", .dim)] }
        return switch event.basis {
        case .reckoned: [StyledText("~" + date, .bold)]
        case .reported: [StyledText(date, .bold), StyledText("reported", .dim)]
        case .said, nil: [StyledText(date, .bold)]
        }
    }

    /// Quotes by date with numbered sources, to paste into a memo.
    private var markdown: String {
        var quotes = MarkdownQuotes()
        let items = events.map { event in
            let agreement = Phrases.parties(event.agreement.parties) + ", " + event.agreement.kind.rawValue
            let date = Self.date(event).map(\.plain)
            let when = date[0] + (date.count > 1 ? " (\(date[1]))" : "")
            let label = "\(when) **\(Phrases.plain(event.what))** (\(Delimited.markdownText(agreement)))"
            let source = [event.title, event.source]
            return quotes.item(label, quote: event.clause?.quote ?? event.title, line: event.line, source)
        }
        return items.joined() + quotes.sourceList
    }
}

extension TimelineEvent {
    var json: JSON {
        [
            "date": .string(date), "basis": .string(basis?.rawValue), "what": .string(what),
            "agreement": agreement.summary, "clause": .int((clause?.id).map(Int.init)),
            "quote": .string(clause?.quote), "article": .string(source), "title": .string(title), "line": .int(line),
        ]
    }
}
