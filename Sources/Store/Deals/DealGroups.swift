/// Sorts reports into deals. What comes out depends on the reports alone.
enum DealGroups {
    /// So many points make two reports of the same parties one deal.
    private static let enough = 2
    /// More where one names only some of the parties of the other.
    private static let enoughForSome = 4
    /// And most where each names a party that the other does not: then kind and time do not suffice, and a sum, shared
    /// terms or the same words must speak for it too.
    private static let enoughForOthers = 7
    private static let enoughEvidence = 2

    /// - Parameter reports: all that name exactly the same companies.
    static func deals(_ reports: [DealReport]) -> [Deal] {
        var deals: [Deal] = []
        for report in reports.sorted(by: DealReport.precedes) {
            var best: (index: Int, score: Int)?
            for (index, deal) in deals.enumerated() {
                // Of two that fit alike the later one: deals follow each other.
                if let score = deal.weigh(report)?.points, score >= enough, score >= best?.score ?? enough {
                    best = (index, score)
                }
            }
            if let best { deals[best.index].add(report) } else { deals.append(Deal(report)) }
        }
        return deals
    }

    /// How much speaks for two cores' being one deal; nil where too little does.
    static func link(_ one: DealCore, _ other: DealCore) -> Int? {
        guard let least = least(one, other), one.canJoin(other), let weight = one.deal.weigh(other.deal) else {
            return nil
        }
        // Notices of several deals are written in the same words, but for the names.
        let points = least == enoughForOthers ? weight.points - weight.words : weight.points
        let isSeldom = least < enoughForOthers || weight.evidence >= enoughEvidence
        return isSeldom && points >= least ? points : nil
    }

    private static func least(_ one: DealCore, _ other: DealCore) -> Int? {
        let shared = one.parties.intersection(other.parties).count
        guard shared > 1 else { return nil }
        let (a, b) = (one.parties.count, other.parties.count)
        // What people put together was not sorted with the other reports on the same companies.
        if shared == a && shared == b { return one.pin == nil && other.pin == nil ? nil : enough }
        return shared == min(a, b) ? enoughForSome : enoughForOthers
    }
}

/// Reports of exactly the same companies that tell of one deal, or reports that people put together.
struct DealCore {
    /// What people said of the reports.
    struct Pin: Hashable {
        /// The merge, the split or the parties by which they belong together.
        var correction: Int64
        /// Whether no other report may join them.
        var isClosed = false
        /// Whether people said who the parties are.
        var fixesParties = false
    }

    var deal: Deal
    var parties: Set<Int64>
    var pin: Pin?

    init(_ deal: Deal, pin: Pin? = nil) {
        self.deal = deal
        self.pin = pin
        parties = DealReport.saidParties(deal.reports).map(Set.init) ?? deal.parties
    }

    /// Whether what people said leaves room for the other's reports.
    func canJoin(_ other: DealCore) -> Bool {
        func hasRoom(_ one: DealCore, _ other: DealCore) -> Bool {
            guard let pin = one.pin else { return true }
            return !pin.isClosed && other.pin == nil && (!pin.fixesParties || other.parties.isSubset(of: one.parties))
        }
        return hasRoom(self, other) && hasRoom(other, self)
    }
}

/// Cores that some links tie to each other, and which of them are one deal.
///
/// Links are taken in the order of their strength. Two cores without a link of their own come together only where
/// others name the parties of both: a report of A and B may be of the deal of A, B and C, or of that of A, B and D, but
/// it does not make one deal of these.
struct DealUnion {
    private let cores: [DealCore]
    private let links: [Set<Int>: Int]
    private var groups: [[Int]]
    private var group: [Int]

    /// - Parameter links: by the places of the two in `cores`, how much speaks for it.
    init(_ cores: [DealCore], _ links: [Set<Int>: Int]) {
        self.cores = cores
        self.links = links
        groups = cores.indices.map { [$0] }
        group = Array(cores.indices)
        for (one, other) in order() where group[one] != group[other] {
            let (left, right) = (groups[group[one]], groups[group[other]])
            guard canUnite(left, right) else { continue }
            for core in right { group[core] = group[one] }
            groups[group[one]] += right
        }
    }

    /// The places of the cores of each deal.
    var deals: [[Int]] { groups.indices.filter { group[groups[$0][0]] == $0 }.map { groups[$0].sorted() } }

    /// The strongest first, and then by the reports themselves, so that the order of their ingest is of no account.
    private func order() -> [(Int, Int)] {
        let place = cores.indices.sorted { DealReport.precedes(cores[$0].deal.reports[0], cores[$1].deal.reports[0]) }
        var rank = [Int](repeating: 0, count: cores.count)
        for (number, core) in place.enumerated() { rank[core] = number }
        return links.map { pair, points in
            let ends = pair.sorted { rank[$0] < rank[$1] }
            return (points: points, one: ends[0], other: ends[1])
        }.sorted { (-$0.points, rank[$0.one], rank[$0.other]) < (-$1.points, rank[$1.one], rank[$1.other]) }
            .map { ($0.one, $0.other) }
    }

    private func canUnite(_ left: [Int], _ right: [Int]) -> Bool {
        let named = (left + right).map { cores[$0].parties } + [parties(of: left), parties(of: right)]
        return left.allSatisfy { one in
            right.allSatisfy { other in
                if links[[one, other]] != nil { return true }
                let (a, b) = (cores[one], cores[other])
                let both = a.parties.union(b.parties)
                return (named.contains { both.isSubset(of: $0) } || isVouched(one, other, left, right))
                    && a.canJoin(b) && a.deal.weigh(b.deal) != nil
            }
        }
    }

    /// Whether one of them names only parties that another core of its group names, which has a link to the other.
    private func isVouched(_ one: Int, _ other: Int, _ left: [Int], _ right: [Int]) -> Bool {
        func covers(_ wide: Int, _ core: Int) -> Bool { cores[core].parties.isSubset(of: cores[wide].parties) }
        return left.contains { covers($0, one) && links[[$0, other]] != nil }
            || right.contains { covers($0, other) && links[[$0, one]] != nil }
    }

    private func parties(of group: [Int]) -> Set<Int64> {
        group.reduce(into: []) { $0.formUnion(cores[$1].parties) }
    }
}
