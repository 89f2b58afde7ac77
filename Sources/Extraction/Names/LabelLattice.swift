/// The scores of all labels of an article's open tokens, and what follows from them: the best labels, and how
/// probable each label of each token is.
///
/// A vector of eight numbers holds the five labels; the other lanes are never likely.
struct LabelLattice {
    private static let labels = LabelModel.labels
    private static let unlikely: Float = -1e9

    /// Stretches of open tokens inside one sentence.
    let stretches: [Range<Int>]
    /// Where the scores of a stretch begin.
    private let offsets: [Int]
    /// The scores of each token, in the order of `stretches`; `outside` is 0.
    private let scores: [SIMD8<Float>]
    /// The probabilities of the labels of each token, in the same order.
    private let marginals: [SIMD8<Float>]
    /// The weights of the transitions to each label, from all.
    private let intoLabel: [SIMD8<Float>]

    init(_ features: NameFeatures, model: LabelModel) {
        stretches = Self.stretches(features.tokens)
        var offsets: [Int] = []
        var count = 0
        for stretch in stretches {
            offsets.append(count)
            count += stretch.count
        }
        self.offsets = offsets
        let scores = Self.scores(features, model, stretches, count: count)
        self.scores = scores
        intoLabel = (0..<Self.labels).map { to in
            var column = SIMD8<Float>(repeating: Self.unlikely)
            for from in 0..<Self.labels {
                column[from] = max(Self.unlikely, model.transitions[from * Self.labels + to])
            }
            return column
        }
        var marginals = [SIMD8<Float>](repeating: .zero, count: count)
        var chain = ForwardBackward(model)
        for (stretch, offset) in zip(stretches, offsets) {
            chain.run(scores, offset..<offset + stretch.count, &marginals)
        }
        self.marginals = marginals
    }

    private static func stretches(_ tokens: NameTokens) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for sentence in tokens.text.sentenceTokens {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard tokens.words[index].isOpen else {
                    index += 1
                    continue
                }
                let first = index
                while index < sentence.upperBound, tokens.words[index].isOpen { index += 1 }
                stretches.append(first..<index)
            }
        }
        return stretches
    }

    private static func scores(
        _ features: NameFeatures, _ model: LabelModel, _ stretches: [Range<Int>], count: Int
    ) -> [SIMD8<Float>] {
        var scores: [SIMD8<Float>] = []
        scores.reserveCapacity(count)
        var buffer: [UInt64] = []
        buffer.reserveCapacity(128)
        var shared = [SIMD4<Float>?](repeating: nil, count: features.slotCount)
        for stretch in stretches {
            for index in stretch {
                buffer.removeAll(keepingCapacity: true)
                features.append(index, to: &buffer)
                var sum = model.scores(buffer)
                if let slot = features.slot(of: index) {
                    if shared[slot] == nil {
                        buffer.removeAll(keepingCapacity: true)
                        features.appendDocument(slot: slot, to: &buffer)
                        shared[slot] = model.scores(buffer)
                    }
                    sum += shared[slot] ?? .zero
                }
                var row = SIMD8<Float>(repeating: unlikely)
                row[0] = 0
                for lane in 0..<4 { row[lane + 1] = sum[lane] }
                scores.append(row)
            }
        }
        return scores
    }

    /// The probabilities of the labels of the token at `index`, in stretch `number`.
    func marginal(_ number: Int, _ index: Int) -> SIMD8<Float> {
        marginals[offsets[number] + index - stretches[number].lowerBound]
    }

    /// Whether any token of the stretch may be part of a name.
    func isLively(_ number: Int) -> Bool {
        (offsets[number]..<offsets[number] + stretches[number].count).contains { marginals[$0][0] < 0.99 }
    }

    /// The best labels of the tokens of stretch `number` (Viterbi), with `outside` made worse by `bias`.
    func best(_ number: Int, bias: Float) -> [UInt8] {
        let count = stretches[number].count, base = offsets[number]
        var penalty = SIMD8<Float>.zero
        penalty[0] = bias
        var current = scores[base] - penalty
        for label in 0..<Self.labels where !LabelModel.allows(label, after: nil) { current[label] = Self.unlikely }
        var back = [SIMD8<UInt8>](repeating: .zero, count: count)
        for place in 1..<max(count, 1) {
            var next = SIMD8<Float>(repeating: Self.unlikely)
            for label in 0..<Self.labels {
                let values = current + intoLabel[label]
                next[label] = values.max()
                back[place][label] = Self.firstLane(values, equal: next[label])
            }
            current = next + scores[base + place] - penalty
        }
        var path = [UInt8](repeating: 0, count: count)
        path[count - 1] = Self.firstLane(current, equal: current.max())
        for place in stride(from: count - 1, to: 0, by: -1) { path[place - 1] = back[place][Int(path[place])] }
        return path
    }

    @inline(__always)
    private static func firstLane(_ values: SIMD8<Float>, equal value: Float) -> UInt8 {
        for lane in 0..<labels where values[lane] == value { return UInt8(lane) }
        return 0
    }
}

/// The probabilities of labels along a stretch, by scaled forward and backward sums.
private struct ForwardBackward {
    /// Exponentials of the transitions from each label, to all.
    private let moves: [SIMD8<Float>]
    private let start: SIMD8<Float>
    private var potentials: [SIMD8<Float>] = []

    init(_ model: LabelModel) {
        let labels = LabelModel.labels
        moves = (0..<labels).map { from in
            var row = SIMD8<Float>.zero
            for to in 0..<labels { row[to] = exponential(model.transitions[from * labels + to]) }
            return row
        }
        var start = SIMD8<Float>.zero
        for label in 0..<labels where LabelModel.allows(label, after: nil) { start[label] = 1 }
        self.start = start
    }

    /// Writes the marginals of the tokens in `range` to their places in `result`.
    mutating func run(_ scores: [SIMD8<Float>], _ range: Range<Int>, _ result: inout [SIMD8<Float>]) {
        potentials.removeAll(keepingCapacity: true)
        for place in range { potentials.append(Self.exponentials(scores[place])) }
        var forward = Self.normalized(start * potentials[0])
        result[range.lowerBound] = forward
        for place in 1..<max(range.count, 1) {
            var next = SIMD8<Float>.zero
            for from in moves.indices { next += moves[from] * forward[from] }
            forward = Self.normalized(next * potentials[place])
            result[range.lowerBound + place] = forward
        }
        var backward = SIMD8<Float>(repeating: 1)
        for place in stride(from: range.count - 1, through: 0, by: -1) {
            result[range.lowerBound + place] = Self.normalized(result[range.lowerBound + place] * backward)
            let carried = potentials[place] * backward
            var before = SIMD8<Float>.zero
            for from in moves.indices { before[from] = (moves[from] * carried).sum() }
            backward = Self.normalized(before)
        }
    }

    /// Of the five labels, less the greatest score, so that they stay in range.
    private static func exponentials(_ scores: SIMD8<Float>) -> SIMD8<Float> {
        let most = scores.max()
        var values = SIMD8<Float>.zero
        for label in 0..<LabelModel.labels { values[label] = exponential(scores[label] - most) }
        return values
    }

    private static func normalized(_ values: SIMD8<Float>) -> SIMD8<Float> {
        let sum = values.sum()
        return sum > 0 ? values / sum : values
    }
}
