internal import Extraction
internal import Foundation

/// Sums the negative log-likelihood of sequences and its gradient by forward-backward.
struct ChainGradient {
    private(set) var loss = 0.0
    private(set) var gradient: [Double]

    private static let labels = LabelModel.labels
    private static let free = LabelModel.labels - 1
    private var scores: [Double] = []
    /// `exp` of the scores less the greatest of their token.
    private var potentials: [Double] = []
    private var forward: [Double] = []
    private var backward: [Double] = []
    private var scales: [Double] = []

    init(count: Int) { gradient = [Double](repeating: 0, count: count) }

    mutating func add(
        _ data: LabeledSequences, _ sequence: Range<Int>, _ weights: UnsafeBufferPointer<Double>, _ featureCount: Int
    ) {
        let transitionBase = featureCount * Self.free
        score(data, sequence, weights)
        var moves = [Double](repeating: 0, count: Self.labels * Self.labels)
        for index in moves.indices where LabelModel.allows(index % Self.labels, after: index / Self.labels) {
            moves[index] = exp(weights[transitionBase + index])
        }
        let logZ = passForward(sequence.count, moves)
        passBackward(sequence.count, moves)
        loss += logZ - pathScore(data, sequence, weights, transitionBase)
        addTokens(data, sequence)
        addTransitions(data, sequence, moves, transitionBase)
    }

    private mutating func score(
        _ data: LabeledSequences, _ sequence: Range<Int>, _ weights: UnsafeBufferPointer<Double>
    ) {
        scores.removeAll(keepingCapacity: true)
        for token in sequence {
            var sum = SIMD4<Double>()
            for entry in data.starts[token]..<data.starts[token + 1] {
                let base = Int(data.features[entry]) * Self.free
                sum += SIMD4(weights[base], weights[base + 1], weights[base + 2], weights[base + 3])
            }
            scores.append(0)
            for lane in 0..<4 { scores.append(sum[lane]) }
        }
    }

    private func pathScore(
        _ data: LabeledSequences, _ sequence: Range<Int>, _ weights: UnsafeBufferPointer<Double>, _ transitionBase: Int
    ) -> Double {
        var sum = 0.0
        for (place, token) in sequence.enumerated() {
            let label = Int(data.labels[token])
            sum += scores[place * Self.labels + label]
            if place > 0 { sum += weights[transitionBase + Int(data.labels[token - 1]) * Self.labels + label] }
        }
        return sum
    }

    /// Scaled forward probabilities; returns the logarithm of the sum over all paths.
    private mutating func passForward(_ count: Int, _ moves: [Double]) -> Double {
        let labels = Self.labels
        forward = [Double](repeating: 0, count: count * labels)
        scales = [Double](repeating: 1, count: count)
        potentials = scores
        var logZ = 0.0
        for place in 0..<count {
            let base = place * labels
            let most = scores[base..<base + labels].max() ?? 0
            var sum = 0.0
            for label in 0..<labels {
                var value = 0.0
                if place == 0 {
                    value = LabelModel.allows(label, after: nil) ? 1 : 0
                } else {
                    for before in 0..<labels {
                        value += forward[base - labels + before] * moves[before * labels + label]
                    }
                }
                potentials[base + label] = exp(scores[base + label] - most)
                forward[base + label] = value * potentials[base + label]
                sum += forward[base + label]
            }
            for label in 0..<labels { forward[base + label] /= sum }
            scales[place] = sum
            logZ += log(sum) + most
        }
        return logZ
    }

    private mutating func passBackward(_ count: Int, _ moves: [Double]) {
        let labels = Self.labels
        backward = [Double](repeating: 1, count: count * labels)
        for place in stride(from: count - 2, through: 0, by: -1) {
            let next = (place + 1) * labels
            for from in 0..<labels {
                var value = 0.0
                for to in 0..<labels {
                    value += moves[from * labels + to] * potentials[next + to] * backward[next + to]
                }
                backward[place * labels + from] = value / scales[place + 1]
            }
        }
    }

    /// Adds expected minus observed features.
    private mutating func addTokens(_ data: LabeledSequences, _ sequence: Range<Int>) {
        let labels = Self.labels
        for (place, token) in sequence.enumerated() {
            var sum = 0.0
            for label in 0..<labels { sum += forward[place * labels + label] * backward[place * labels + label] }
            var error = SIMD4<Double>()
            for lane in 0..<4 {
                error[lane] = forward[place * labels + lane + 1] * backward[place * labels + lane + 1] / sum
                if Int(data.labels[token]) == lane + 1 { error[lane] -= 1 }
            }
            for entry in data.starts[token]..<data.starts[token + 1] {
                let base = Int(data.features[entry]) * Self.free
                for lane in 0..<4 { gradient[base + lane] += error[lane] }
            }
        }
    }

    private mutating func addTransitions(
        _ data: LabeledSequences, _ sequence: Range<Int>, _ moves: [Double], _ transitionBase: Int
    ) {
        let labels = Self.labels
        for place in 1..<max(sequence.count, 1) {
            let base = place * labels
            var sum = 0.0
            var expected = [Double](repeating: 0, count: labels * labels)
            for from in 0..<labels {
                for to in 0..<labels {
                    let value =
                        forward[base - labels + from] * moves[from * labels + to]
                        * potentials[base + to] * backward[base + to]
                    expected[from * labels + to] = value
                    sum += value
                }
            }
            for index in expected.indices { gradient[transitionBase + index] += expected[index] / sum }
            let token = sequence.lowerBound + place
            gradient[transitionBase + Int(data.labels[token - 1]) * labels + Int(data.labels[token])] -= 1
        }
    }
}
