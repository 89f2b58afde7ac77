internal import Extraction
internal import Foundation

/// Gradient-boosted decision trees for a yes/no answer over dense features.
///
/// Each tree is grown best split first over histograms of binned features. The same rows, labels and options
/// give the same trees.
public struct BoostedTrees: Sendable {
    public struct Options: Sendable {
        public var trees = 120
        /// Leaves a tree, at most.
        public var leaves = 12
        /// How much of a tree's correction is taken over.
        public var rate: Float = 0.06
        /// Rows a leaf, at least.
        public var minimumRows = 30
        public var l2: Float = 5
        /// The share of the columns, drawn anew for each tree, that its splits may use: below 1 no column can
        /// crowd out those that tell much the same.
        public var columnShare: Float = 1
        /// The share of the rows, drawn anew for each tree, that it is grown on: below 1 the trees lean less on single
        /// rows.
        public var rowShare: Float = 1

        public init() {}
    }

    /// Columns in a row.
    public let columns: Int
    private let base: Float
    private var trees: [BoostedTree] = []

    /// Learns from `rows`, which hold `columns` numbers each, one row after the other.
    /// - Parameters:
    ///   - labels: the answer to each row.
    ///   - using: the rows to learn from; all where it is nil.
    public init(rows: [Float], columns: Int, labels: [Bool], options: Options = Options(), using chosen: [Int]? = nil) {
        self.init(rows: rows, columns: columns, shares: labels.map { $0 ? 1 : 0 }, options: options, using: chosen)
    }

    /// Learns numbers from 0 to 1 from `rows`, as the other learns answers.
    public init(
        rows: [Float], columns: Int, shares: [Float], options: Options = Options(), using chosen: [Int]? = nil
    ) {
        self.columns = columns
        let chosen = chosen ?? Array(shares.indices)
        let bins = BinnedRows(rows: rows, columns: columns, using: chosen)
        let labels = chosen.map { shares[$0] }
        let positives = labels.reduce(0, +)
        base = log((positives + 0.5) / (Float(labels.count) - positives + 0.5))
        var scores = [Float](repeating: base, count: labels.count)
        var generator = XorShift(seed: 1)
        for _ in 0..<options.trees {
            var gradients = [SIMD2<Float>](repeating: .zero, count: labels.count)
            for row in labels.indices {
                let probability = 1 / (1 + exp(-scores[row]))
                gradients[row] = SIMD2(probability - labels[row], probability * (1 - probability))
            }
            let open = (0..<columns).drawn(options.columnShare, using: &generator)
            let seen = labels.indices.drawn(options.rowShare, using: &generator)
            let tree = TreeGrower(bins: bins, columns: open, gradients: gradients, options: options).grow(on: seen)
            for row in labels.indices {
                scores[row] += tree.value(rows[chosen[row] * columns..<(chosen[row] + 1) * columns])
            }
            trees.append(tree)
        }
    }

    /// The logarithm of the odds of yes for one row.
    public func value(_ row: ArraySlice<Float>) -> Float {
        trees.reduce(base) { $0 + $1.value(row) }
    }

    /// The probability of yes for one row.
    public func probability(_ row: ArraySlice<Float>) -> Float {
        1 / (1 + exp(-value(row)))
    }

    /// The trees as a `TreeEnsemble`.
    public func encoded() -> [UInt8] {
        var writer = ByteWriter()
        let counts = [
            columns, trees.count, trees.reduce(0) { $0 + $1.nodes.count }, trees.reduce(0) { $0 + $1.leaves.count },
        ]
        writer.append(TreeEnsemble.magic)
        for count in counts { writer.append(UInt32(count)) }
        writer.append(base)
        var (node, leaf) = (0, 0)
        for tree in trees {
            writer.append(Int32(node))
            writer.append(Int32(leaf))
            node += tree.nodes.count
            leaf += tree.leaves.count
        }
        for node in trees.flatMap(\.nodes) {
            writer.append(node.threshold)
            writer.append(Int16(node.left))
            writer.append(Int16(node.right))
            writer.append(UInt32(node.feature))
        }
        for leaf in trees.flatMap(\.leaves) { writer.append(leaf) }
        return writer.bytes
    }
}

extension Range<Int> {
    /// A share of these numbers, in ascending order; all where it is 1.
    fileprivate func drawn(_ share: Float, using generator: inout XorShift) -> [Int] {
        guard share < 1 else { return Array(self) }
        return shuffled(using: &generator).prefix(Int((Float(count) * share).rounded(.up))).sorted()
    }
}

/// One tree. A child below zero is the leaf that is its complement.
struct BoostedTree: Sendable {
    struct Node: Sendable {
        var feature: Int
        var threshold: Float
        var left: Int
        var right: Int
    }

    /// Never empty: a tree that found nothing to split has one node with twice the same leaf.
    var nodes: [Node]
    var leaves: [Float]

    func value(_ row: ArraySlice<Float>) -> Float {
        var next = 0
        repeat {
            let node = nodes[next]
            next = row[row.startIndex + node.feature] <= node.threshold ? node.left : node.right
        } while next >= 0
        return leaves[~next]
    }
}
