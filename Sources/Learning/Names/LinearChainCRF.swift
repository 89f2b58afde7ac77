internal import Extraction
internal import Foundation

/// Tokens with their features and labels, in sequences: what `LinearChainCRF` learns from.
struct LabeledSequences {
    /// Token ranges, one a sequence.
    private(set) var sequences: [Range<Int>] = []
    /// Where the features of each token begin; one more than there are tokens.
    private(set) var starts: [Int] = [0]
    private(set) var features: [UInt32] = []
    private(set) var labels: [UInt8] = []

    mutating func addToken(_ tokenFeatures: some Sequence<UInt32>, label: UInt8) {
        features.append(contentsOf: tokenFeatures)
        starts.append(features.count)
        labels.append(label)
    }

    /// Ends the sequence that holds all tokens added since the last one ended.
    mutating func endSequence() {
        let first = sequences.last?.upperBound ?? 0
        if first < labels.count { sequences.append(first..<labels.count) }
    }
}

/// A linear-chain conditional random field, trained by its exact log-likelihood with an L2 penalty.
///
/// Label 0 is the reference: its weights are zero. Which label may follow which is the `LabelModel`'s rule.
struct LinearChainCRF {
    struct Options {
        var l2 = 2.0
        var iterations = 80
    }

    private static let labels = LabelModel.labels
    private static let free = LabelModel.labels - 1

    /// Four weights a feature, then the 25 transitions.
    private(set) var weights: [Double]
    let featureCount: Int

    init(_ data: LabeledSequences, featureCount: Int, options: Options = Options()) {
        self.featureCount = featureCount
        var weights = [Double](repeating: 0, count: featureCount * Self.free + Self.labels * Self.labels)
        var minimizer = LBFGS()
        minimizer.iterations = options.iterations
        minimizer.minimize(&weights) { point, gradient in
            Self.loss(data, featureCount, point, options.l2, &gradient)
        }
        self.weights = weights
    }

    func transition(_ from: Int, _ to: Int) -> Double { weights[featureCount * Self.free + from * Self.labels + to] }

    func weights(of feature: Int) -> ArraySlice<Double> { weights[feature * Self.free..<(feature + 1) * Self.free] }

    /// The penalised negative log-likelihood of `data`, and its gradient.
    private static func loss(
        _ data: LabeledSequences, _ featureCount: Int, _ weights: [Double], _ l2: Double, _ gradient: inout [Double]
    ) -> Double {
        let half = data.sequences.count / 2
        let parts = [data.sequences[..<half], data.sequences[half...]]
        let results = Partials(count: parts.count)
        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
            var work = ChainGradient(count: weights.count)
            weights.withUnsafeBufferPointer { weights in
                for sequence in parts[part] { work.add(data, sequence, weights, featureCount) }
            }
            results.set(part, work)
        }
        var loss = 0.0
        for index in weights.indices {
            gradient[index] = l2 * weights[index]
            loss += l2 / 2 * weights[index] * weights[index]
        }
        for part in parts.indices {
            guard let work = results.get(part) else { continue }
            loss += work.loss
            for index in weights.indices { gradient[index] += work.gradient[index] }
        }
        return loss
    }

    /// The parts' results, in a fixed order, so that sums do not depend on which thread was first.
    private final class Partials: @unchecked Sendable {
        private var parts: [ChainGradient?]
        private let lock = NSLock()

        init(count: Int) { parts = Array(repeating: nil, count: count) }

        func set(_ index: Int, _ part: ChainGradient) { lock.withLock { parts[index] = part } }
        func get(_ index: Int) -> ChainGradient? { lock.withLock { parts[index] } }
    }
}
