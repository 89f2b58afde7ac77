/// What an ensemble says of the rows of a table, read from where its nodes and leaves lie.
///
/// Pointers, on purpose: an ensemble checks its places when it is made, and how many rows there are when it is given a
/// table. With a check at each number it took nearly twice the time.
struct TreeWalk {
    let features: Int
    let base: Float
    let nodes: UnsafeBufferPointer<TreeEnsemble.Node>
    let ends: UnsafeBufferPointer<Int>
    let leaves: UnsafeBufferPointer<Float>
    let starts: UnsafeBufferPointer<Int>

    /// Rows that are weighed beside each other: one waits for each comparison and addition, four wait together.
    private static let lanes = 4

    /// What all rows have alike strikes out leaves once: rows that weigh the options of one decision share half of their
    /// numbers.
    func run(_ table: UnsafeBufferPointer<Float>, rows: Int, into values: UnsafeMutableBufferPointer<Float>) {
        let trees = starts.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: trees + features) { work in
            let common = UnsafeMutableBufferPointer(rebasing: work[..<trees])
            let differs = UnsafeMutableBufferPointer(rebasing: work[trees...])
            findDifferences(table, rows, differs)
            common.initialize(repeating: .max)
            for column in 0..<features where differs[column] == 0 { strike(common, column, table[column]) }
            if rows == 1 {
                values.initializeElement(at: 0, to: sum(common))
                return
            }
            withUnsafeTemporaryAllocation(of: SIMD4<UInt32>.self, capacity: trees) { left in
                for first in stride(from: 0, to: rows, by: Self.lanes) {
                    let last = min(first + Self.lanes, rows) - 1
                    for tree in 0..<trees { left[tree] = SIMD4(repeating: common[tree]) }
                    for column in 0..<features where differs[column] != 0 {
                        // The last row once more in the place of those that there are not.
                        func number(_ place: Int) -> Float { table[min(first + place, last) &* features &+ column] }
                        strike(left, column, SIMD4(number(0), number(1), number(2), number(3)))
                    }
                    let sums = sums(left)
                    for place in 0...last - first { values.initializeElement(at: first + place, to: sums[place]) }
                }
            }
        }
    }

    /// Sets `differs` to 0 for the columns in which all rows have the same number.
    private func findDifferences(
        _ table: UnsafeBufferPointer<Float>, _ rows: Int, _ differs: UnsafeMutableBufferPointer<UInt32>
    ) {
        differs.initialize(repeating: 0)
        for first in stride(from: features, to: rows * features, by: features) {
            for column in 0..<features { differs[column] |= table[first &+ column] == table[column] ? 0 : 1 }
        }
    }

    @inline(__always)
    private func firstNode(of column: Int) -> Int { column == 0 ? 0 : ends[column - 1] }

    /// Strikes out the leaves that a row with `value` in `column` does not reach.
    @inline(__always)
    private func strike(_ left: UnsafeMutableBufferPointer<UInt32>, _ column: Int, _ value: Float) {
        var place = firstNode(of: column)
        let end = ends[column]
        while place < end, value > nodes[place].threshold {
            left[Int(nodes[place].tree)] &= ~nodes[place].struck
            place &+= 1
        }
    }

    /// As above for four rows.
    @inline(__always)
    private func strike(_ left: UnsafeMutableBufferPointer<SIMD4<UInt32>>, _ column: Int, _ values: SIMD4<Float>) {
        let highest = max(max(values[0], values[1]), max(values[2], values[3]))
        var place = firstNode(of: column)
        let end = ends[column]
        while place < end, highest > nodes[place].threshold {
            let node = nodes[place]
            // All bits where the value exceeds the threshold, else none.
            let exceeds = unsafeBitCast(values .> SIMD4(repeating: node.threshold), to: SIMD4<UInt32>.self)
            left[Int(node.tree)] &= ~(exceeds & SIMD4(repeating: node.struck))
            place &+= 1
        }
    }

    /// The sum of the values of the leaves that are left.
    @inline(__always)
    private func sum(_ left: UnsafeMutableBufferPointer<UInt32>) -> Float {
        var sum = base
        for tree in 0..<left.count { sum += leaves[starts[tree] &+ left[tree].trailingZeroBitCount] }
        return sum
    }

    /// As above for four rows.
    @inline(__always)
    private func sums(_ left: UnsafeMutableBufferPointer<SIMD4<UInt32>>) -> SIMD4<Float> {
        var sums = SIMD4(repeating: base)
        for tree in 0..<left.count {
            func leaf(_ lane: Int) -> Float { leaves[starts[tree] &+ left[tree][lane].trailingZeroBitCount] }
            sums += SIMD4(leaf(0), leaf(1), leaf(2), leaf(3))
        }
        return sums
    }
}
