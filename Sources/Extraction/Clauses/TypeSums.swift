/// Running sums of the type model's weights along the features of a sentence, so that the sums of a candidate
/// are differences.
///
/// The lanes have 16 bits and may wrap around along a long sentence; differences are right all the same, as
/// long as those of one candidate and one stream fit, which they do by far.
struct TypeSums {
    private let model: LinearModel
    /// Vectors for the outputs of one feature.
    let blocks: Int
    /// The rows of the features that the model knows, and how many come before each feature.
    private var rows: [UInt32] = []
    private var ranks: [Int32] = []
    /// For each border between rows, a vector a block of outputs.
    private var sums: [SIMD16<Int16>] = []

    init(_ model: LinearModel) {
        self.model = model
        blocks = LinearModel.lanes(outputs: model.outputs) / 16
    }

    /// Sums up the weights of `hashes`.
    mutating func read(_ hashes: [UInt32]) {
        model.findRows(of: hashes[...], &rows, ranks: &ranks)
        let (known, blocks) = (Int(ranks[hashes.count]), blocks)
        let count = (known + 1) * blocks
        if sums.count < count { sums += repeatElement(SIMD16(), count: count - sums.count) }
        sums.withUnsafeMutableBufferPointer { sums in
            for block in 0..<blocks { sums[block] = SIMD16() }
            var next = blocks
            for row in rows[..<known] {
                for block in 0..<blocks {
                    sums[next] = sums[next - blocks] &+ model.weights(ofRow: row, 16 * block)
                    next += 1
                }
            }
        }
    }

    /// The sum of the weights of a block over a range of the hashes.
    @inline(__always)
    func sum(_ block: Int, _ range: Range<Int>) -> SIMD16<Float> {
        let (low, high) = (Int(ranks[range.lowerBound]), Int(ranks[range.upperBound]))
        let difference = sums[high * blocks + block] &- sums[low * blocks + block]
        return SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: difference))
    }
}
