/// The first pass: which candidates are clauses, and of which types, by two linear models.
///
/// Most features are shared by many candidates, so their weights are summed up along the sentence once, and
/// a candidate's sum is a difference.
struct ClauseScorer: Sendable {
    let spanModel: LinearModel
    let typeModel: LinearModel

    func scores(_ article: ClauseArticle) -> ClauseScores {
        var scores = ClauseScores(candidates: article.sentences.reduce(0) { $0 + $1.candidates.count })
        var features = SentenceFeatures()
        var first = 0
        for sentence in article.sentences {
            score(sentence, article, &features, first, &scores)
            first += sentence.candidates.count
        }
        return scores
    }

    private func score(
        _ sentence: ClauseSentence, _ article: ClauseArticle, _ features: inout SentenceFeatures, _ first: Int,
        _ scores: inout ClauseScores
    ) {
        features.read(sentence.terms, article.text)
        let sums = SentenceFeatures.Stream.all.map { runningSums(features[$0].hashes) }
        let context = contextScore(ContextFeatures(article, sentence.number))
        var own = CandidateFeatures(article, sentence)
        var typeSums: TypeSums?
        for (offset, candidate) in sentence.candidates.enumerated() {
            own.read(candidate)
            let value = context + spanScore(candidate, features, sums, own)
            let span = probability(logOdds: value)
            scores.spans[first + offset] = span
            if span <= ClauseScores.gate { continue }
            let known = typeSums ?? TypeSums(features, typeModel)
            typeSums = known
            scoreTypes(candidate, features, known, own, first + offset, &scores)
        }
    }

    private static let spanGroups = FeatureGroup.all.filter { $0.spanWeight > 0 }
    private static let spanStreams = SentenceFeatures.Stream.all.filter { $0.group.spanWeight > 0 }

    private func runningSums(_ hashes: [UInt32]) -> [Int32] {
        var sums: [Int32] = [0]
        sums.reserveCapacity(hashes.count + 1)
        hashes.withUnsafeBufferPointer { hashes in
            var sum: Int32 = 0
            for index in hashes.indices {
                sum &+= spanModel.weight(hashes[index])
                sums.append(sum)
            }
        }
        return sums
    }

    private func contextScore(_ context: ContextFeatures) -> Float {
        var score = spanModel.bias()
        for group in FeatureGroup.all where !context[group].isEmpty && group.spanWeight > 0 {
            score += groupScore(group, count: context[group].count, sum: sum(context[group]))
        }
        return score
    }

    private func sum(_ hashes: [UInt32]) -> Int32 { hashes.withUnsafeBufferPointer(spanModel.sum) }

    private func groupScore(_ group: FeatureGroup, count: Int, sum: Int32) -> Float {
        count == 0 ? 0 : group.spanWeight / Float(count).squareRoot() * spanModel.scale() * Float(sum)
    }

    private func spanScore(
        _ candidate: ClauseCandidate, _ features: SentenceFeatures, _ sums: [[Int32]], _ own: CandidateFeatures
    ) -> Float {
        var counts = [Int](repeating: 0, count: FeatureGroup.all.count)
        var totals = [Int32](repeating: 0, count: counts.count)
        for stream in Self.spanStreams {
            let range = features[stream].range(stream.terms(of: candidate.terms, count: features.count))
            counts[stream.group.rawValue] += range.count
            totals[stream.group.rawValue] &+=
                sums[stream.rawValue][range.upperBound] &- sums[stream.rawValue][range.lowerBound]
        }
        var score: Float = 0
        for group in Self.spanGroups {
            let hashes = own[group]
            let total = totals[group.rawValue] &+ (hashes.isEmpty ? 0 : sum(hashes))
            score += groupScore(group, count: counts[group.rawValue] + hashes.count, sum: total)
        }
        return score
    }

    private func scoreTypes(
        _ candidate: ClauseCandidate, _ features: SentenceFeatures, _ sums: TypeSums, _ own: CandidateFeatures,
        _ index: Int, _ scores: inout ClauseScores
    ) {
        var sizes = [Int](repeating: 0, count: FeatureGroup.all.count)
        for group in Self.ownTypeGroups { sizes[group.rawValue] = own[group].count }
        for stream in TypeSums.streams {
            let terms = stream.terms(of: candidate.terms, count: features.count)
            sizes[stream.group.rawValue] += features[stream].range(terms).count
        }
        func weight(_ group: FeatureGroup) -> Float {
            group.typeWeight / Float(max(1, sizes[group.rawValue])).squareRoot()
        }
        let count = ClauseTypes.count
        var totals = [SIMD16<Float>](repeating: .zero, count: (count + 15) / 16)
        for (number, stream) in TypeSums.streams.enumerated() {
            let terms = stream.terms(of: candidate.terms, count: features.count)
            let range = stream.hasManyATerm ? terms : features[stream].range(terms)
            if range.isEmpty { continue }
            sums.add(number, from: range.lowerBound, to: range.upperBound, times: weight(stream.group), to: &totals)
        }
        for group in Self.ownTypeGroups { sums.add(own[group], times: weight(group), to: &totals) }
        for type in 0..<count {
            let score = typeModel.bias(type) + typeModel.scale(type) * totals[type / 16][type % 16]
            scores.types[index * count + type] = probability(logOdds: score)
        }
    }

    /// The groups of a candidate's own features that say something of its type.
    private static let ownTypeGroups: [FeatureGroup] = [.classSets, .boundary, .shape, .cues, .outsideCues]
}
