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

    /// The weights that occur, few, the highest first.
    var distinctWeights: [Float] {
        var distinct: [Float] = []
        for weight in weights where !distinct.contains(weight) { distinct.append(weight) }
        return distinct.sorted(by: >)
    }

    func forEach(ofWeight weight: Float, _ body: (UInt64) -> Void) {
        for place in features.indices where weights[place] == weight { body(features[place]) }
    }
}
