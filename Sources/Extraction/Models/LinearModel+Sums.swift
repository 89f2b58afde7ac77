/// Sums of weights over many features at once.
extension LinearModel {
    /// The rows of those of `hashes` that have weights, in their order, and for each border between hashes how many
    /// rows come before it. What was in `rows` and `ranks` is forgotten.
    func findRows(
        of hashes: ArraySlice<UInt32>, _ rows: inout [UInt32], ranks: inout [Int32]
    ) {
        let count = hashes.count
        if rows.count < count { rows += repeatElement(0, count: count - rows.count) }
        if ranks.count < count + 1 { ranks += repeatElement(0, count: count + 1 - ranks.count) }
        rows.withUnsafeMutableBufferPointer { rows in
            ranks.withUnsafeMutableBufferPointer { ranks in
                hashes.withUnsafeBufferPointer { hashes in
                    var found = 0
                    for index in 0..<count {
                        ranks[index] = Int32(truncatingIfNeeded: found)
                        rows[found] = hashes[index] & mask
                        found &+= Int(truncatingIfNeeded: known(hashes[index]))
                    }
                    ranks[count] = Int32(truncatingIfNeeded: found)
                }
            }
        }
    }

    /// For each border between `hashes` the sum of the weights before it, in a model with one output and still to be
    /// multiplied by `scale`. What was in `sums` is forgotten.
    func sumUp(_ hashes: [UInt32], _ sums: inout [Int32]) {
        if sums.count <= hashes.count { sums += repeatElement(0, count: hashes.count + 1 - sums.count) }
        sums.withUnsafeMutableBufferPointer { sums in
            hashes.withUnsafeBufferPointer { hashes in
                var sum: Int32 = 0
                sums[0] = 0
                for (index, hash) in hashes.enumerated() {
                    sum &+= weight(hash)
                    sums[index &+ 1] = sum
                }
            }
        }
    }

    /// The weights of a row for sixteen outputs from `block` on.
    @inline(__always)
    func weights(ofRow row: UInt32, _ block: Int) -> SIMD16<Int16> {
        let offset: Int = Int(row) &* stride &+ block
        let bytes = UnsafeRawPointer(weights + offset).loadUnaligned(as: SIMD16<Int8>.self)
        return SIMD16<Int16>(truncatingIfNeeded: bytes)
    }

    /// The sum of the weights of `hashes` in a model with one output, still to be multiplied by `scale`.
    package func sum(_ hashes: UnsafeBufferPointer<UInt32>) -> Int32 {
        hashes.reduce(0) { $0 &+ weight($1) }
    }

    /// Adds `weight` times the weights of `hashes` (any 32-bit hashes) to `scores`.
    package func add(
        _ hashes: UnsafeBufferPointer<UInt32>, times weight: Float, to scores: UnsafeMutableBufferPointer<Float>
    ) {
        if outputs == 1 {
            scores[0] += weight * scales[0] * Float(sum(hashes))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: hashes.count + 1) { rows in
            let known = UnsafeBufferPointer(rebasing: rows[..<findRows(of: hashes, rows)])
            for block in Swift.stride(from: 0, to: outputs, by: 16) {
                let total = blockSum(block, rows: known)
                for lane in 0..<min(16, outputs - block) {
                    scores[block + lane] += weight * scales[block + lane] * total[lane]
                }
            }
        }
    }

    /// The score of a model with one output for features in runs that share a value, as below.
    package func score(_ hashes: UnsafeBufferPointer<UInt32>, runs: [(end: Int, value: Float)]) -> Float {
        var (total, first) = (Float(0), 0)
        for run in runs {
            total += run.value * Float(sum(UnsafeBufferPointer(rebasing: hashes[first..<run.end])))
            first = run.end
        }
        return biases[0] + scales[0] * total
    }

    /// The scores of all outputs for features in runs that share a value: each run ends before `end` in `hashes`.
    ///
    /// Runs are short, so they are added up in vectors and scaled once at the end: with `add` for each run, a
    /// third of the time of agreements went into that.
    package func scores(_ hashes: UnsafeBufferPointer<UInt32>, runs: [(end: Int, value: Float)]) -> [Float] {
        if stride == 1 { return [score(hashes, runs: runs)] }
        var scores = [Float](repeating: 0, count: outputs)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: hashes.count + runs.count + 1) { work in
            let rows = UnsafeMutableBufferPointer(rebasing: work[..<(hashes.count + 1)])
            let ends = UnsafeMutableBufferPointer(rebasing: work[(hashes.count + 1)...])
            var (found, start) = (0, 0)
            for (index, run) in runs.enumerated() {
                let hashes = UnsafeBufferPointer(rebasing: hashes[start..<run.end])
                found += findRows(of: hashes, UnsafeMutableBufferPointer(rebasing: rows[found...]))
                ends[index] = UInt32(truncatingIfNeeded: found)
                start = run.end
            }
            for block in Swift.stride(from: 0, to: outputs, by: 16) {
                var total = SIMD16<Float>()
                var first = 0
                for (index, run) in runs.enumerated() where Int(ends[index]) > first {
                    let end = Int(ends[index])
                    total += run.value * blockSum(block, rows: UnsafeBufferPointer(rebasing: rows[first..<end]))
                    first = end
                }
                for lane in 0..<min(16, outputs - block) {
                    scores[block + lane] = biases[block + lane] + scales[block + lane] * total[lane]
                }
            }
        }
        return scores
    }

    /// Writes the rows of those of `hashes` that have weights to `rows`, which has room for one more than there are.
    /// - Returns: how many they are.
    @inline(__always)
    private func findRows(
        of hashes: UnsafeBufferPointer<UInt32>, _ rows: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var found = 0
        for hash in hashes {
            rows[found] = hash & mask
            found &+= Int(truncatingIfNeeded: known(hash))
        }
        return found
    }

    /// The sums of the weights of `rows` for sixteen outputs from `block` on.
    @inline(__always)
    private func blockSum(_ block: Int, rows: UnsafeBufferPointer<UInt32>) -> SIMD16<Float> {
        var total = SIMD16<Float>()
        var next = 0
        while next < rows.count {
            // 256 weights of one byte cannot overflow the 16-bit lanes.
            let end = min(next + 256, rows.count)
            var part = SIMD16<Int16>()
            while next < end {
                part = part &+ weights(ofRow: rows[next], block)
                next += 1
            }
            total += SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: part))
        }
        return total
    }
}
