internal import Model

extension AgreementDetail {
    /// What happened, by date: each status when a source first told of it, when it was announced, takes effect and
    /// expires, and what was amended.
    static func history(_ reports: [AgreementReport], _ clauses: [ClauseRecord]) -> [AgreementEvent] {
        var events: [AgreementEvent] = []
        var status: AgreementStatus?
        for report in reports {
            let own = clauses.filter { $0.article == report.article }
            if report.status != status {
                events.append(report.event(report.published, report.status.rawValue, own.best))
                status = report.status
            }
            for clause in own where [.changed, .ended].contains(clause.status) {
                events.append(report.event(report.published, "amended", clause))
            }
        }
        events += first(
            "announced", reports.filter { $0.announced != nil }.min { ($0.announced ?? "") < ($1.announced ?? "") },
            \.announced)
        events += first("effective", reports.last { $0.effective != nil }, \.effective)
        events += first("expires", reports.last { $0.expires != nil }, \.expires)
        let order = events.indices.sorted { (events[$0].date ?? "9999", $0) < (events[$1].date ?? "9999", $1) }
        return order.map { events[$0] }
    }

    private static func first(
        _ what: String, _ report: AgreementReport?, _ date: KeyPath<AgreementReport, String?>
    ) -> [AgreementEvent] {
        report.map { [$0.event($0[keyPath: date], what, nil)] } ?? []
    }
}

extension AgreementReport {
    fileprivate func event(_ date: String?, _ what: String, _ clause: ClauseRecord?) -> AgreementEvent {
        AgreementEvent(
            date: date, what: what, article: article, source: source, title: title, quote: clause?.quote,
            line: clause?.line)
    }
}

extension [ClauseRecord] {
    /// The surest of them.
    fileprivate var best: ClauseRecord? { self.max { $0.confidence < $1.confidence } }
}
