/// Sorts the reports on the same companies into deals. What comes out depends on the reports alone.
enum DealGroups {
    /// So many points make two reports one deal; more where one names only some of the parties.
    private static let enough = 2
    private static let enoughForSome = 4

    /// - Parameters:
    ///   - reports: all that name both of `pair`, perhaps with others.
    ///   - pair: the two companies.
    static func deals(_ reports: [DealReport], pair: Set<Int64>) -> [Deal] {
        let sets = Dictionary(grouping: reports.sorted(by: DealReport.precedes)) { Set($0.parties) }
        var wide: [Deal] = []
        for set in sets.keys.filter({ $0 != pair }).sorted(by: { $0.sorted().lexicographicallyPrecedes($1.sorted()) }) {
            wide += deals(sets[set] ?? [])
        }
        // An article that misses the third party of a deal still tells of that deal.
        var narrow: [Deal] = []
        var joined = wide
        for deal in deals(sets[pair] ?? []) {
            if let index = place(of: deal, among: joined) { joined[index].add(deal) } else { narrow.append(deal) }
        }
        return joined + narrow
    }

    private static func deals(_ reports: [DealReport]) -> [Deal] {
        var deals: [Deal] = []
        for report in reports {
            var best: (index: Int, score: Int)?
            for (index, deal) in deals.enumerated() {
                // Of two that fit alike the later one: deals follow each other.
                if let score = deal.score(report), score >= enough, score >= best?.score ?? enough {
                    best = (index, score)
                }
            }
            if let best { deals[best.index].add(report) } else { deals.append(Deal(report)) }
        }
        return deals
    }

    private static func place(of deal: Deal, among wide: [Deal]) -> Int? {
        var best: (index: Int, score: Int)?
        for (index, other) in wide.enumerated() {
            let scores = deal.reports.map { other.score($0) }
            guard !scores.contains(nil), let score = scores.compactMap({ $0 }).max(), score >= enoughForSome else {
                continue
            }
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best?.index
    }
}
