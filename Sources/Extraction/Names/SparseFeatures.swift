/// Hashed features with values, for `LinearModel` and for training it.
package struct SparseFeatures: Sendable {
    package private(set) var hashes: [UInt32] = []
    package private(set) var values: [Float] = []

    package init() {}

    /// Adds the feature `template`, `value` of weight `weight`.
    @inline(__always)
    package mutating func add(_ template: UInt64, _ value: UInt64 = 0, weight: Float = 1) {
        let hash = FeatureHash.combine(template &* 0xD6E8_FEB8_6659_FD93, value)
        hashes.append(UInt32(truncatingIfNeeded: hash ^ hash >> 32))
        values.append(weight)
    }

    package mutating func reserveCapacity(_ count: Int) {
        hashes.reserveCapacity(count)
        values.reserveCapacity(count)
    }
}

extension LinearModel {
    /// The value of the model's one output.
    package func value(_ features: SparseFeatures) -> Float {
        var score: Float = 0
        withUnsafeMutableBytes(of: &score) { bytes in
            let scores = bytes.bindMemory(to: Float.self)
            start(scores)
            features.hashes.withUnsafeBufferPointer { hashes in
                for index in hashes.indices {
                    add(
                        UnsafeBufferPointer(rebasing: hashes[index..<index + 1]), times: features.values[index],
                        to: scores)
                }
            }
        }
        return score
    }
}
