/// Grows one tree to fit the gradients of a loss, best split first.
struct TreeGrower {
    let bins: BinnedRows
    /// The columns that splits may use, in ascending order.
    let columns: [Int]
    /// First and second derivative of the loss at each row.
    let gradients: [SIMD2<Float>]
    let options: BoostedTrees.Options

    /// A leaf that may still be split.
    private struct Leaf {
        var rows: [Int]
        var total: SIMD2<Float>
        /// Gradients and number of rows by bin, column by column of those that splits may use.
        var histogram: [SIMD4<Float>]
        var split: Split?
        /// The node and side that lead here; nil for the root.
        var parent: (node: Int, left: Bool)?
    }

    private struct Split {
        var column: Int
        var bin: Int
        var gain: Float
    }

    /// The tree that fits the gradients of `rows` best.
    func grow(on rows: [Int]) -> BoostedTree {
        var nodes: [BoostedTree.Node] = []
        var open = [root(rows)]
        while open.count < options.leaves, let best = bestLeaf(open), let split = open[best].split {
            let leaf = open[best]
            let node = nodes.count
            nodes.append(
                .init(
                    feature: split.column, threshold: bins.edges[split.column][split.bin], left: 0, right: 0))
            attach(~0, at: leaf.parent, &nodes, node: node)
            let (left, right) = divide(leaf, split, node)
            open[best] = left
            open.append(right)
        }
        if nodes.isEmpty { nodes = [.init(feature: 0, threshold: 0, left: ~0, right: ~0)] }
        var leaves: [Float] = []
        for leaf in open {
            if let parent = leaf.parent { attach(leaves.count, at: parent, &nodes, node: nil) }
            leaves.append(-options.rate * leaf.total[0] / (leaf.total[1] + options.l2))
        }
        return BoostedTree(nodes: nodes, leaves: leaves)
    }

    /// Points the parent's side at `node`, or at the leaf `leaf` where there is none.
    private func attach(_ leaf: Int, at parent: (node: Int, left: Bool)?, _ nodes: inout [BoostedTree.Node], node: Int?)
    {
        guard let parent else { return }
        let child = node ?? ~leaf
        if parent.left { nodes[parent.node].left = child } else { nodes[parent.node].right = child }
    }

    private func root(_ rows: [Int]) -> Leaf {
        leaf(rows, histogram(of: rows), parent: nil)
    }

    private func bestLeaf(_ leaves: [Leaf]) -> Int? {
        leaves.indices.filter { leaves[$0].split != nil }
            .max { (leaves[$0].split?.gain ?? 0) < (leaves[$1].split?.gain ?? 0) }
    }

    private func divide(_ leaf: Leaf, _ split: Split, _ node: Int) -> (Leaf, Leaf) {
        let first = split.column * bins.count
        var (left, right): ([Int], [Int]) = ([], [])
        for row in leaf.rows {
            if Int(bins.bins[first + row]) <= split.bin { left.append(row) } else { right.append(row) }
        }
        // The histogram of the larger side is what the smaller one leaves of the parent's.
        let leftIsSmaller = left.count <= right.count
        let small = histogram(of: leftIsSmaller ? left : right)
        let large = zip(leaf.histogram, small).map { $0 - $1 }
        return (
            self.leaf(left, leftIsSmaller ? small : large, parent: (node, true)),
            self.leaf(right, leftIsSmaller ? large : small, parent: (node, false))
        )
    }

    private func leaf(_ rows: [Int], _ histogram: [SIMD4<Float>], parent: (node: Int, left: Bool)?) -> Leaf {
        let total = rows.reduce(SIMD2<Float>.zero) { $0 + gradients[$1] }
        var leaf = Leaf(rows: rows, total: total, histogram: histogram, split: nil, parent: parent)
        leaf.split = bestSplit(leaf)
        return leaf
    }

    private func histogram(of rows: [Int]) -> [SIMD4<Float>] {
        var sums = [SIMD4<Float>](repeating: .zero, count: columns.count * BinnedRows.binCount)
        sums.withUnsafeMutableBufferPointer { sums in
            bins.bins.withUnsafeBufferPointer { all in
                gradients.withUnsafeBufferPointer { gradients in
                    for (place, column) in columns.enumerated() {
                        let (first, place) = (column * bins.count, place * BinnedRows.binCount)
                        for row in rows {
                            let gradient = gradients[row]
                            sums[place + Int(all[first + row])] += SIMD4(gradient[0], gradient[1], 1, 0)
                        }
                    }
                }
            }
        }
        return sums
    }

    private func bestSplit(_ leaf: Leaf) -> Split? {
        let minimum = Float(options.minimumRows)
        guard Float(leaf.rows.count) >= 2 * minimum else { return nil }
        func worth(_ sum: SIMD2<Float>) -> Float { sum[0] * sum[0] / (sum[1] + options.l2) }
        let whole = worth(leaf.total)
        var best: Split?
        for (place, column) in columns.enumerated() {
            var left = SIMD4<Float>.zero
            for bin in bins.edges[column].indices {
                left += leaf.histogram[place * BinnedRows.binCount + bin]
                if left[2] < minimum { continue }
                if Float(leaf.rows.count) - left[2] < minimum { break }
                let leftSum = SIMD2(left[0], left[1])
                let gain = worth(leftSum) + worth(leaf.total - leftSum) - whole
                if gain > (best?.gain ?? 1e-6) { best = Split(column: column, bin: bin, gain: gain) }
            }
        }
        return best
    }
}
