import Model

/// What happened to the agreements of some companies, laid out.
struct TimelineListing {
    let events: [TimelineEvent]

    var listing: Listing {
        var table = Table(columns: [
            .init(title: "DATE", isFixed: true), .init(title: "WHAT"), .init(title: "AGREEMENT"),
            .init(title: "QUOTE", least: 24, weight: 2),
        ])
        table.isSpaced = true
        table.rows = events.map { event in
            [
                event.dateCell, [StyledText(Phrases.plain(event.what))],
                [
                    StyledText(Phrases.parties(event.agreement.parties), .name),
                    StyledText(event.agreement.kind.rawValue, .dim),
                ],
                event.words,
            ]
        }
        return Listing(records: events.map(\.json), table: table, keys: RecordKeys.event, markdown: markdown)
    }

    /// Quotes by date with numbered sources, to paste into a memo.
    private var markdown: String {
        var quotes = MarkdownQuotes()
        let items = events.map { event in
            let agreement = Phrases.parties(event.agreement.parties) + ", " + event.agreement.kind.rawValue
            let date = event.dateCell.map(\.plain)
            let when = date[0] + (date.count > 1 ? " (\(date[1]))" : "")
            let label = "\(when) **\(Phrases.plain(event.what))** (\(Delimited.markdownText(agreement)))"
            return quotes.item(
                label, quote: event.passage?.text ?? event.title, line: event.passage?.line,
                [event.title, event.published, event.source])
        }
        return items.joined() + quotes.sourceList
    }
}

extension TimelineEvent {
    /// A date that is only reckoned has a `~`; one that is that of the article says so.
    var dateCell: Table.Cell {
        guard let date else { return [StyledText("undated", .dim)] }
        return switch basis {
        case .reckoned: [StyledText("~" + date, .bold)]
        case .reported: [StyledText(date, .bold), StyledText("reported", .dim)]
        case .said, nil: [StyledText(date, .bold)]
        }
    }

    /// The words that say so, and where they stand; the title where there are none.
    var words: Table.Cell {
        [passage.map { StyledText($0.text) } ?? StyledText(title, .dim), SourceLink.text(source, line: passage?.line)]
    }

    var json: JSON {
        [
            "date": .string(date), "basis": .string(basis?.rawValue), "what": .string(what),
            "agreement": agreement.summary, "clause": .int((clause?.id).map(Int.init)),
            "quote": .string(passage?.text), "article": .string(source), "title": .string(title),
            "published": .string(published), "line": .int(passage?.line),
        ]
    }
}
