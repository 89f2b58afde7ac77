/// Features and the highest weight that each was given, in the order in which they first came.
///
/// In that order on purpose: a sum over a `Dictionary` comes out differently in each run. And looking up hashes
/// that are hashes already takes a quarter of the time.
struct FeatureBag {
    /// Open addressing: the place of each feature in `features`, -1 for none.
    private var slots: [Int32]
    private var features: [UInt64] = []
    private var weights: [Float] = []

    /// - Parameter capacity: how many features there are at most.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        features.reserveCapacity(capacity)
        weights.reserveCapacity(capacity)
    }

    /// Adds `feature`, or raises its weight.
    mutating func add(_ feature: UInt64, _ weight: Float) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: feature) & mask
        while case let place = Int(slots[slot]), place >= 0 {
            if features[place] == feature {
                weights[place] = max(weights[place], weight)
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(features.count)
        features.append(feature)
        weights.append(weight)
    }

    /// The root of the sum of the squares of the weights.
    var norm: Float { weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }

    /// The features by their weights, the highest first, those of a weight in the order in which they came; and each
    /// weight with where its features end.
    ///
    /// Sorted by counting: looking through all features for each of a dozen weights took as long as filling the bag.
    func byWeight() -> (features: [UInt64], runs: [(end: Int, weight: Float)]) {
        var distinct: [Float] = []
        var counts: [Int] = []
        var groups: [Int] = []
        groups.reserveCapacity(weights.count)
        var group = 0
        for weight in weights {
            if distinct.isEmpty || distinct[group] != weight {
                group = distinct.firstIndex(of: weight) ?? distinct.count
                if group == distinct.count {
                    distinct.append(weight)
                    counts.append(0)
                }
            }
            groups.append(group)
            counts[group] += 1
        }
        var runs: [(end: Int, weight: Float)] = []
        var next = [Int](repeating: 0, count: distinct.count)
        for group in distinct.indices.sorted(by: { distinct[$0] > distinct[$1] }) {
            next[group] = runs.last?.end ?? 0
            runs.append((next[group] + counts[group], distinct[group]))
        }
        var sorted = [UInt64](repeating: 0, count: features.count)
        for (place, group) in groups.enumerated() {
            sorted[next[group]] = features[place]
            next[group] += 1
        }
        return (sorted, runs)
    }
}
