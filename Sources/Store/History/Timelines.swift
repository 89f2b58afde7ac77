public import Model
internal import SQLite

extension Store {
    /// What happened to the agreements of a company, or of several with each other, by date; what no text dates
    /// comes last.
    /// - Throws: `unknown` or `ambiguous`.
    public func timeline(of companies: [String]) throws(StoreError) -> [TimelineEvent] {
        var shared = try agreements(.init(company: companies.first, counterparty: companies.dropFirst().first))
        for company in companies.dropFirst(2) {
            let others = Set(try agreements(.init(company: company)).map(\.id))
            shared = shared.filter { others.contains($0.id) }
        }
        return try wrap {
            try shared.flatMap { try history(of: detail(of: $0.id)) }.inOrder
        }
    }

    /// What happened to an agreement, as these reports and clauses of it tell, by date.
    func history(of detail: AgreementDetail) throws(SQLiteError) -> [TimelineEvent] {
        let dates = ClauseDates(database: database)
        var known: [Int64: [ClauseDate]] = [:]
        for clause in detail.clauses { known[clause.id] = try dates.dates(of: clause) }
        var passages: [Int64: Wording] = [:]
        for report in detail.reports {
            passages[report.article] = try PartyPassages(database: database).namingTwo(
                partiesOf: detail.agreement.id, in: report.article)
        }
        return Timeline(detail, dates: known, passages: passages).events.inOrder
    }
}

extension [TimelineEvent] {
    fileprivate var inOrder: [TimelineEvent] {
        sorted {
            ($0.date ?? "~", $0.agreement.id, $0.passage?.line ?? 0)
                < ($1.date ?? "~", $1.agreement.id, $1.passage?.line ?? 0)
        }
    }
}

/// What happened to one agreement.
struct Timeline {
    private typealias Dated = (date: String?, basis: DateBasis?)

    private let detail: AgreementDetail
    private let dates: [Int64: [ClauseDate]]
    private let passages: [Int64: Wording]
    /// Without repeats: the same by several sources is told once, by the one that knows the date best.
    private(set) var events: [TimelineEvent] = []

    /// - Parameters:
    ///   - dates: those that the clauses name, by the id of the clause.
    ///   - passages: the words that name the parties, by the id of the article.
    init(_ detail: AgreementDetail, dates: [Int64: [ClauseDate]], passages: [Int64: Wording] = [:]) {
        self.detail = detail
        self.dates = dates
        self.passages = passages
        var status: AgreementStatus?
        for report in detail.reports {
            let clauses = detail.clauses.filter { $0.article == report.article }
            var changes = changes(report, clauses)
            let happenings = happenings(report, clauses)
            // A report that says nothing new of how the agreement stands is none of its own.
            if report.status != status, !happenings.contains(where: { $0.what == report.status.rawValue }) {
                // A quote that tells how the agreement stands tells when, too.
                let witness = witness(of: report, clauses)
                let told = changes.firstIndex { $0.clause?.id == witness?.id }.map { changes.remove(at: $0) }
                let dated = told.flatMap { $0.basis == .reported ? nil : ($0.date, $0.basis) } ?? of(report)
                add(event(report, report.status.rawValue, dated, witness))
            }
            status = report.status
            // One article may tell of several changes of a term; another tells of the same.
            for change in changes where !events.contains(where: { $0.isSame(as: change) && $0.source != report.source })
            {
                events.append(change)
            }
            for event in happenings { add(event) }
            for event in bounds(report, clauses) where !isTold(event) { add(event) }
        }
    }

    private mutating func add(_ event: TimelineEvent) {
        func rank(_ event: TimelineEvent) -> Int { event.basis.flatMap(DateBasis.allCases.firstIndex) ?? 3 }
        let same = events.firstIndex {
            $0.isSame(as: event) || $0.what == event.what && $0.clause != nil && $0.clause?.id == event.clause?.id
        }
        guard let same else { return events.append(event) }
        if rank(event) < rank(events[same]) { events[same] = event }
    }

    /// Whether its quote tells of another event at its date: "agreed on Wednesday" is no beginning.
    private func isTold(_ bound: TimelineEvent) -> Bool {
        events.contains { $0.clause != nil && $0.clause?.id == bound.clause?.id && $0.date == bound.date }
    }

    private func event(
        _ report: AgreementReport, _ what: String, _ dated: Dated, _ clause: ClauseRecord?
    ) -> TimelineEvent {
        TimelineEvent(
            date: dated.date, basis: dated.basis, what: what, agreement: detail.agreement, clause: clause,
            passage: passages[report.article], source: report.source, title: report.title, published: report.published)
    }

    private func of(_ report: AgreementReport) -> Dated {
        guard let announced = report.announced, announced != report.published else {
            return (report.published, .reported)
        }
        return (announced, .said)
    }

    // MARK: What happened

    /// The clauses that a report tells to have changed, when they say themselves or else when it was published.
    private func changes(_ report: AgreementReport, _ clauses: [ClauseRecord]) -> [TimelineEvent] {
        clauses.filter { [.changed, .ended, .reaffirmed].contains($0.status) }.map { clause in
            // What has ended may be told before its last day.
            let said = dates[clause.id, default: []].first {
                $0.place == .moment && clause.status != .reaffirmed
                    && (clause.status == .ended || $0.isPast(report.published))
            }
            return event(
                report, "\(clause.type.rawValue) \(clause.status.rawValue)",
                said.map { ($0.iso, $0.basis) } ?? (report.published, .reported), clause)
        }
    }

    /// What clauses tell to have happened at a time that they name: "signed in March 2019".
    private func happenings(_ report: AgreementReport, _ clauses: [ClauseRecord]) -> [TimelineEvent] {
        clauses.filter { ![.changed, .ended, .proposed].contains($0.status) }.flatMap { clause in
            dates[clause.id, default: []].filter { $0.place == .moment && $0.isPast(report.published) }
                .compactMap { date in
                    what(date.event).map { event(report, $0, (date.iso, date.basis), clause) }
                }
        }
    }

    /// Ends and changes that are only told of are those of something else; so is a purchase where nothing is sold.
    private func what(_ event: ClauseDate.Event?) -> String? {
        switch event {
        case .signed, .announced: event?.rawValue
        case .started: "effective"
        case .completed: Self.sales.contains(detail.agreement.kind.rawValue) ? event?.rawValue : nil
        case .ended, .changed, nil: nil
        }
    }

    private static let sales: Set<String> = ["acquisition", "investment"]

    /// When the agreement takes effect and when it expires, as the report has it.
    private func bounds(_ report: AgreementReport, _ clauses: [ClauseRecord]) -> [TimelineEvent] {
        [("effective", report.effective), ("expires", report.expires)].compactMap { what, date in
            date.flatMap { date in
                let (clause, basis) = source(of: date, clauses)
                let isOver = [.ended, .completed].contains(report.status)
                // What is still in force when it is told of has not expired before: the date is of something else.
                guard what == "effective" || isOver || !isPast(date, report.published) else { return nil }
                return event(report, what, (date, basis), clause)
            }
        }
    }

    private func isPast(_ date: String, _ published: String?) -> Bool {
        published != nil && date.prefix(4) < (published ?? "").prefix(4)
    }

    /// The clause that names `date`, the term before others, and how.
    private func source(of date: String, _ clauses: [ClauseRecord]) -> (ClauseRecord?, DateBasis) {
        let terms = clauses.filter { $0.type.rawValue == "term" }
        for clause in terms + clauses {
            if let said = dates[clause.id, default: []].first(where: { $0.iso == date }) { return (clause, said.basis) }
        }
        return (terms.first, .said)
    }

    /// The clause that says that an agreement stands so; none where the words that name the parties say it better.
    private func witness(of report: AgreementReport, _ clauses: [ClauseRecord]) -> ClauseRecord? {
        func surest(_ fits: (ClauseRecord) -> Bool) -> ClauseRecord? {
            clauses.filter(fits).max { $0.confidence < $1.confidence }
        }
        let fitting: ClauseRecord? =
            switch report.status {
            case .ended, .rejected:
                surest { $0.type.rawValue == "termination" && $0.status == .ended } ?? surest { $0.status == .ended }
            case .rumored, .proposed: surest { $0.status == .proposed }
            case .inForce: surest { $0.status == .reaffirmed }
            case .signed, .completed: nil
            }
        if fitting != nil || passages[report.article] != nil { return fitting }
        return surest { $0.status == .stated } ?? clauses.first
    }
}

extension TimelineEvent {
    fileprivate func isSame(as other: TimelineEvent) -> Bool { what == other.what && date == other.date }
}
