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

        public init(bits: Int) { self.bits = bits }
    }

    public let options: Options
    public let outputs: Int
    private var weights: [Float]
    private var biases: [Float]

    /// Learns from `rows`.
    /// - Parameters:
    ///   - labels: the outputs that are yes, for each row.
    ///   - importance: how much each row counts; all the same where it is nil.
    ///   - using: the rows to learn from; all where it is nil.
    public init(
        rows: SparseRows, labels: [[Int]], outputs: Int, options: Options, importance: [Float]? = nil,
        using chosen: [Int]? = nil
    ) {
        self.options = options
        self.outputs = outputs
        weights = [Float](repeating: 0, count: outputs << options.bits)
        biases = [Float](repeating: options.bias, count: outputs)
        var steps = [Float](repeating: 0, count: weights.count)
        var biasSteps = [Float](repeating: 0, count: outputs)
        var order = chosen ?? Array(0..<rows.count)
        var generator = XorShift(seed: options.seed)
        for _ in 0..<options.epochs {
            order.shuffle(using: &generator)
            for row in order {
                learn(row, rows, labels[row], importance?[row] ?? 1, &steps, &biasSteps)
            }
        }
    }

    /// The probability of each output for row `row`.
    public func probabilities(of row: Int, in rows: SparseRows) -> [Float] {
        scores(of: row, in: rows).map { 1 / (1 + exp(-$0)) }
    }

    private func scores(of row: Int, in rows: SparseRows) -> [Float] {
        var scores = biases
        let (outputs, mask) = (outputs, UInt32(1 << options.bits - 1))
        scores.withUnsafeMutableBufferPointer { scores in
            weights.withUnsafeBufferPointer { weights in
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    let first = Int(rows.hashes[entry] & mask) * outputs
                    let value = rows.values[entry]
                    for output in 0..<outputs { scores[output] += value * weights[first + output] }
                }
            }
        }
        return scores
    }

    /// One step of AdaGrad on one row.
    private mutating func learn(
        _ row: Int, _ rows: SparseRows, _ labels: [Int], _ importance: Float, _ steps: inout [Float],
        _ biasSteps: inout [Float]
    ) {
        var errors = scores(of: row, in: rows).map { 1 / (1 + exp(-$0)) }
        for label in labels { errors[label] -= 1 }
        for output in errors.indices { errors[output] *= importance }
        let active = errors.indices.filter { abs(errors[$0]) > options.tolerance }
        if active.isEmpty { return }
        let (rate, l2, outputs, mask) = (options.rate, options.l2, outputs, UInt32(1 << options.bits - 1))
        for output in active {
            biasSteps[output] += errors[output] * errors[output]
            biases[output] -= rate * errors[output] / (biasSteps[output] + 1e-2).squareRoot()
        }
        weights.withUnsafeMutableBufferPointer { weights in
            steps.withUnsafeMutableBufferPointer { steps in
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    let first = Int(rows.hashes[entry] & mask) * outputs
                    let value = rows.values[entry]
                    for output in active {
                        let place = first + output
                        let gradient = errors[output] * value + l2 * weights[place]
                        steps[place] += gradient * gradient
                        weights[place] -= rate * gradient / (steps[place] + 1e-4).squareRoot()
                    }
                }
            }
        }
    }

    /// The weights as a `LinearModel`, in steps of a 127th of each output's largest.
    public func encoded() -> [UInt8] {
        let features = 1 << options.bits
        let stride = LinearModel.stride(outputs: outputs)
        var largest = [Float](repeating: 1e-9, count: outputs)
        for (place, weight) in weights.enumerated() {
            largest[place % outputs] = max(largest[place % outputs], abs(weight))
        }
        var writer = ByteWriter()
        for value in [LinearModel.magic, UInt32(features), UInt32(outputs), UInt32(stride)] { writer.append(value) }
        for value in largest { writer.append(value / 127) }
        for value in biases { writer.append(value) }
        writer.pad(to: LinearModel.weightOffset(outputs: outputs))
        for feature in 0..<features {
            for output in 0..<stride {
                let step = output < outputs ? weights[feature * outputs + output] / largest[output] * 127 : 0
                writer.append(Int8(step.rounded()))
            }
        }
        return writer.bytes
    }
}
