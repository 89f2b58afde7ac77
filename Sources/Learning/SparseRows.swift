/// Rows of hashed features with their values: what sparse models learn from.
public struct SparseRows: Sendable {
    /// Where each row starts in `hashes` and `values`; one more than there are rows.
    var starts: [Int] = [0]
    var hashes: [UInt32] = []
    var values: [Float] = []

    public init() {}

    public var count: Int { starts.count - 1 }

    /// Adds features to the row being written.
    /// - Parameter value: the value of each of them, e.g. the weight of their group over the root of its size.
    public mutating func add(_ features: some Sequence<UInt32>, value: Float) {
        for feature in features {
            hashes.append(feature)
            values.append(value)
        }
    }

    /// Ends the row being written, even an empty one.
    public mutating func endRow() {
        starts.append(hashes.count)
    }
}
