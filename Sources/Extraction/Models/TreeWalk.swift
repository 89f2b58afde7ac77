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

    /// For each tree the leaves that are left, of one row and of as many as are weighed beside each other: one waits
    /// for each comparison and addition, eight wait together.
    private typealias Left = UnsafeMutableBufferPointer<UInt16>
    private typealias LeftOfRows = UnsafeMutableBufferPointer<SIMD8<UInt16>>
    private static let lanes = 8

    /// What all rows have alike strikes out leaves once: rows that weigh the options of one decision share half of their
    /// numbers.
    func run(_ table: UnsafeBufferPointer<Float>, rows: Int, into values: UnsafeMutableBufferPointer<Float>) {
        let trees = leaves.count / TreeEnsemble.mostLeaves
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: trees + features) { work in
            let common = UnsafeMutableBufferPointer(rebasing: work[..<trees])
            let differs = UnsafeMutableBufferPointer(rebasing: work[trees...])
            findDifferences(table, rows, differs)
            common.initialize(repeating: .max)
            for column in 0..<features where differs[column] == 0 { strike(common, column, table[column]) }
            if rows == 1 {
                values.initializeElement(at: 0, to: sum(common))
                return
            }
            withUnsafeTemporaryAllocation(of: SIMD8<UInt16>.self, capacity: trees) { left in
                for first in stride(from: 0, to: rows, by: Self.lanes) {
                    let last = min(first + Self.lanes, rows) - 1
                    for tree in 0..<trees { left[tree] = SIMD8(repeating: common[tree]) }
                    for column in 0..<features where differs[column] != 0 {
                        // The last row once more in the place of those that there are not.
                        func number(_ place: Int) -> Float { table[min(first + place, last) &* features &+ column] }
                        let numbers = SIMD8(
                            number(0), number(1), number(2), number(3), number(4), number(5), number(6), number(7))
                        strike(left, column, numbers)
                    }
                    let sums = sums(left)
                    for place in 0...last - first { values.initializeElement(at: first + place, to: sums[place]) }
                }
            }
        }
    }

    /// Sets `differs` to 0 for the columns in which all rows have the same number.
    private func findDifferences(
        _ table: UnsafeBufferPointer<Float>, _ rows: Int, _ differs: UnsafeMutableBufferPointer<UInt16>
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
    private func strike(_ left: Left, _ column: Int, _ value: Float) {
        var place = firstNode(of: column)
        let end = ends[column]
        while place < end, value > nodes[place].threshold {
            left[Int(nodes[place].tree)] &= nodes[place].kept
            place &+= 1
        }
    }

    /// As above for eight rows. The thresholds that all exceed, most of those that any does, are not compared one by
    /// one.
    @inline(__always)
    private func strike(_ left: LeftOfRows, _ column: Int, _ values: SIMD8<Float>) {
        let (lowest, highest) = Self.range(values)
        var place = firstNode(of: column)
        let end = ends[column]
        while place < end, lowest > nodes[place].threshold {
            left[Int(nodes[place].tree)] &= SIMD8(repeating: nodes[place].kept)
            place &+= 1
        }
        while place < end, highest > nodes[place].threshold {
            let node = nodes[place]
            // All bits where the value is at most the threshold, else none. Four and four: comparisons of eight go
            // through the memory one by one.
            let threshold = SIMD4(repeating: node.threshold)
            let stays = SIMD8(
                lowHalf: unsafeBitCast(values.lowHalf .<= threshold, to: SIMD4<UInt32>.self),
                highHalf: unsafeBitCast(values.highHalf .<= threshold, to: SIMD4<UInt32>.self))
            left[Int(node.tree)] &= SIMD8(truncatingIfNeeded: stays) | SIMD8(repeating: node.kept)
            place &+= 1
        }
    }

    /// The lowest and the highest of eight numbers.
    @inline(__always)
    private static func range(_ of: SIMD8<Float>) -> (lowest: Float, highest: Float) {
        let lowest = min(min(min(of[0], of[1]), min(of[2], of[3])), min(min(of[4], of[5]), min(of[6], of[7])))
        let highest = max(max(max(of[0], of[1]), max(of[2], of[3])), max(max(of[4], of[5]), max(of[6], of[7])))
        return (lowest, highest)
    }

    /// The value of the first of the leaves of a tree that are left.
    @inline(__always)
    private func leaf(_ tree: Int, _ left: UInt16) -> Float {
        // With a bit that ends the search, as some is left always: no other way for when there is none.
        let place = (UInt32(left) | 1 << 16).trailingZeroBitCount
        return leaves[tree &* TreeEnsemble.mostLeaves &+ place]
    }

    /// The sum of the values of the leaves that are left.
    @inline(__always)
    private func sum(_ left: Left) -> Float {
        var sum = base
        for tree in 0..<left.count { sum += leaf(tree, left[tree]) }
        return sum
    }

    /// As above for eight rows.
    @inline(__always)
    private func sums(_ left: LeftOfRows) -> SIMD8<Float> {
        var sums = SIMD8(repeating: base)
        for tree in 0..<left.count {
            let row = left[tree]
            sums += SIMD8(
                leaf(tree, row[0]), leaf(tree, row[1]), leaf(tree, row[2]), leaf(tree, row[3]), leaf(tree, row[4]),
                leaf(tree, row[5]), leaf(tree, row[6]), leaf(tree, row[7]))
        }
        return sums
    }
}
