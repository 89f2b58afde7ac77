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
    static let least: Float = 0.03

    package private(set) var rows: [ReviewRow] = []
    /// The features of the rows, one row after the other.
    package private(set) var features: [Float] = []
    package static let columns = 44

    private let typeCount = ClauseTypes.count

    package init(_ article: ClauseArticle, _ scores: ClauseScores) {
        let sums = ArticleSums(article, scores)
        var first = 0
        for sentence in article.sentences {
            let count = sentence.candidates.count
            if let best = scores.spans[first..<first + count].max(), best > ClauseScores.gate {
                review(article, sentence, scores, first, sums)
            }
            first += count
        }
    }

    private mutating func review(
        _ article: ClauseArticle, _ sentence: ClauseSentence, _ scores: ClauseScores, _ first: Int, _ sums: ArticleSums
    ) {
        let ranges = sentence.candidates.map(sentence.bytes(of:))
        for (offset, candidate) in sentence.candidates.enumerated() {
            let index = first + offset
            guard scores.spans[index] > ClauseScores.gate else { continue }
            let types = (0..<typeCount).filter { scores.joint(index, $0) > Self.least }
            if types.isEmpty { continue }
            let around = Overlaps(ranges, offset, first)
            let cues = sentence.cueTypes(in: candidate.terms)
            let ranks = TypeRanks(scores, index)
            let content = Content(sentence, candidate.terms)
            for type in types {
                rows.append(ReviewRow(candidate: index, type: type))
                add(scores, index, type, around, ranks)
                add(cues, sentence, type, scores.spans[index])
                add(sums, sentence.number, type, scores.joint(index, type))
                add(shape: candidate, sentence, article, around.all.count)
                add(content: content, type, sentence.cueCount(type, in: candidate.terms))
            }
        }
    }

    private mutating func add(
        _ scores: ClauseScores, _ index: Int, _ type: Int, _ around: Overlaps, _ ranks: TypeRanks
    ) {
        let joint = scores.joint(index, type)
        features.append(logit(scores.spans[index]))
        features.append(logit(scores.types[index * typeCount + type]))
        features.append(logarithm(joint))
        features.append(logit(around.span(scores, around.all)))
        features.append(logit(around.joint(scores, around.all, type)))
        features.append(logit(around.span(scores, around.containing)))
        features.append(logit(around.span(scores, around.contained)))
        features.append(logit(around.joint(scores, around.containing, type)))
        features.append(logit(around.joint(scores, around.contained, type)))
        features.append(logit(around.span(scores, around.alike)))
        features.append(Float(ranks.rank(type)))
        features.append(logit(ranks.best))
        features.append(logit(ranks.second))
        features.append(Float(ranks.likely))
    }

    private mutating func add(_ cues: UInt64, _ sentence: ClauseSentence, _ type: Int, _ span: Float) {
        let bit: UInt64 = 1 << UInt64(type)
        let isInside = cues & bit != 0
        features.append(isInside ? 1 : 0)
        features.append(!isInside && sentence.cueTypes & bit != 0 ? 1 : 0)
        features.append(Float(cues.nonzeroBitCount))
        features.append(Float(sentence.cueTypes.nonzeroBitCount))
        features.append(isInside ? logit(span) : 0)
    }

    private mutating func add(_ sums: ArticleSums, _ sentence: Int, _ type: Int, _ joint: Float) {
        let own = sums.best(sentence, type)
        features.append(logit(sums.best(sentence - 1, type)))
        features.append(logit(sums.best(sentence + 1, type)))
        features.append(logit(sums.best(sentence - 1)))
        features.append(logit(sums.best(sentence + 1)))
        features.append(logarithm(sums.total(type) - own + 1e-3))
        features.append(logarithm(sums.mean + 1e-3))
        features.append(own - joint)
    }

    private mutating func add(
        shape candidate: ClauseCandidate, _ sentence: ClauseSentence, _ article: ClauseArticle, _ overlaps: Int
    ) {
        let pieces = sentence.pieces.borders.count - 1
        let (starts, ends) = (candidate.pieces.lowerBound == 0, candidate.pieces.upperBound == pieces)
        let length = logarithm(Float(sentence.bytes(of: candidate).count))
        features.append(starts ? 1 : 0)
        features.append(ends ? 1 : 0)
        features.append(starts && ends ? 1 : 0)
        features.append(Float(sentence.bytes(of: candidate).count) / Float(max(1, sentence.bytes.count)))
        features.append(length)
        features.append(Float(candidate.pieces.count))
        features.append(Float(pieces))
        features.append(Float(sentence.number))
        features.append(Float(article.sentences.count))
        features.append(Float(overlaps))
        features.append(article.isWire ? 1 : 0)
        features.append(sentence.isBullet ? 1 : 0)
        features.append(sentence.isHeading ? 1 : 0)
        features.append(starts && ends ? length : 0)
    }

    /// What the words of a candidate are.
    private struct Content {
        var names = 0
        var figures = 0

        init(_ sentence: ClauseSentence, _ terms: Range<Int>) {
            let base = sentence.terms.startIndex
            for index in terms {
                switch sentence.terms[base + index].kind {
                case .name: names += 1
                case .money, .percent, .count, .number: figures += 1
                default: break
                }
            }
        }
    }

    private mutating func add(content: Content, _ type: Int, _ cues: Int) {
        features.append(Float(type))
        features.append(Float(cues))
        features.append(Float(content.names))
        features.append(Float(content.figures))
    }
}
