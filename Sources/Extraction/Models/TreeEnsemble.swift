/// A sum of small decision trees over dense features, used in place from its bytes.
///
/// The form, little-endian, on a 4-byte boundary: `KBT1`, features, trees, nodes, leaves (UInt32 each), the
/// base value (Float32), the Int32 root of each tree, the nodes, then a Float32 value for each leaf. A node
/// is twelve bytes: threshold (Float32), left and right (Int16: a node, or a leaf as its complement, both
/// counted from the first of its tree), feature (UInt16), zero (UInt16). A tree starts at its first node and
/// its first leaf, two Int32. A row goes left where its feature is at most the threshold.
///
/// Unchecked `Sendable`: the bytes are only read.
package struct TreeEnsemble: @unchecked Sendable {
    package static let magic: UInt32 = 0x3154_424B
    package static let headerSize = 24
    package static let nodeSize = 12

    package let features: Int
    private let trees: Int
    private let base: Float
    private let roots: UnsafePointer<Int32>
    private let nodes: UnsafeRawPointer
    private let leaves: UnsafePointer<Float>

    /// The ensemble in `bytes`, which must outlive it; nil where they are not of the form.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headerSize, let start = bytes.baseAddress, Int(bitPattern: start) % 4 == 0,
            bytes.load(as: UInt32.self) == Self.magic
        else { return nil }
        func count(_ offset: Int) -> Int { Int(bytes.load(fromByteOffset: offset, as: UInt32.self)) }
        features = count(4)
        trees = count(8)
        let (nodeCount, leafCount) = (count(12), count(16))
        let nodeOffset = Self.headerSize + 8 * trees
        let leafOffset = nodeOffset + Self.nodeSize * nodeCount
        guard bytes.count == leafOffset + 4 * leafCount else { return nil }
        base = bytes.load(fromByteOffset: 20, as: Float.self)
        roots = (start + Self.headerSize).assumingMemoryBound(to: Int32.self)
        nodes = start + nodeOffset
        leaves = (start + leafOffset).assumingMemoryBound(to: Float.self)
    }

    /// The value of `row` (one number a feature): the logarithm of the odds where the trees were grown for a
    /// probability.
    package func value(_ row: UnsafePointer<Float>) -> Float {
        var sum = base
        for tree in 0..<trees {
            let first = nodes + Int(roots[2 * tree]) * Self.nodeSize
            var next: Int16 = 0
            repeat {
                let node = first + Int(next) * Self.nodeSize
                let feature = Int(node.load(fromByteOffset: 8, as: UInt16.self))
                let side = row[feature] <= node.load(as: Float.self) ? 4 : 6
                next = node.load(fromByteOffset: side, as: Int16.self)
            } while next >= 0
            sum += leaves[Int(roots[2 * tree + 1]) + Int(~next)]
        }
        return sum
    }
}
