package import Extraction

/// Learns to find clauses: two linear models for the first pass, trees for the second.
package struct ClauseTrainer: Sendable {
    package struct Options: Sendable {
        package var folds = 5
        package var span = SparseLogistic.Options(bits: 17)
        package var type = SparseLogistic.Options(bits: 16)
        package var review = BoostedTrees.Options()

        package init() {
            span.epochs = 6
            span.rate = 0.2
            span.l2 = 1e-4
            span.tolerance = 2e-3
            type.epochs = 15
            type.rate = 0.3
            type.l2 = 1e-3
            span.minimumSources = 2
            type.minimumSources = 2
            (review.trees, review.rowShare, review.columnShare) = (200, 0.5, 0.4)
        }
    }

    private let examples: ClauseExamples
    private let options: Options
    /// For each article, the fold that holds it out.
    private let folds: [Int]
    /// For each candidate, its article.
    private let sources: [Int]

    package init(_ examples: ClauseExamples, options: Options = Options()) {
        self.examples = examples
        self.options = options
        folds = examples.examples.indices.map { $0 % options.folds }
        sources = examples.examples.enumerated().flatMap { Array(repeating: $0, count: $1.ranges.count) }
    }

    /// What cross-validation gives: for each article, by models that have not seen it.
    package struct OutOfFold: Sendable {
        package var scores: [ClauseScores]
        package var rows: [ReviewRows]
        package var probabilities: [[Float]]
        package var fits: [[Float]]
    }

    package struct Models: Sendable {
        package var span: SparseLogistic
        package var type: SparseLogistic
        package var review: BoostedTrees
        package var fit: BoostedTrees
    }

    /// Learns with each fold held out in turn.
    package func crossValidate() -> OutOfFold {
        let scores = outOfFoldScores()
        let rows = zip(examples.examples, scores).map { ReviewRows($0.article, $1) }
        let all = reviewTable(rows)
        var found = OutOfFold(scores: scores, rows: rows, probabilities: [], fits: [])
        found.probabilities = outOfFold(rows) { review(all, heldOut: $0) }
        found.fits = outOfFold(rows) { fit(all, heldOut: $0) }
        return found
    }

    /// For each article, what trees say of its rows that were grown without its fold.
    private func outOfFold(_ rows: [ReviewRows], grow: @Sendable (Int) -> BoostedTrees) -> [[Float]] {
        let byFold = concurrently(options.folds) { fold in
            let trees = grow(fold)
            return examples.examples.indices.filter { folds[$0] == fold }.map { ($0, predict(rows[$0], trees)) }
        }
        return byFold.joined().sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Learns from all articles; the second pass from the first one's scores out of fold.
    package func train(_ outOfFold: OutOfFold) -> Models {
        let (span, type) = firstPass(heldOut: nil)
        let table = reviewTable(outOfFold.rows)
        return Models(span: span, type: type, review: review(table, heldOut: nil), fit: fit(table, heldOut: nil))
    }

    /// The candidates of the chosen articles, each as often as its article counts.
    private func candidates(_ isChosen: (Int) -> Bool) -> [Int] {
        examples.examples.indices.filter(isChosen).flatMap { article in
            let example = examples.examples[article]
            let candidates = example.firstCandidate..<example.firstCandidate + example.ranges.count
            return repeatElement(candidates, count: example.weight).joined()
        }
    }

    private func firstPass(heldOut fold: Int?) -> (SparseLogistic, SparseLogistic) {
        let rows = candidates { folds[$0] != fold }
        let span = SparseLogistic(
            rows: examples.spanRows, labels: examples.types.map { $0.isEmpty ? [] : [0] },
            shares: examples.fits.map { $0.max() ?? 0 }, outputs: 1, options: options.span, using: rows,
            sources: sources)
        let type = SparseLogistic(
            rows: examples.typeRows, labels: examples.types, outputs: ClauseTypes.count, options: options.type,
            using: rows.filter { !examples.types[$0].isEmpty }, sources: sources)
        return (span, type)
    }

    private func outOfFoldScores() -> [ClauseScores] {
        let byFold = concurrently(options.folds) { fold in
            let (span, type) = firstPass(heldOut: fold)
            return examples.examples.indices.filter { folds[$0] == fold }.map { ($0, score($0, span, type)) }
        }
        return byFold.joined().sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func score(_ article: Int, _ span: SparseLogistic, _ type: SparseLogistic) -> ClauseScores {
        let example = examples.examples[article]
        var scores = ClauseScores(candidates: example.ranges.count)
        for number in example.ranges.indices {
            let row = example.firstCandidate + number
            scores.spans[number] = span.probabilities(of: row, in: examples.spanRows)[0]
            if scores.spans[number] <= ClauseScores.gate { continue }
            let types = type.probabilities(of: row, in: examples.typeRows)
            for (index, probability) in types.enumerated() { scores.types[number * types.count + index] = probability }
        }
        return scores
    }

    private struct ReviewTable {
        var features: [Float] = []
        var labels: [Bool] = []
        /// The share of a right row and its clause that both cover; 0 where the row is wrong.
        var fits: [Float] = []
        var articles: [Int] = []
    }

    private func reviewTable(_ rows: [ReviewRows]) -> ReviewTable {
        var table = ReviewTable()
        for (article, rows) in rows.enumerated() {
            table.features += rows.features
            for row in rows.rows {
                let candidate = examples.examples[article].firstCandidate + row.candidate
                let place = examples.types[candidate].firstIndex(of: row.type)
                table.labels.append(place != nil)
                table.fits.append(place.map { examples.fits[candidate][$0] } ?? 0)
                table.articles.append(article)
            }
        }
        return table
    }

    private func review(_ table: ReviewTable, heldOut fold: Int?) -> BoostedTrees {
        BoostedTrees(
            rows: table.features, columns: ReviewRows.columns, labels: table.labels, options: options.review,
            using: seen(table, heldOut: fold) { _ in true })
    }

    /// Learns from the rows that are right how well they fit.
    private func fit(_ table: ReviewTable, heldOut fold: Int?) -> BoostedTrees {
        BoostedTrees(
            rows: table.features, columns: ReviewRows.columns, shares: table.fits, options: options.review,
            using: seen(table, heldOut: fold) { table.labels[$0] })
    }

    /// The rows to learn from, each as often as its article counts.
    private func seen(_ table: ReviewTable, heldOut fold: Int?, where isWanted: (Int) -> Bool) -> [Int] {
        table.labels.indices.filter { folds[table.articles[$0]] != fold && isWanted($0) }
            .flatMap { repeatElement($0, count: examples.examples[table.articles[$0]].weight) }
    }

    private func predict(_ rows: ReviewRows, _ trees: BoostedTrees) -> [Float] {
        rows.rows.indices.map {
            trees.probability(rows.features[$0 * ReviewRows.columns..<($0 + 1) * ReviewRows.columns])
        }
    }
}
