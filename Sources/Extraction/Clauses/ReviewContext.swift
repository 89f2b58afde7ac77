/// The candidates of a sentence that share words with one of them, by their index in the article.
struct Overlaps {
    private(set) var all: [Int] = []
    private(set) var containing: [Int] = []
    private(set) var contained: [Int] = []
    /// Those that share at least half of the words that either has.
    private(set) var alike: [Int] = []

    /// - Parameters:
    ///   - ranges: where the sentence's candidates lie; the one in question is the `number`-th.
    ///   - first: the index in the article of the sentence's first candidate.
    init(_ ranges: [Range<Int>], _ number: Int, _ first: Int) {
        let own = ranges[number]
        for (offset, other) in ranges.enumerated() where offset != number {
            guard other.overlaps(own) else { continue }
            let index = first + offset
            all.append(index)
            if other.lowerBound <= own.lowerBound, other.upperBound >= own.upperBound {
                containing.append(index)
            } else {
                contained.append(index)
            }
            let shared = min(own.upperBound, other.upperBound) - max(own.lowerBound, other.lowerBound)
            let union = max(own.upperBound, other.upperBound) - min(own.lowerBound, other.lowerBound)
            if 2 * shared >= union { alike.append(index) }
        }
    }

    /// The highest probability of being a clause among `candidates`.
    func span(_ scores: ClauseScores, _ candidates: [Int]) -> Float {
        candidates.reduce(0) { max($0, scores.spans[$1]) }
    }

    /// The highest probability of being a clause of `type` among `candidates`.
    func joint(_ scores: ClauseScores, _ candidates: [Int], _ type: Int) -> Float {
        candidates.reduce(0) { max($0, scores.joint($1, type)) }
    }
}

/// How the types of a candidate stand among each other.
struct TypeRanks {
    private let probabilities: ArraySlice<Float>
    private(set) var best: Float = 0
    private(set) var second: Float = 0
    /// Types more likely than one in five.
    private(set) var likely = 0

    init(_ scores: ClauseScores, _ candidate: Int) {
        probabilities = scores.types[candidate * ClauseTypes.count..<(candidate + 1) * ClauseTypes.count]
        for probability in probabilities {
            if probability > best {
                (second, best) = (best, probability)
            } else if probability > second {
                second = probability
            }
            if probability > 0.2 { likely += 1 }
        }
    }

    /// How many types are more likely than `type`, at most 8.
    func rank(_ type: Int) -> Int {
        let own = probabilities[probabilities.startIndex + type]
        return min(8, probabilities.count { $0 > own })
    }
}

/// The best scores of each sentence, and their sums over the article.
struct ArticleSums {
    private let typeCount = ClauseTypes.count
    /// For each sentence and type, the highest joint probability.
    private var bests: [Float]
    private var totals: [Float]
    private let sentences: Int
    /// All types together, a sentence.
    private(set) var mean: Float = 0

    init(_ article: ClauseArticle, _ scores: ClauseScores) {
        sentences = article.sentences.count
        bests = [Float](repeating: 0, count: sentences * typeCount)
        totals = [Float](repeating: 0, count: typeCount)
        var candidate = 0
        for (number, sentence) in article.sentences.enumerated() {
            for _ in sentence.candidates {
                if scores.spans[candidate] > ClauseScores.gate {
                    for type in 0..<typeCount {
                        bests[number * typeCount + type] = max(
                            bests[number * typeCount + type], scores.joint(candidate, type))
                    }
                }
                candidate += 1
            }
            for type in 0..<typeCount { totals[type] += bests[number * typeCount + type] }
        }
        mean = totals.reduce(0, +) / Float(max(1, sentences))
    }

    func best(_ sentence: Int, _ type: Int) -> Float {
        sentence >= 0 && sentence < sentences ? bests[sentence * typeCount + type] : 0
    }

    func best(_ sentence: Int) -> Float {
        guard sentence >= 0, sentence < sentences else { return 0 }
        return bests[sentence * typeCount..<(sentence + 1) * typeCount].max() ?? 0
    }

    func total(_ type: Int) -> Float { totals[type] }
}
