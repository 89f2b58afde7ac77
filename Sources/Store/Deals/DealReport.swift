internal import Model

/// What one article says of one agreement: what decides with which other reports it belongs.
struct DealReport {
    var agreement: Int64
    var article: Int64
    /// Its place in the article's reading.
    var position: Int
    var kind: String
    /// The companies, in the order in which the article names them.
    var parties: [Int64]
    var status: AgreementStatus
    var value: Money?
    var announced: String?
    var effective: String?
    var expires: String?
    var confidence: Double
    var published: String?
    var sha256: [UInt8]
    var sketch: Sketch?
    /// Sums, shares and periods of its clauses, with the type: `royalty percent 12.5`.
    var terms: Set<String> = []
    /// The sums that its clauses say.
    var sums: [Money] = []
    /// What people said of the reports that it belongs with.
    var pin: DealCore.Pin?
    /// The correction by which people said what kind it is.
    var kindCorrection: Int64?

    /// Whether about this sum is one of those that it tells besides the value: which of several sums a deal is said to
    /// be worth, the first payment or all that may follow, is each source's choice.
    func mentions(_ value: Money) -> Bool { sums.contains { $0.ratio(to: value).map { $0 <= 1.34 } ?? false } }

    /// The order in which reports are looked at: by date, those without one last, and then by the text itself, so
    /// that the order of their ingest is of no account.
    static func precedes(_ a: DealReport, _ b: DealReport) -> Bool {
        let (left, right) = (a.published ?? "9999", b.published ?? "9999")
        if left != right { return left < right }
        if a.sha256 != b.sha256 { return a.sha256.lexicographicallyPrecedes(b.sha256) }
        return a.position < b.position
    }
}

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
        if reports.contains(where: { $0.kind == report.kind }) { return 3 }
        return reports.contains { DealKinds.canBeOne($0.kind, report.kind) } ? 1 : -2
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

/// Kinds that two articles may give one deal.
enum DealKinds {
    private static let families: [Set<String>] = [
        ["supply", "manufacturing", "distribution"], ["license", "development", "distribution"],
        ["investment", "acquisition", "joint-venture"], ["services", "supply", "license"],
        ["financing", "investment"],
    ]

    static func canBeOne(_ one: String, _ other: String) -> Bool {
        let general: Set<String> = ["partnership", "other"]
        return general.contains(one) || general.contains(other)
            || families.contains { $0.contains(one) && $0.contains(other) }
    }
}

extension Money {
    /// How many times the larger is the smaller; nil for other currencies, which cannot be compared.
    func ratio(to other: Money) -> Double? {
        guard currency == other.currency, amount > 0, other.amount > 0 else { return nil }
        return max(amount, other.amount) / min(amount, other.amount)
    }
}

/// Distances between ISO dates.
enum Day {
    /// About how many days lie between the two; nil where one is missing or no date. What is said of a month or a
    /// year is taken for its middle.
    static func gap(_ one: String?, _ other: String?) -> Int? {
        guard let one, let other else { return nil }
        if one.hasPrefix(other) || other.hasPrefix(one) { return 0 }
        guard let a = number(one), let b = number(other) else { return nil }
        return abs(a - b)
    }

    private static func number(_ date: String) -> Int? {
        let parts = date.prefix(10).split(separator: "-").map { Int($0) }
        guard let year = parts.first ?? nil else { return nil }
        let month = (parts.count > 1 ? parts[1] : nil) ?? 7
        let day = (parts.count > 2 ? parts[2] : nil) ?? 15
        return year * 365 + month * 30 + day
    }
}
