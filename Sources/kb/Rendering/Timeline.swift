import Model

/// What happened to the agreements of some companies, by date.
struct Timeline {
    struct Event {
        /// ISO 8601, of day, month or year precision; nil where no text says when.
        var date: String?
        /// `announced`, `effective`, `expires`, or the status of the agreement or clause that was reported.
        var what: String
        var agreement: AgreementRecord
        /// The words that say so, where there are any.
        var clause: ClauseRecord?
        var source: String
        var title: String
        var line: Int?
    }

    let events: [Event]

    init(_ agreements: [AgreementDetail]) {
        events = agreements.flatMap(Self.events).sorted { a, b in
            (a.date ?? "9999", a.agreement.id, a.line ?? 0) < (b.date ?? "9999", b.agreement.id, b.line ?? 0)
        }
    }

    private static func events(of detail: AgreementDetail) -> [Event] {
        detail.reports.flatMap { report in
            let clauses = detail.clauses.filter { $0.article == report.article }
            let said = said(in: report, of: detail.agreement, clauses)
            // A quote that tells of the report tells of the change too.
            let rest = clauses.filter { clause in !said.contains { $0.clause?.id == clause.id } }
            return said + changes(in: report, of: detail.agreement, rest)
        }
    }

    /// That a report tells of the agreement, and the dates that it gives.
    private static func said(
        in report: AgreementReport, of agreement: AgreementRecord, _ clauses: [ClauseRecord]
    ) -> [Event] {
        func event(_ date: String?, _ what: String, _ clause: ClauseRecord?) -> Event {
            Event(
                date: date, what: what, agreement: agreement, clause: clause, source: report.source,
                title: report.title,
                line: clause?.line)
        }
        let term = clauses.first { $0.type.rawValue == "term" }
        var events = [
            event(report.announced ?? report.published, report.status.rawValue, witness(of: report.status, clauses))
        ]
        if let date = report.effective { events.append(event(date, "effective", term)) }
        if let date = report.expires { events.append(event(date, "expires", term)) }
        return events
    }

    /// The clause that says best that an agreement stands so.
    private static func witness(of status: AgreementStatus, _ clauses: [ClauseRecord]) -> ClauseRecord? {
        func surest(_ fits: (ClauseRecord) -> Bool) -> ClauseRecord? {
            clauses.filter(fits).max { $0.confidence < $1.confidence }
        }
        let fitting: ClauseRecord? =
            switch status {
            case .ended, .rejected:
                surest { $0.type.rawValue == "termination" && $0.status == .ended } ?? surest { $0.status == .ended }
            case .rumored, .proposed: surest { $0.status == .proposed }
            case .inForce: surest { $0.status == .reaffirmed }
            case .signed, .completed: nil
            }
        return fitting ?? surest { $0.status == .stated } ?? clauses.first
    }

    /// The clauses that a report tells to have changed.
    private static func changes(
        in report: AgreementReport, of agreement: AgreementRecord, _ clauses: [ClauseRecord]
    ) -> [Event] {
        clauses.filter { [.changed, .ended, .reaffirmed].contains($0.status) }.map { clause in
            Event(
                date: report.published, what: "\(clause.type.rawValue) \(clause.status.rawValue)", agreement: agreement,
                clause: clause, source: report.source, title: report.title, line: clause.line)
        }
    }

    var listing: Listing {
        var table = Table(columns: [
            .init(title: "DATE", isFixed: true), .init(title: "WHAT"), .init(title: "AGREEMENT"),
            .init(title: "QUOTE", weight: 2),
        ])
        table.isSpaced = true
        table.rows = events.map { event in
            [
                [StyledText(event.date ?? "undated", event.date == nil ? .dim : .bold)],
                [StyledText(Phrases.plain(event.what))],
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

    /// Quotes by date with numbered sources, to paste into a memo.
    private var markdown: String {
        var quotes = MarkdownQuotes()
        let items = events.map { event in
            let agreement = Phrases.parties(event.agreement.parties) + ", " + event.agreement.kind.rawValue
            let label =
                "\(event.date ?? "undated") **\(Phrases.plain(event.what))** (\(Delimited.markdownText(agreement)))"
            let source = [event.title, event.source]
            return quotes.item(label, quote: event.clause?.quote ?? event.title, line: event.line, source)
        }
        return items.joined() + quotes.sourceList
    }
}

extension Timeline.Event {
    var json: JSON {
        [
            "date": .string(date), "what": .string(what), "agreement": agreement.summary,
            "clause": .int((clause?.id).map(Int.init)), "quote": .string(clause?.quote), "article": .string(source),
            "title": .string(title), "line": .int(line),
        ]
    }
}
