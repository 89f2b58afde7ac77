/// The sets of companies that may be the parties of an agreement: likely pairs, and what they grow to.
package struct PartySets {
    /// Each in ascending order; smaller sets first.
    package private(set) var sets: [[Int]] = []
    private var known: Set<[Int]> = []

    /// A pair that is less likely is no candidate, but for the likeliest of an article.
    private static let pair: Float = 0.08
    /// A pair that begins a larger set, and what a company has with a set, in the mean and at least, that joins it.
    private static let (seed, mean, least): (Float, Float, Float) = (0.3, 0.2, 0.08)
    /// A company of a list that has less than this with anybody is no party.
    private static let listed: Float = 0.15
    private static let largest = 8

    init(_ pairs: PairTable, lists: NameLists) {
        for pair in pairs.pairs where pair.probability > Self.pair || pair.probability == pairs.sorted.first {
            add([pair.a, pair.b])
        }
        for pair in pairs.pairs where pair.probability >= Self.seed { grow([pair.a, pair.b], pairs) }
        for list in lists.lists where list.companies.count <= Self.largest { add(list.companies, pairs) }
        sets.sort { ($0.count, $0.lexicographicOrder) < ($1.count, $1.lexicographicOrder) }
    }

    private mutating func add(_ set: [Int]) {
        let set = set.sorted()
        if known.insert(set).inserted { sets.append(set) }
    }

    /// Takes in the company that has most with all members, one after the other.
    private mutating func grow(_ pair: [Int], _ pairs: PairTable) {
        var set = pair
        while set.count < Self.largest {
            var best: (company: Int, bond: (least: Float, mean: Float))?
            for company in 0..<pairs.count where !set.contains(company) {
                let bond = pairs.bond(company, set)
                if bond > best?.bond ?? (-1, -1) { best = (company, bond) }
            }
            guard let best, best.bond.mean >= Self.mean, best.bond.least >= Self.least else { return }
            set.append(best.company)
            add(set)
        }
    }

    /// The members of a list, and each other company that has something with all of them.
    private mutating func add(_ list: [Int], _ pairs: PairTable) {
        let members = list.filter { pairs.best($0, outside: []) > Self.listed }
        guard members.count >= 2 else { return }
        if members.count >= 3 { add(members) }
        for company in 0..<pairs.count
        where !members.contains(company) && members.allSatisfy({ pairs[company, $0] > Self.mean }) {
            add(members + [company])
        }
    }
}

extension [Int] {
    /// A number that orders sets of the same size; companies beyond 255 count as that.
    fileprivate var lexicographicOrder: UInt64 { reduce(0) { $0 << 8 | UInt64(Swift.min($1, 255)) } }
}
