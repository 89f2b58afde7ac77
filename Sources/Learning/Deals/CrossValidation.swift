internal import Extraction

/// Predictions for each row by a model that has not seen the row's part of the data.
enum CrossValidation {
    static func probabilities(_ rows: SparseRows, labels: [Bool], folds: [Int], options: SparseLogistic.Options)
        -> [Float]
    {
        outputs(rows, labels: labels.map { $0 ? [0] : [] }, outputs: 1, folds: folds, options: options).map { $0[0] }
    }

    /// - Parameter learning: the rows to learn from; all where it is nil.
    /// - Returns: for each row, the probability of each output.
    static func outputs(
        _ rows: SparseRows, labels: [[Int]], outputs: Int, folds: [Int], options: SparseLogistic.Options,
        learning: [Int]? = nil
    ) -> [[Float]] {
        var predicted = [[Float]](repeating: [], count: rows.count)
        for fold in 0..<DealArticle.folds {
            let seen = (learning ?? Array(folds.indices)).filter { folds[$0] != fold }
            let model = SparseLogistic(rows: rows, labels: labels, outputs: outputs, options: options, using: seen)
            for row in folds.indices where folds[row] == fold {
                predicted[row] = model.probabilities(of: row, in: rows)
            }
        }
        return predicted
    }

    static func probabilities(
        _ rows: [Float], columns: Int, labels: [Bool], folds: [Int], options: BoostedTrees.Options
    ) -> [Float] {
        var predicted = [Float](repeating: 0, count: labels.count)
        for fold in 0..<DealArticle.folds {
            let seen = folds.indices.filter { folds[$0] != fold }
            let model = BoostedTrees(rows: rows, columns: columns, labels: labels, options: options, using: seen)
            for row in folds.indices where folds[row] == fold {
                predicted[row] = model.probability(rows[row * columns..<(row + 1) * columns])
            }
        }
        return predicted
    }
}

extension SparseRows {
    /// Adds a whole row of features.
    mutating func add(_ row: FeatureRow) {
        var first = 0
        for run in row.runs {
            add(row.hashes[first..<run.end], value: run.value)
            first = run.end
        }
        endRow()
    }

    /// Adds the features of `row`, and those of `other` with the sign turned, as one row.
    mutating func add(_ row: FeatureRow, minus other: FeatureRow) {
        for (row, sign) in [(row, Float(1)), (other, -1)] {
            var first = 0
            for run in row.runs {
                add(row.hashes[first..<run.end], value: sign * run.value)
                first = run.end
            }
        }
        endRow()
    }
}
