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
        let sums = SentenceFeatures.Stream.allCases.map { runningSums(features[$0].hashes) }
        let context = contextScore(ContextFeatures(article, sentence.number))
        var own = CandidateFeatures(article, sentence)
        for (offset, candidate) in sentence.candidates.enumerated() {
            own.read(candidate)
            let value = context + spanScore(candidate, features, sums, own)
            let span = probability(logOdds: value)
            scores.spans[first + offset] = span
            if span > ClauseScores.gate { scoreTypes(candidate, features, own, first + offset, &scores) }
        }
    }

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
        for group in FeatureGroup.allCases where !context[group].isEmpty && group.spanWeight > 0 {
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
        var counts = [Int](repeating: 0, count: FeatureGroup.allCases.count)
        var totals = [Int32](repeating: 0, count: counts.count)
        for stream in SentenceFeatures.Stream.allCases where stream.group.spanWeight > 0 {
            let range = features[stream].range(stream.terms(of: candidate.terms, count: features.count))
            counts[stream.group.rawValue] += range.count
            totals[stream.group.rawValue] &+= sums[stream.rawValue][range.upperBound] &- sums[stream.rawValue][range.lowerBound]
        }
        var score: Float = 0
        for group in FeatureGroup.allCases where group.spanWeight > 0 {
            let hashes = own[group]
            let total = totals[group.rawValue] &+ (hashes.isEmpty ? 0 : sum(hashes))
            score += groupScore(group, count: counts[group.rawValue] + hashes.count, sum: total)
        }
        return score
    }

    private func scoreTypes(
        _ candidate: ClauseCandidate, _ features: SentenceFeatures, _ own: CandidateFeatures, _ index: Int,
        _ scores: inout ClauseScores
    ) {
        let count = ClauseTypes.count
        var groupSizes = [Int](repeating: 0, count: FeatureGroup.allCases.count)
        func range(_ stream: SentenceFeatures.Stream) -> Range<Int> {
            features[stream].range(stream.terms(of: candidate.terms, count: features.count))
        }
        for group in FeatureGroup.allCases { groupSizes[group.rawValue] = own[group].count }
        for stream in SentenceFeatures.Stream.allCases { groupSizes[stream.group.rawValue] += range(stream).count }
        func weight(_ group: FeatureGroup) -> Float { group.typeWeight / Float(groupSizes[group.rawValue]).squareRoot() }
        scores.types.withUnsafeMutableBufferPointer { all in
            let scores = UnsafeMutableBufferPointer(rebasing: all[index * count..<(index + 1) * count])
            typeModel.start(scores)
            for stream in SentenceFeatures.Stream.allCases where stream.group.typeWeight > 0 && !range(stream).isEmpty {
                features[stream].hashes.withUnsafeBufferPointer { hashes in
                    typeModel.add(.init(rebasing: hashes[range(stream)]), times: weight(stream.group), to: scores)
                }
            }
            for group in FeatureGroup.allCases where group.typeWeight > 0 && !own[group].isEmpty {
                own[group].withUnsafeBufferPointer { typeModel.add($0, times: weight(group), to: scores) }
            }
            for type in 0..<count { scores[type] = probability(logOdds: scores[type]) }
        }
    }
}
