internal import Extraction
internal import Foundation

/// Logistic regression over hashed sparse features, with one or many independent yes/no outputs.
///
/// Learns with AdaGrad, a step size of its own for each weight; the same rows, labels and options give the
/// same weights.
public struct SparseLogistic: Sendable {
    public struct Options: Sendable {
        /// The table has two to this power features; hashes share a weight where their lower bits agree.
        public var bits: Int
        public var epochs = 10
        public var rate: Float = 0.2
        /// Pull of the weights to zero, on outputs that are being updated.
        public var l2: Float = 1e-4
        /// Outputs whose probability is off by no more than this are not updated.
        public var tolerance: Float = 1e-3
        /// Where the biases start: low, as most answers are no.
        public var bias: Float = -3
        public var seed: UInt64 = 1
        /// Features that stand in fewer sources (see `init`) are left out; at most 255.
        public var minimumSources = 0

        public init(bits: Int) { self.bits = bits }
    }

    public let options: Options
    public let outputs: Int
    /// Features are looked up in it first; nil where all count.
    let filter: FeatureFilter?
    /// Weights from one feature to the next, and outputs in whole vectors, as `LinearModel` has them.
    private let stride: Int
    private let lanes: Int
    private var weights: [Float]
    private var biases: [Float]

    /// Learns from `rows`.
    /// - Parameters:
    ///   - labels: the outputs that are yes, for each row.
    ///   - shares: how far the answers of each row are yes, 0 to 1; wholly where it is nil.
    ///   - importance: how much each row counts; all the same where it is nil.
    ///   - using: the rows to learn from; all where it is nil.
    ///   - sources: the source of each row, as a number; rows of a source follow each other.
    public init(
        rows: SparseRows, labels: [[Int]], shares: [Float]? = nil, outputs: Int, options: Options,
        importance: [Float]? = nil, using chosen: [Int]? = nil, sources: [Int]? = nil
    ) {
        self.options = options
        self.outputs = outputs
        let chosen = chosen ?? Array(0..<rows.count)
        if let sources, options.minimumSources > 1 {
            filter = FeatureFilter(rows, using: chosen, sources: sources, minimum: options.minimumSources)
        } else {
            filter = nil
        }
        stride = LinearModel.stride(outputs: outputs)
        lanes = LinearModel.lanes(outputs: outputs)
        weights = [Float](repeating: 0, count: stride << options.bits + LinearModel.padding(outputs: outputs))
        biases = [Float](repeating: options.bias, count: lanes)
        let kept = KeptFeatures(rows, chosen, filter, mask: UInt32(1 << options.bits - 1))
        func ofChosen(_ numbers: [Float]?) -> [Float]? { numbers.map { all in chosen.map { all[$0] } } }
        learn(
            kept, labels: chosen.map { labels[$0] }, shares: ofChosen(shares), importance: ofChosen(importance))
    }

    private mutating func learn(_ rows: KeptFeatures, labels: [[Int]], shares: [Float]?, importance: [Float]?) {
        var steps = [Float](repeating: 0, count: weights.count)
        var biasSteps = [Float](repeating: 0, count: lanes)
        var errors = [Float](repeating: 0, count: lanes)
        var order = Array(labels.indices)
        var generator = XorShift(seed: options.seed)
        let (options, outputs, stride) = (options, outputs, stride)
        weights.withUnsafeMutableBufferPointer { weights in
            steps.withUnsafeMutableBufferPointer { steps in
                for _ in 0..<options.epochs {
                    order.shuffle(using: &generator)
                    for row in order {
                        Self.addScores(rows, row, weights: UnsafeBufferPointer(weights), stride, biases, &errors)
                        for output in 0..<outputs { errors[output] = 1 / (1 + exp(-errors[output])) }
                        for label in labels[row] { errors[label] -= shares?[row] ?? 1 }
                        if let importance { for output in 0..<outputs { errors[output] *= importance[row] } }
                        let active = (0..<outputs).filter { abs(errors[$0]) > options.tolerance }
                        for output in active {
                            biasSteps[output] += errors[output] * errors[output]
                            biases[output] -= options.rate * errors[output] / (biasSteps[output] + 1e-2).squareRoot()
                        }
                        for entry in rows.starts[row]..<rows.starts[row + 1] {
                            let first = Int(rows.places[entry]) * stride
                            let value = rows.values[entry]
                            for output in active {
                                let place = first + output
                                let gradient = errors[output] * value + options.l2 * weights[place]
                                steps[place] += gradient * gradient
                                weights[place] -= options.rate * gradient / (steps[place] + 1e-4).squareRoot()
                            }
                        }
                    }
                }
            }
        }
    }

    /// Sets `scores` to the scores of a row before the logistic function.
    private static func addScores(
        _ rows: KeptFeatures, _ row: Int, weights: UnsafeBufferPointer<Float>, _ stride: Int, _ biases: [Float],
        _ scores: inout [Float]
    ) {
        let entries = rows.starts[row]..<rows.starts[row + 1]
        if stride == 1 {
            scores[0] = entries.reduce(biases[0]) { $0 + rows.values[$1] * weights[Int(rows.places[$1])] }
            return
        }
        let base = UnsafeRawPointer(weights.baseAddress)
        for block in Swift.stride(from: 0, to: scores.count, by: 16) {
            var sum = SIMD16<Float>()
            for entry in entries {
                guard let base else { break }
                let place = (Int(rows.places[entry]) * stride + block) * MemoryLayout<Float>.stride
                sum += rows.values[entry] * base.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
            }
            for lane in 0..<16 { scores[block + lane] = biases[block + lane] + sum[lane] }
        }
    }

    /// The probability of each output for row `row`.
    public func probabilities(of row: Int, in rows: SparseRows) -> [Float] {
        let kept = KeptFeatures(rows, [row], filter, mask: UInt32(1 << options.bits - 1))
        var scores = [Float](repeating: 0, count: lanes)
        weights.withUnsafeBufferPointer { Self.addScores(kept, 0, weights: $0, stride, biases, &scores) }
        return scores.prefix(outputs).map { 1 / (1 + exp(-$0)) }
    }

    /// The weights as a `LinearModel`, in steps of a 127th of each output's largest.
    public func encoded() -> [UInt8] {
        var largest = [Float](repeating: 1e-9, count: stride)
        for (place, weight) in weights.enumerated() {
            largest[place % stride] = max(largest[place % stride], abs(weight))
        }
        var writer = ByteWriter()
        for value in [Int(LinearModel.magic), 1 << options.bits, outputs, stride] { writer.append(UInt32(value)) }
        for value in largest.prefix(outputs) { writer.append(value / 127) }
        for value in biases.prefix(outputs) { writer.append(value) }
        writer.pad(to: LinearModel.weightOffset(outputs: outputs))
        for (place, weight) in weights.enumerated() {
            writer.append(Int8((weight / largest[place % stride] * 127).rounded()))
        }
        for word in filter?.words ?? [] { writer.append(word) }
        return writer.bytes
    }
}

/// The features of some rows that pass a filter, by their place in a table.
private struct KeptFeatures {
    var starts: [Int] = [0]
    var places: [UInt32] = []
    var values: [Float] = []

    init(_ rows: SparseRows, _ chosen: [Int], _ filter: FeatureFilter?, mask: UInt32) {
        for row in chosen {
            for entry in rows.starts[row]..<rows.starts[row + 1] {
                if let filter, !filter.contains(rows.hashes[entry]) { continue }
                places.append(rows.hashes[entry] & mask)
                values.append(rows.values[entry])
            }
            starts.append(places.count)
        }
    }
}
