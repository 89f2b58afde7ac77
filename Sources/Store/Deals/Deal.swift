internal import Model

/// Reports that were found to tell of one deal, in the order of `DealReport.precedes`.
struct Deal {
    private(set) var reports: [DealReport]

    /// Points for and against two reports' telling of one deal.
    struct Weight {
        /// What kind, time, sums, dates, terms and words say together.
        var points: Int
        /// What sums and terms say: they seldom agree by chance.
        var evidence: Int
        /// What it says that both are printed in the same words.
        var words: Int
    }

    init(_ first: DealReport) { reports = [first] }

    init(_ reports: [DealReport]) { self.reports = reports.sorted(by: DealReport.precedes) }

    mutating func add(_ report: DealReport) { reports.append(report) }

    var parties: Set<Int64> { Set(reports.flatMap(\.parties)) }

    /// How much speaks for a report's telling of this deal; nil where it cannot.
    ///
    /// The weights are of the order of how seldom chance brings each agreement about: the same kind between the same
    /// parties says much, the same sum or the same words more, a sum twice as large that it is another deal.
    func weigh(_ report: DealReport) -> Weight? {
        // An article that tells of two deals tells of two deals.
        guard !reports.contains(where: { $0.article == report.article }), let sums = sums(report) else { return nil }
        let gap = Day.gap(reports.last?.published, report.published)
        let near = gap.map { $0 <= 7 ? 2 : $0 <= 60 ? 1 : $0 > 1000 ? -1 : 0 } ?? 0
        let (terms, words) = (terms(report), words(report))
        return Weight(
            points: kinds(report) + sums + near + dates(report) + terms + words + life(report, gap)
                - (sums < 2 && differs(report) && (gap ?? 0) > 60 ? 2 : 0),
            evidence: max(0, sums) + terms, words: words)
    }

    /// How much speaks for the deals' being one, whichever is asked: of each report against all of the other deal,
    /// the best, and of both sides the lesser. Nil where a report says that they are two.
    func weigh(_ other: Deal) -> Weight? {
        guard Set(reports.map(\.article)).isDisjoint(with: other.reports.map(\.article)),
            let one = other.best(of: self), let two = best(of: other)
        else { return nil }
        return Weight(
            points: min(one.points, two.points), evidence: min(one.evidence, two.evidence),
            words: max(one.words, two.words))
    }

    /// The best that one of the other's reports has to say for it.
    private func best(of other: Deal) -> Weight? {
        var best: Weight?
        // Many reports say no more than the first and the last ones.
        for report in other.ends.reports {
            guard let weight = ends.weigh(report) else { return nil }
            if weight.points > best?.points ?? .min { best = weight }
        }
        return best
    }

    private static let most = 8

    private var ends: Deal {
        reports.count <= 2 * Self.most ? self : Deal(Array(reports.prefix(Self.most) + reports.suffix(Self.most)))
    }

    private func kinds(_ report: DealReport) -> Int {
        if reports.contains(where: { $0.isOfKind(of: report, ==) }) { return 3 }
        return reports.contains { $0.isOfKind(of: report, DealKinds.canBeOne) } ? 1 : -2
    }

    /// Nil where the sums are of different deals.
    private func sums(_ report: DealReport) -> Int? {
        guard let value = report.value else { return 0 }
        let ratios = reports.compactMap { $0.value?.ratio(to: value) }
        guard let least = ratios.min() else { return 0 }
        if least <= 1.34 { return least <= 1.02 ? 3 : least <= 1.1 ? 2 : 0 }
        if reports.contains(where: { $0.mentions(value) || $0.value.map(report.mentions) == true }) { return 0 }
        return least <= 2 ? -2 : nil
    }

    private func differs(_ report: DealReport) -> Bool {
        guard let value = report.value else { return false }
        let ratios = reports.compactMap { $0.value?.ratio(to: value) }
        return !ratios.isEmpty && ratios.allSatisfy { $0 > 1.1 }
    }

    private func dates(_ report: DealReport) -> Int {
        var points = 0
        if let day = report.announced {
            let gaps = reports.compactMap { Day.gap($0.announced, day) }
            if let least = gaps.min() { points += least == 0 ? 2 : least > 90 ? -1 : 0 }
        }
        if let end = report.expires, reports.contains(where: { $0.expires == end }) { points += 2 }
        return points
    }

    private func terms(_ report: DealReport) -> Int {
        min(2, reports.map { $0.terms.intersection(report.terms).count }.max() ?? 0)
    }

    private func words(_ report: DealReport) -> Int {
        let isReprint = reports.suffix(16).contains { other in
            guard let one = other.sketch, let two = report.sketch else { return false }
            // Years later the same words tell of the next deal.
            return (Day.gap(other.published, report.published) ?? 0) <= 30 && one.isReprint(of: two)
        }
        return isReprint ? 6 : 0
    }

    /// What has ended does not begin again: that is a new deal.
    private func life(_ report: DealReport, _ gap: Int?) -> Int {
        guard let last = reports.last, let gap, gap > 0, [.ended, .rejected].contains(last.status) else { return 0 }
        return [.rumored, .proposed, .signed].contains(report.status) ? -4 : 0
    }
}
