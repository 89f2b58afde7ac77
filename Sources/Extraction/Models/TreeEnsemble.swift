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
    /// Leaves a tree, at most: as many as a set of 16 bits holds, of which a vector has eight.
    package static let mostLeaves = 16

    /// Eight bytes, so that all nodes of an ensemble stay in the first-level cache.
    struct Node {
        var threshold: Float
        var tree: UInt16
        /// The leaves that are reached where the feature exceeds the threshold.
        var kept: UInt16
    }

    package let features: Int
    private let base: Float
    /// By feature, then by threshold.
    private var nodes: [Node] = []
    /// For each feature, where its nodes end.
    private var ends: [Int] = []
    /// The values of the leaves from left to right, room for `mostLeaves` a tree.
    private var leaves: [Float] = []

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
        var found = [[Node]](repeating: [], count: features)
        for tree in 0..<treeCount {
            let place = Self.headerSize + 8 * tree
            let firstNode = Int(bytes.load(fromByteOffset: place, as: Int32.self))
            let firstLeaf = Int(bytes.load(fromByteOffset: place + 4, as: Int32.self))
            let parts = (nodes: Part(nodeBytes, firstNode), leaves: Part(leafBytes, firstLeaf))
            guard add(0, of: tree, parts, levels: Self.mostLeaves, &found) else { return nil }
            leaves += repeatElement(0, count: (tree + 1) * Self.mostLeaves - leaves.count)
        }
        for feature in found.indices {
            nodes += found[feature].sorted { $0.threshold < $1.threshold }
            ends.append(nodes.count)
        }
    }

    /// A part of the bytes, and where what is of a tree starts in it.
    private typealias Part = (bytes: UnsafeRawBufferPointer, first: Int)

    /// Adds what lies at `next` of a tree and below, from left to right; nodes to those `found` of their feature.
    /// - Returns: false where it is not of the form.
    private mutating func add(
        _ next: Int, of tree: Int, _ parts: (nodes: Part, leaves: Part), levels: Int, _ found: inout [[Node]]
    ) -> Bool {
        let (inner, outer) = parts
        if next < 0 {
            let offset = 4 * (outer.first + ~next)
            guard (0...outer.bytes.count - 4).contains(offset), leaves.count < (tree + 1) * Self.mostLeaves else {
                return false
            }
            leaves.append(outer.bytes.load(fromByteOffset: offset, as: Float.self))
            return true
        }
        let offset = Self.nodeSize * (inner.first + next)
        guard levels > 0, (0...inner.bytes.count - Self.nodeSize).contains(offset) else { return false }
        let feature = inner.bytes.load(fromByteOffset: offset + 8, as: UInt16.self)
        guard Int(feature) < features else { return false }
        func below(_ side: Int) -> Int { Int(inner.bytes.load(fromByteOffset: offset + side, as: Int16.self)) }
        let left = leaves.count - tree * Self.mostLeaves
        guard add(below(4), of: tree, parts, levels: levels - 1, &found) else { return false }
        let right = leaves.count - tree * Self.mostLeaves
        found[Int(feature)].append(
            Node(
                threshold: inner.bytes.load(fromByteOffset: offset, as: Float.self), tree: UInt16(tree),
                kept: ~(UInt16.max << UInt16(left)) | UInt16.max << UInt16(right)))
        return add(below(6), of: tree, parts, levels: levels - 1, &found)
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
                            TreeWalk(features: features, base: base, nodes: nodes, ends: ends, leaves: leaves)
                                .run(table, rows: rows, into: values)
                        }
                    }
                }
            }
            count = rows
        }
    }
}
