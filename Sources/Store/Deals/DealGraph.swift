internal import SQLite

/// The reports that may tell of one deal with some that changed, read as they are asked for, each once.
final class DealGraph {
    private(set) var cores: [DealCore] = []
    /// For each core a number for its parties; what people put together has one of its own.
    private var sets: [Int] = []
    private var setNumbers: [Set<Int64>: Int] = [:]
    private let reader: DealReader
    private var byPair: [DealSettler.Pair: [Int]] = [:]
    /// The place in `cores` of each report, and of what people put together.
    private var places: [Place: Int] = [:]
    private var pinned: [Int64: Int?] = [:]
    private var neighbours: [Int: [Int: Int]] = [:]

    /// A report, in words that several cores can be told apart by.
    private struct Place: Hashable {
        var article: Int64
        var position: Int

        init(_ report: DealReport) { (article, position) = (report.article, report.position) }
    }

    init(_ reader: DealReader) { self.reader = reader }

    /// The cores with reports that name both companies.
    func cores(of pair: DealSettler.Pair) throws(SQLiteError) -> [Int] {
        if let known = byPair[pair] { return known }
        var found: [Int] = []
        var pins: Set<Int64> = []
        var free: [DealReport] = []
        for report in try reader.reports(of: pair) {
            if let pin = report.pin { pins.insert(pin.correction) } else { free.append(report) }
        }
        for same in Dictionary(grouping: free, by: { Set($0.parties) }).values {
            for deal in DealGroups.deals(same) { found.append(place(of: deal)) }
        }
        for pin in pins { if let core = try core(pinnedBy: pin) { found.append(core) } }
        byPair[pair] = found
        return found
    }

    /// What people put together; nil where no report of it is left.
    func core(pinnedBy correction: Int64) throws(SQLiteError) -> Int? {
        if let known = pinned[correction] { return known }
        var found: Int?
        let reports = try reader.reports(pinnedBy: correction)
        if var pin = reports.first?.pin {
            pin.fixesParties = reports.contains { $0.pin?.fixesParties ?? false }
            sets.append(-cores.count - 1)
            cores.append(DealCore(Deal(reports), pin: pin))
            found = cores.count - 1
        }
        pinned[correction] = .some(found)
        return found
    }

    private func place(of deal: Deal) -> Int {
        let first = Place(deal.reports[0])
        if let known = places[first] { return known }
        let core = DealCore(deal)
        let number = setNumbers[core.parties] ?? setNumbers.count
        setNumbers[core.parties] = number
        sets.append(number)
        cores.append(core)
        places[first] = cores.count - 1
        return cores.count - 1
    }

    /// The deals that the cores and all that is linked to them are, by places in `cores`.
    func deals(around seeds: [Int]) throws(SQLiteError) -> [[Int]] {
        var queue = seeds
        var reached = Set(seeds)
        while let core = queue.popLast() {
            for other in try links(of: core).keys where reached.insert(other).inserted { queue.append(other) }
        }
        let order = reached.sorted()
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        var links: [Set<Int>: Int] = [:]
        for core in order {
            for (other, points) in try self.links(of: core) {
                if let one = place[core], let other = place[other] { links[[one, other]] = points }
            }
        }
        return DealUnion(order.map { cores[$0] }, links).deals.map { $0.map { order[$0] } }
    }

    /// The cores that may be of one deal with this one, with how much speaks for it.
    private func links(of core: Int) throws(SQLiteError) -> [Int: Int] {
        if let known = neighbours[core] { return known }
        var links: [Int: Int] = [:]
        for pair in DealSettler.Pair.all(of: cores[core].parties.sorted()) {
            // Reports of the same companies have been sorted.
            for other in try cores(of: pair) where sets[other] != sets[core] && links[other] == nil {
                if let known = neighbours[other] {
                    links[other] = known[core]
                } else {
                    links[other] = DealGroups.link(cores[core], cores[other])
                }
            }
        }
        neighbours[core] = links
        return links
    }
}
