/// A candidate with a type that the first pass holds for possible, and what speaks for it and against it.
package struct ReviewRow: Sendable {
    /// Index of the candidate in the article.
    package var candidate: Int
    package var type: Int
}

/// The rows that the second pass decides about: each candidate with each of its possible types, described by
/// the first pass's scores for it, for those that overlap it, for its neighbours and for the article.
package struct ReviewRows: Sendable {
    /// Rows less likely than this are not looked at again.
    static let least: Float = 0.015

    package private(set) var rows: [ReviewRow] = []
    /// The features of the rows, one row after the other.
    package private(set) var features: [Float] = []
    package static let columns = 40

    private let typeCount = ClauseTypes.count

    package init(_ article: ClauseArticle, _ scores: ClauseScores) {
        let sums = ArticleSums(article, scores)
        var first = 0
        for sentence in article.sentences {
            let count = sentence.candidates.count
            if let best = scores.spans[first..<first + count].max(), best > Self.least {
                review(article, sentence, scores, first, sums)
            }
            first += count
        }
    }

    private mutating func review(
        _ article: ClauseArticle, _ sentence: ClauseSentence, _ scores: ClauseScores, _ first: Int, _ sums: ArticleSums
    ) {
        for (offset, candidate) in sentence.candidates.enumerated() {
            let index = first + offset
            guard scores.spans[index] > Self.least else { continue }
            let types = (0..<typeCount).filter { scores.joint(index, $0) > Self.least }
            if types.isEmpty { continue }
            let around = Overlaps(sentence, offset, first, scores)
            let cues = sentence.cueTypes(in: candidate.terms)
            let ranks = TypeRanks(scores, index)
            for type in types {
                rows.append(ReviewRow(candidate: index, type: type))
                add(scores, index, type, around, ranks)
                add(cues, sentence, type, scores.spans[index])
                add(sums, sentence.number, type, scores.joint(index, type))
                add(shape: candidate, sentence, article, around.all.count)
            }
        }
    }

    private mutating func add(
        _ scores: ClauseScores, _ index: Int, _ type: Int, _ around: Overlaps, _ ranks: TypeRanks
    ) {
        let joint = scores.joint(index, type)
        features += [
            logit(scores.spans[index]), logit(scores.types[index * typeCount + type]), logarithm(joint),
            logit(around.span(scores, around.all)), logit(around.joint(scores, around.all, type)),
            logit(around.span(scores, around.containing)), logit(around.span(scores, around.contained)),
            logit(around.joint(scores, around.containing, type)), logit(around.joint(scores, around.contained, type)),
            logit(around.span(scores, around.alike)), Float(ranks.rank(type)), logit(ranks.best), logit(ranks.second),
            Float(ranks.likely),
        ]
    }

    private mutating func add(_ cues: UInt64, _ sentence: ClauseSentence, _ type: Int, _ span: Float) {
        let bit: UInt64 = 1 << UInt64(type)
        let isInside = cues & bit != 0
        features += [
            isInside ? 1 : 0, !isInside && sentence.cueTypes & bit != 0 ? 1 : 0, Float(cues.nonzeroBitCount),
            Float(sentence.cueTypes.nonzeroBitCount), isInside ? logit(span) : 0,
        ]
    }

    private mutating func add(_ sums: ArticleSums, _ sentence: Int, _ type: Int, _ joint: Float) {
        let own = sums.best(sentence, type)
        features += [
            logit(sums.best(sentence - 1, type)), logit(sums.best(sentence + 1, type)),
            logit(sums.best(sentence - 1)), logit(sums.best(sentence + 1)),
            logarithm(sums.total(type) - own + 1e-3), logarithm(sums.mean + 1e-3), own - joint,
        ]
    }

    private mutating func add(
        shape candidate: ClauseCandidate, _ sentence: ClauseSentence, _ article: ClauseArticle, _ overlaps: Int
    ) {
        let pieces = sentence.pieces.borders.count - 1
        let (starts, ends) = (candidate.pieces.lowerBound == 0, candidate.pieces.upperBound == pieces)
        let length = logarithm(Float(sentence.bytes(of: candidate).count))
        features += [
            starts ? 1 : 0, ends ? 1 : 0, starts && ends ? 1 : 0,
            Float(sentence.bytes(of: candidate).count) / Float(max(1, sentence.bytes.count)), length,
            Float(candidate.pieces.count), Float(pieces), Float(sentence.number), Float(article.sentences.count),
            Float(overlaps), article.isWire ? 1 : 0, sentence.isBullet ? 1 : 0, sentence.isHeading ? 1 : 0,
            starts && ends ? length : 0,
        ]
    }
}
