/// Features and the highest weight that each was given, in the order in which they first came.
///
/// In that order on purpose: a sum over a `Dictionary` comes out differently in each run. And looking up hashes
/// that are hashes already takes a quarter of the time.
struct FeatureBag {
    private var places: HashTable<Int32>
    private var features: [UInt64] = []
    private var weights: [Float] = []

    /// - Parameter capacity: how many features there are at most.
    init(capacity: Int) {
        places = HashTable(capacity: capacity, none: -1)
        features.reserveCapacity(capacity)
        weights.reserveCapacity(capacity)
    }

    /// Adds `feature`, or raises its weight.
    mutating func add(_ feature: UInt64, _ weight: Float) {
        let place = Int(places[feature])
        if place >= 0 {
            weights[place] = max(weights[place], weight)
        } else {
            places[feature] = Int32(features.count)
            features.append(feature)
            weights.append(weight)
        }
    }

    /// The root of the sum of the squares of the weights.
    var norm: Float { weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }

    /// The features by their weights, the highest weight first.
    var byWeight: [(weight: Float, features: [UInt64])] {
        var groups: [(weight: Float, features: [UInt64])] = []
        for (feature, weight) in zip(features, weights) {
            // Few different weights: looking through them is quicker than sorting.
            let place = groups.firstIndex { $0.weight <= weight } ?? groups.count
            if place == groups.count || groups[place].weight != weight { groups.insert((weight, []), at: place) }
            groups[place].features.append(feature)
        }
        return groups
    }
}
