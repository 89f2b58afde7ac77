/// The first pass: which candidates are clauses, and of which types, by two linear models.
///
/// Most features are shared by many candidates, so their weights are summed up along the sentence once, and
/// a candidate's sum is a difference.
struct ClauseScorer: Sendable {
    private let spanModel: LinearModel
    private let typeModel: LinearModel
    /// What each type is worth without any feature, and what one step of its weights is, in blocks of sixteen.
    private let biases: [SIMD16<Float>]
    private let scales: [SIMD16<Float>]

    init(spanModel: LinearModel, typeModel: LinearModel) {
        self.spanModel = spanModel
        self.typeModel = typeModel
        func blocks(_ value: (Int) -> Float) -> [SIMD16<Float>] {
            stride(from: 0, to: typeModel.outputs, by: 16).map { first in
                var block = SIMD16<Float>()
                for type in first..<min(first + 16, typeModel.outputs) { block[type - first] = value(type) }
                return block
            }
        }
        biases = blocks(typeModel.bias)
        scales = blocks(typeModel.scale)
    }

    func scores(_ article: ClauseArticle) -> ClauseScores {
        var scores = ClauseScores(candidates: article.sentences.reduce(0) { $0 + $1.candidates.count })
        var work = Work(typeModel)
        var first = 0
        for sentence in article.sentences {
            score(sentence, article, &work, first, &scores)
            first += sentence.candidates.count
        }
        return scores
    }

    /// What one sentence after the other uses, so that memory is asked for once an article.
    private struct Work {
        var features = SentenceFeatures()
        var context = ContextFeatures()
        var own = CandidateFeatures()
        /// The sums of the span weights of the sentence's features before each of them, and of a candidate's own.
        var spanSums: [Int32] = []
        var ownSums: [Int32] = []
        var typeSums: TypeSums
        var hasTypeSums = false
        /// The rows of the type model of a candidate's own features, and how many come before each feature.
        var rows: [UInt32] = []
        var ranks: [Int32] = []
        /// For each group, the features of a candidate and the sum of their span weights.
        var counts = [Int32](repeating: 0, count: FeatureGroup.count)
        var totals = [Int32](repeating: 0, count: FeatureGroup.count)
        /// What a feature of each group weighs for the types of a candidate, and where those of each stream lie: the
        /// same for all blocks of types.
        var weights = [Float](repeating: 0, count: FeatureGroup.count)
        var ranges = [Range<Int>](repeating: 0..<0, count: SentenceFeatures.Stream.all.count)

        init(_ typeModel: LinearModel) { typeSums = TypeSums(typeModel) }
    }

    private func score(
        _ sentence: ClauseSentence, _ article: ClauseArticle, _ work: inout Work, _ first: Int,
        _ scores: inout ClauseScores
    ) {
        if sentence.candidates.isEmpty { return }
        work.features.read(sentence.terms, article.text)
        spanModel.sumUp(work.features.hashes, &work.spanSums)
        work.hasTypeSums = false
        work.context.read(article, sentence.number)
        let context = contextScore(work.context.list)
        work.own.begin(sentence)
        for (offset, candidate) in sentence.candidates.enumerated() {
            work.own.read(candidate, of: sentence, in: article)
            spanModel.sumUp(work.own.list.hashes, &work.ownSums)
            let span = probability(logOdds: context + spanScore(candidate, &work))
            scores.spans[first + offset] = span
            if span > ClauseScores.gate { scoreTypes(candidate, &work, first + offset, &scores) }
        }
    }

    // MARK: Spans

    private func contextScore(_ context: FeatureList) -> Float {
        var score = spanModel.bias()
        for group in Self.spanGroups where !context.range(group).isEmpty {
            score += groupScore(group, count: Int32(context.range(group).count), sum: sum(context, group))
        }
        return score
    }

    private func sum(_ list: FeatureList, _ group: FeatureGroup) -> Int32 {
        var sum: Int32 = 0
        for index in list.range(group) { sum &+= spanModel.weight(list.hashes[index]) }
        return sum
    }

    @inline(__always)
    private func groupScore(_ group: FeatureGroup, count: Int32, sum: Int32) -> Float {
        count == 0 ? 0 : group.spanWeight / Float(count).squareRoot() * spanModel.scale() * Float(sum)
    }

    private func spanScore(_ candidate: ClauseCandidate, _ work: inout Work) -> Float {
        for group in work.counts.indices { (work.counts[group], work.totals[group]) = (0, 0) }
        for stream in Self.spanStreams {
            let range = work.features.range(stream, of: candidate.terms)
            work.counts[stream.group.rawValue] += Int32(range.count)
            work.totals[stream.group.rawValue] &+= work.spanSums[range.upperBound] &- work.spanSums[range.lowerBound]
        }
        var score: Float = 0
        for group in Self.spanGroups {
            let own = work.own.list.range(group)
            let count = work.counts[group.rawValue] + Int32(own.count)
            let ownTotal = work.ownSums[own.upperBound] &- work.ownSums[own.lowerBound]
            let total = work.totals[group.rawValue] &+ ownTotal
            score += groupScore(group, count: count, sum: total)
        }
        return score
    }

    private static let spanGroups = FeatureGroup.all.filter { $0.spanWeight > 0 }
    private static let spanStreams = SentenceFeatures.Stream.all.filter { $0.group.spanWeight > 0 }

    // MARK: Types

    private func scoreTypes(
        _ candidate: ClauseCandidate, _ work: inout Work, _ index: Int, _ scores: inout ClauseScores
    ) {
        if !work.hasTypeSums {
            work.features.readRest()
            work.typeSums.read(work.features.hashes, from: work.features.firstOfTypes)
            work.hasTypeSums = true
        }
        typeModel.findRows(of: work.own.list.hashes[...], &work.rows, ranks: &work.ranks)
        for group in work.counts.indices { work.counts[group] = 0 }
        for group in Self.ownTypeGroups {
            work.counts[group.rawValue] = Int32(work.own.list.range(group).count)
        }
        for (place, stream) in Self.typeStreams.enumerated() {
            work.ranges[place] = work.features.range(stream, of: candidate.terms)
            work.counts[stream.group.rawValue] += Int32(work.ranges[place].count)
        }
        for group in Self.typeGroups {
            work.weights[group.rawValue] =
                group.typeWeight / Float(max(1, work.counts[group.rawValue])).squareRoot()
        }
        for block in 0..<work.typeSums.blocks {
            let odds = biases[block] + scales[block] * totals(block, work)
            let (low, high) = (odds.lowHalf, odds.highHalf)
            let found = SIMD16(
                lowHalf: SIMD8(
                    lowHalf: probabilities(logOdds: low.lowHalf), highHalf: probabilities(logOdds: low.highHalf)),
                highHalf: SIMD8(
                    lowHalf: probabilities(logOdds: high.lowHalf), highHalf: probabilities(logOdds: high.highHalf)))
            let first = index * typeModel.outputs + 16 * block
            for type in 0..<min(16, typeModel.outputs - 16 * block) { scores.types[first + type] = found[type] }
        }
    }

    /// The weighted sums of a block of types.
    private func totals(_ block: Int, _ work: borrowing Work) -> SIMD16<Float> {
        var totals = SIMD16<Float>()
        for (place, stream) in Self.typeStreams.enumerated() {
            let range = work.ranges[place]
            if !range.isEmpty { totals += work.weights[stream.group.rawValue] * work.typeSums.sum(block, range) }
        }
        for group in Self.ownTypeGroups {
            let range = work.own.list.range(group)
            var sum = SIMD16<Int16>()
            for row in work.rows[Int(work.ranks[range.lowerBound])..<Int(work.ranks[range.upperBound])] {
                sum &+= typeModel.weights(ofRow: row, 16 * block)
            }
            totals += work.weights[group.rawValue] * SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: sum))
        }
        return totals
    }

    private static let typeGroups = FeatureGroup.all.filter { $0.typeWeight > 0 }
    private static let typeStreams = SentenceFeatures.Stream.all.filter { $0.group.typeWeight > 0 }
    /// The groups of a candidate's own features that say something of its type.
    private static let ownTypeGroups: [FeatureGroup] = [.classSets, .boundary, .shape, .cues, .outsideCues]
}
