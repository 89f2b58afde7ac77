internal import Model

/// Terms of one agreement that one source states and another denies, or to which they give other numbers.
struct ClauseConflicts {
    /// The earlier source first. A source is set against the first one that says something else, and not at all where
    /// one before it said the same: reprints and the next day's papers are not asked about one by one.
    private(set) var pairs: [Pair] = []

    typealias Pair = (one: ClauseRecord, other: ClauseRecord, field: ClauseField)

    /// So many days lie between a first report and the last ones on the same event.
    private static let days = 7

    init(_ detail: AgreementDetail) {
        let changed = Set(detail.clauses.filter { $0.status == .changed }.map(\.article))
        let types = Dictionary(grouping: detail.clauses, by: \.type.rawValue)
        for (_, clauses) in types.sorted(by: { $0.key < $1.key }) {
            let articles = Dictionary(grouping: clauses, by: \.article)
            var told: [Statement] = []
            for report in detail.reports {
                guard let own = articles[report.article] else { continue }
                let statement = Statement(report, own)
                // What an article tells to have changed was otherwise before.
                if changed.contains(report.article) { told.removeAll { statement.isLater(than: $0, by: Self.days) } }
                guard !told.contains(where: { $0.saysSame(as: statement) }) else { continue }
                if let pair = told.lazy.compactMap({ $0.contradiction(to: statement) }).first { pairs.append(pair) }
                told.append(statement)
            }
        }
    }

    /// What an article says of one term.
    private struct Statement {
        private let published: String?
        private let denied: ClauseRecord?
        private let stated: ClauseRecord?
        /// Where an article gives several, it is not plain which of them is meant.
        private let only: ClauseRecord?

        init(_ report: AgreementReport, _ clauses: [ClauseRecord]) {
            published = report.published
            denied = clauses.first { $0.status == .denied }
            stated = clauses.first { [.stated, .reaffirmed].contains($0.status) }
            only = clauses.count == 1 ? clauses.first : nil
        }

        func isLater(than other: Statement, by days: Int) -> Bool {
            guard let published, let before = other.published, before < published else { return false }
            return Day.gap(before, published) ?? 0 > days
        }

        func saysSame(as other: Statement) -> Bool {
            (denied == nil) == (other.denied == nil) && (stated == nil) == (other.stated == nil)
                && only?.percent == other.only?.percent && only?.amount == other.only?.amount
                && only?.obligors == other.only?.obligors && only?.status == other.only?.status
        }

        func contradiction(to other: Statement) -> Pair? {
            if let denied, other.denied == nil, let stated = other.stated { return (denied, stated, .status) }
            if let stated, denied == nil, let denied = other.denied { return (stated, denied, .status) }
            guard let a = only, let b = other.only,
                a.obligors == b.obligors || a.obligors.isEmpty || b.obligors.isEmpty,
                a.status != .changed, b.status != .changed
            else { return nil }
            if let x = a.percent, let y = b.percent, x != y { return (a, b, .percent) }
            if let x = a.amount, let y = b.amount, let ratio = x.ratio(to: y), ratio > 1.02 { return (a, b, .amount) }
            return nil
        }
    }
}

extension ClauseRecord {
    /// What it says, as one side of a conflict.
    func side() -> Conflict.Side {
        var says = [status.rawValue]
        if let percent { says.append("\(percent.plain) percent") }
        if let amount { says.append(amount.figure) }
        return Conflict.Side(
            says: says.joined(separator: ", "), quote: quote, source: source, title: title, published: published,
            line: line, article: article, clause: id)
    }
}

extension Money {
    /// `USD 40000000`: the figure is whole where it can be.
    var figure: String { "\(currency) \(amount.plain)" }
}

extension Double {
    fileprivate var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
