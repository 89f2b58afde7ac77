/// One way in which a clause may bind the companies of an article.
package struct RoleHypothesis: Equatable, Sendable {
    /// In ascending order.
    package var owe: [Int]
    package var get: [Int]

    package init(owe: [Int], get: [Int]) {
        self.owe = owe
        self.get = get
    }

    /// The form it has.
    var form: RoleForm {
        if owe.isEmpty { return get.isEmpty ? .nobody : get.count > 1 ? .allGet : .oneGets }
        if get.isEmpty { return owe.count > 1 ? .allOwe : .oneOwes }
        return owe == get ? .mutual : .directed
    }
}

/// All ways worth weighing in which a clause may bind companies. Many have a side in common, so that sides are numbers
/// here: comparing them as lists was a seventh of deciding.
struct RoleHypotheses {
    /// Each once; the first is empty.
    private(set) var sides: [[Int]] = [[]]
    /// Those who owe and those who get, by their places in `sides`.
    private(set) var all: [(owe: Int, get: Int)] = [(0, 0)]
    private let companies: Int

    /// - Parameters:
    ///   - companies: that may have a role of their own.
    ///   - groups: that may have one together, two or more, each in ascending order.
    init(companies: [Int], groups: [[Int]]) {
        self.companies = companies.count
        sides += companies.map { [$0] }
        for a in companies.indices {
            all.append((a + 1, 0))
            all.append((0, a + 1))
            for b in companies.indices where a != b { all.append((a + 1, b + 1)) }
        }
        for group in groups {
            let side = place(of: group)
            all += [(side, side), (side, 0), (0, side)]
            for (a, company) in companies.enumerated() {
                let others = group.filter { $0 != company }
                guard others.count > 1 else { continue }
                let side = place(of: others)
                all += [(a + 1, side), (side, a + 1)]
            }
        }
    }

    private mutating func place(of group: [Int]) -> Int {
        if let place = sides[(companies + 1)...].firstIndex(of: group) { return place }
        sides.append(group)
        return sides.count - 1
    }

    subscript(_ place: Int) -> RoleHypothesis {
        RoleHypothesis(owe: sides[all[place].owe], get: sides[all[place].get])
    }

    /// The side of those who owe, or of those who get, that all hypotheses together make likeliest; of equal ones that
    /// which comes first.
    func likeliest(_ probabilities: [Float], isOwing: Bool) -> [Int] {
        var sums = [Float](repeating: 0, count: sides.count)
        var order: [Int] = []
        var isSeen = [Bool](repeating: false, count: sides.count)
        for (hypothesis, probability) in zip(all, probabilities) {
            let side = isOwing ? hypothesis.owe : hypothesis.get
            sums[side] += probability
            if !isSeen[side] { order.append(side) }
            isSeen[side] = true
        }
        return sides[order[order.map { sums[$0] }.bestIndex]]
    }
}
