/// Running sums of the type model's weights along the streams of a sentence, so that the sums of a candidate
/// are differences.
///
/// The lanes have 16 bits and may wrap around along a long sentence; differences are right all the same, as
/// long as those of one candidate and one stream fit, which they do by far.
struct TypeSums {
    private let model: LinearModel
    private let blocks: Int
    /// For each stream, where its sums start, in vectors.
    private var starts: [Int] = []
    /// For each stream and border, a vector a block of outputs.
    private var sums: [SIMD16<Int16>] = []

    static let streams = SentenceFeatures.Stream.all.filter { $0.group.typeWeight > 0 }

    init(_ features: SentenceFeatures, _ model: LinearModel) {
        self.model = model
        blocks = LinearModel.stride(outputs: model.outputs) / 16
        sums.reserveCapacity(blocks * 16 * (features.count + 1))
        for stream in Self.streams {
            starts.append(sums.count)
            sums.append(contentsOf: repeatElement(SIMD16<Int16>(), count: blocks))
            let values = features[stream]
            if stream.hasManyATerm {
                for term in 0..<features.count {
                    let first = Int(values.before[term]), end = Int(values.before[term + 1])
                    append(values.hashes[first..<end])
                }
            } else {
                for index in values.hashes.indices { append(values.hashes[index...index]) }
            }
        }
    }

    /// Appends the last sums with those of `hashes` added.
    private mutating func append(_ hashes: ArraySlice<UInt32>) {
        let last = sums.count - blocks
        for block in 0..<blocks { sums.append(sums[last + block]) }
        let next = last + blocks
        for hash in hashes {
            guard let row = model.row(hash) else { continue }
            for block in 0..<blocks {
                let weights = row.loadUnaligned(fromByteOffset: 16 * block, as: SIMD16<Int8>.self)
                sums[next + block] &+= SIMD16<Int16>(truncatingIfNeeded: weights)
            }
        }
    }

    /// Adds `weight` times the sums of the number-th stream of `streams` between two of its borders.
    @inline(__always)
    func add(
        _ number: Int, from first: Int, to end: Int, times weight: Float, to totals: inout [SIMD16<Float>]
    ) {
        let (low, high) = (starts[number] + first * blocks, starts[number] + end * blocks)
        for block in 0..<blocks {
            let difference = sums[high + block] &- sums[low + block]
            totals[block] += weight * SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: difference))
        }
    }

    /// Adds `weight` times the weights of `hashes`.
    func add(_ hashes: [UInt32], times weight: Float, to totals: inout [SIMD16<Float>]) {
        for block in 0..<blocks {
            var sum = SIMD16<Int16>()
            for hash in hashes {
                guard let row = model.row(hash) else { continue }
                let weights = row.loadUnaligned(fromByteOffset: 16 * block, as: SIMD16<Int8>.self)
                sum &+= SIMD16<Int16>(truncatingIfNeeded: weights)
            }
            totals[block] += weight * SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: sum))
        }
    }
}
