/// The scores of all labels of an article's open tokens, and what follows from them: the best labels, and how
/// probable each label of each token is.
struct LabelLattice {
    private static let labels = LabelModel.labels

    /// Stretches of open tokens inside one sentence.
    let stretches: [Range<Int>]
    private let transitions: [Float]
    /// Five a token, in the order of `stretches`; `outside` is 0.
    private var scores: [Float]
    /// Where the scores of a stretch begin, in tokens.
    private let offsets: [Int]

    init(_ features: NameFeatures, model: LabelModel) {
        let tokens = features.tokens
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
        self.stretches = stretches
        transitions = model.transitions
        var offsets: [Int] = []
        var scores: [Float] = []
        var buffer: [UInt64] = []
        buffer.reserveCapacity(96)
        var shared = [SIMD4<Float>?](repeating: nil, count: features.slotCount)
        for stretch in stretches {
            offsets.append(scores.count / Self.labels)
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
                scores.append(0)
                for lane in 0..<4 { scores.append(sum[lane]) }
            }
        }
        self.offsets = offsets
        self.scores = scores
    }

    /// The best labels of the tokens of stretch `number`, with `outside` made worse by `bias`.
    func best(_ number: Int, bias: Float) -> [UInt8] {
        let count = stretches[number].count, labels = Self.labels
        let base = offsets[number] * labels
        var current = [Float](repeating: -.infinity, count: labels)
        for label in 0..<labels where LabelModel.allows(label, after: nil) {
            current[label] = scores[base + label] - (label == 0 ? bias : 0)
        }
        var back = [UInt8](repeating: 0, count: count * labels)
        for position in 1..<max(count, 1) {
            var next = [Float](repeating: -.infinity, count: labels)
            for label in 0..<labels {
                for before in 0..<labels {
                    let value = current[before] + transitions[before * labels + label]
                    if value > next[label] {
                        next[label] = value
                        back[position * labels + label] = UInt8(before)
                    }
                }
                next[label] += scores[base + position * labels + label] - (label == 0 ? bias : 0)
            }
            current = next
        }
        var path = [UInt8](repeating: 0, count: count)
        path[count - 1] = UInt8(current.indices.max { current[$0] < current[$1] } ?? 0)
        for position in stride(from: count - 1, to: 0, by: -1) {
            path[position - 1] = back[position * labels + Int(path[position])]
        }
        return path
    }

    /// The probabilities of the labels of each token of stretch `number`, five a token (forward-backward,
    /// scaled at each token).
    func marginals(_ number: Int) -> [Float] {
        let count = stretches[number].count, labels = Self.labels
        let base = offsets[number] * labels
        let potentials = (0..<count * labels).map { exponential(scores[base + $0]) }
        let moves = transitions.map { exponential($0) }
        var forward = [Float](repeating: 0, count: count * labels)
        for label in 0..<labels where LabelModel.allows(label, after: nil) { forward[label] = potentials[label] }
        normalize(&forward, 0..<labels)
        for position in 1..<max(count, 1) {
            for label in 0..<labels {
                var sum: Float = 0
                for before in 0..<labels { sum += forward[(position - 1) * labels + before] * moves[before * labels + label] }
                forward[position * labels + label] = sum * potentials[position * labels + label]
            }
            normalize(&forward, position * labels..<(position + 1) * labels)
        }
        var backward = [Float](repeating: 1, count: labels)
        for position in stride(from: count - 1, through: 0, by: -1) {
            let here = position * labels..<(position + 1) * labels
            for label in 0..<labels { forward[position * labels + label] *= backward[label] }
            normalize(&forward, here)
            guard position > 0 else { break }
            var before = [Float](repeating: 0, count: labels)
            for from in 0..<labels {
                for to in 0..<labels {
                    before[from] += moves[from * labels + to] * potentials[position * labels + to] * backward[to]
                }
            }
            normalize(&before, 0..<labels)
            backward = before
        }
        return forward
    }

    private func normalize(_ values: inout [Float], _ range: Range<Int>) {
        let sum = range.reduce(Float(0)) { $0 + values[$1] }
        guard sum > 0 else { return }
        for index in range { values[index] /= sum }
    }
}
