/// A sum of small decision trees over dense features.
///
/// The form, little-endian, on a 4-byte boundary: `KBT1`, features, trees, nodes, leaves (UInt32 each), the
/// base value (Float32), the Int32 root of each tree, the nodes, then a Float32 value for each leaf. A node
/// is twelve bytes: threshold (Float32), left and right (Int16: a node, or a leaf as its complement, both
/// counted from the first of its tree), feature (UInt16), zero (UInt16). A tree starts at its first node and
/// its first leaf, two Int32. A row goes left where its feature is at most the threshold.
///
/// A row does not walk through the trees, where the processor guesses at every node and is wrong at every third:
/// for each feature the thresholds that it exceeds are run through in order, and each strikes out the leaves to its
/// left; of the leaves that are left of a tree the first is the row's (QuickScorer, https://doi.org/10.1145/2766462.2767733).
package struct TreeEnsemble: Sendable {
    package static let magic: UInt32 = 0x3154_424B
    package static let headerSize = 24
    package static let nodeSize = 12
    /// Leaves a tree, at most.
    package static let mostLeaves = 32

    /// Twelve bytes, so that all nodes of an ensemble stay in the first-level cache.
    struct Node {
        var threshold: Float
        var feature: UInt16
        var tree: UInt16
        /// The leaves that are not reached where the feature exceeds the threshold.
        var struck: UInt32
    }

    package let features: Int
    private let base: Float
    /// By feature, then by threshold.
    private var nodes: [Node] = []
    /// For each feature, where its nodes end.
    private var ends: [Int] = []
    /// The values of the leaves, tree by tree from left to right, and where each tree starts.
    private var leaves: [Float] = []
    private var starts: [Int] = []

    /// The ensemble in `bytes`; nil where they are not of the form.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headerSize, let start = bytes.baseAddress, Int(bitPattern: start) % 4 == 0,
            bytes.load(as: UInt32.self) == Self.magic
        else { return nil }
        func count(_ offset: Int) -> Int { Int(bytes.load(fromByteOffset: offset, as: UInt32.self)) }
        let (treeCount, nodeCount, leafCount) = (count(8), count(12), count(16))
        features = count(4)
        base = bytes.load(fromByteOffset: 20, as: Float.self)
        let nodeOffset = Self.headerSize + 8 * treeCount
        let leafOffset = nodeOffset + Self.nodeSize * nodeCount
        guard (1...Int(UInt16.max)).contains(features), treeCount <= Int(UInt16.max),
            bytes.count == leafOffset + 4 * leafCount
        else { return nil }
        let nodeBytes = UnsafeRawBufferPointer(rebasing: bytes[nodeOffset..<leafOffset])
        let leafBytes = UnsafeRawBufferPointer(rebasing: bytes[leafOffset...])
        for tree in 0..<treeCount {
            let place = Self.headerSize + 8 * tree
            let firstNode = Int(bytes.load(fromByteOffset: place, as: Int32.self))
            let firstLeaf = Int(bytes.load(fromByteOffset: place + 4, as: Int32.self))
            starts.append(leaves.count)
            guard add(0, (nodeBytes, firstNode), (leafBytes, firstLeaf), levels: Self.mostLeaves) else { return nil }
        }
        nodes.sort { ($0.feature, $0.threshold) < ($1.feature, $1.threshold) }
        ends = (0..<features).map { feature in nodes.count { Int($0.feature) <= feature } }
    }

    /// A part of the bytes, and where what is of a tree starts in it.
    private typealias Part = (bytes: UnsafeRawBufferPointer, first: Int)

    /// Adds what lies at `next` of the last tree and below, from left to right.
    /// - Returns: false where it is not of the form.
    private mutating func add(_ next: Int, _ inner: Part, _ outer: Part, levels: Int) -> Bool {
        if next < 0 {
            let offset = 4 * (outer.first + ~next)
            guard (0...outer.bytes.count - 4).contains(offset),
                leaves.count - starts[starts.count - 1] < Self.mostLeaves
            else { return false }
            leaves.append(outer.bytes.load(fromByteOffset: offset, as: Float.self))
            return true
        }
        let offset = Self.nodeSize * (inner.first + next)
        guard levels > 0, (0...inner.bytes.count - Self.nodeSize).contains(offset) else { return false }
        let feature = inner.bytes.load(fromByteOffset: offset + 8, as: UInt16.self)
        guard Int(feature) < features else { return false }
        func below(_ side: Int) -> Int { Int(inner.bytes.load(fromByteOffset: offset + side, as: Int16.self)) }
        let tree = starts.count - 1
        let left = leaves.count - starts[tree]
        guard add(below(4), inner, outer, levels: levels - 1) else { return false }
        let right = leaves.count - starts[tree]
        let struck = (UInt32.max << UInt32(left)) & ~(UInt32.max << UInt32(right))
        nodes.append(
            Node(
                threshold: inner.bytes.load(fromByteOffset: offset, as: Float.self), feature: feature,
                tree: UInt16(tree), struck: struck))
        return add(below(6), inner, outer, levels: levels - 1)
    }

    /// The value of each row of `table` (`features` numbers a row): the logarithm of the odds where the trees
    /// were grown for a probability.
    package func values(_ table: [Float]) -> [Float] {
        let rows = table.count / features
        guard rows > 0 else { return [] }
        return [Float](unsafeUninitializedCapacity: rows) { values, count in
            table.withUnsafeBufferPointer { table in
                nodes.withUnsafeBufferPointer { nodes in
                    ends.withUnsafeBufferPointer { ends in
                        leaves.withUnsafeBufferPointer { leaves in
                            starts.withUnsafeBufferPointer { starts in
                                TreeWalk(
                                    features: features, base: base, nodes: nodes, ends: ends, leaves: leaves,
                                    starts: starts
                                ).run(table, rows: rows, into: values)
                            }
                        }
                    }
                }
            }
            count = rows
        }
    }
}
