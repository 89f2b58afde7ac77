internal import Assets
package import Model

/// A clause as it was found: where, of which type, how surely.
package struct FoundClause: Sendable {
    /// In bytes of the article's text.
    package var range: TextRange
    /// Index of its sentence in the article.
    package var sentence: Int
    package var type: ClauseType
    /// Calibrated probability, 0 to 1, that the stretch carries a term of this type.
    package var probability: Float
}

/// Finds the stretches of an article that say a term of an agreement, and which.
package struct ClauseFinder: Sendable {
    /// A type is given to a stretch where it is more likely than this.
    static let threshold: Float = 0.28

    private let scorer: ClauseScorer
    private let review: TreeEnsemble
    private let fit: TreeEnsemble
    private let decoder = ClauseDecoder(threshold: threshold)

    /// With the embedded models; nil where there are none.
    package init?() {
        guard let spans = Assets.bytes("data/models/clause-spans.bin").flatMap(LinearModel.init),
            let types = Assets.bytes("data/models/clause-types.bin").flatMap(LinearModel.init),
            let review = Assets.bytes("data/models/clause-review.bin").flatMap(TreeEnsemble.init),
            let fit = Assets.bytes("data/models/clause-fit.bin").flatMap(TreeEnsemble.init),
            types.outputs == ClauseTypes.count, review.features == ReviewRows.columns,
            fit.features == ReviewRows.columns
        else { return nil }
        scorer = ClauseScorer(spanModel: spans, typeModel: types)
        self.review = review
        self.fit = fit
    }

    /// The clauses of an article, in the order of the text.
    package func find(in text: TokenizedText) -> [FoundClause] {
        let article = ClauseArticle(text)
        let rows = ReviewRows(article, scorer.scores(article))
        let probabilities = review.values(rows.features).map { probability(logOdds: $0) }
        let places = article.candidatePlaces
        return decoder.decode(article, rows.rows, probabilities, fits: fits(rows, probabilities)).flatMap { chosen in
            let place = places[chosen.candidate]
            return chosen.types.map { type, probability in
                FoundClause(
                    range: TextRange(place.range.lowerBound, place.range.upperBound), sentence: place.sentence,
                    type: ClauseType(rawValue: ClauseTypes.names[type]), probability: probability)
            }
        }
    }

    /// How well the rows fit that the decoder may choose, one in seven; 0 for the others, which it does not look at.
    private func fits(_ rows: ReviewRows, _ probabilities: [Float]) -> [Float] {
        let likely = probabilities.indices.filter { probabilities[$0] > Self.threshold }
        var table: [Float] = []
        table.reserveCapacity(likely.count * ReviewRows.columns)
        for row in likely { table += rows.features[row * ReviewRows.columns..<(row + 1) * ReviewRows.columns] }
        var fits = [Float](repeating: 0, count: probabilities.count)
        for (row, value) in zip(likely, fit.values(table)) { fits[row] = probability(logOdds: value) }
        return fits
    }
}
