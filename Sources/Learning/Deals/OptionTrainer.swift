internal import Extraction

/// Learns to choose among options, such as the kinds of agreements: first from words, each option by itself,
/// then trees that see what the words give all of them.
struct OptionTrainer {
    let outputs: Int
    private var rows = SparseRows()
    private var labels: [[Int]] = []
    private var folds: [Int] = []
    private var options: [([Float]) -> OptionFeatures] = []

    init(outputs: Int) { self.outputs = outputs }

    var count: Int { labels.count }

    /// - Parameter options: the features of the options by the scores that the words give them.
    mutating func add(_ row: FeatureRow, fold: Int, options: @escaping ([Float]) -> OptionFeatures) {
        rows.add(row)
        labels.append([])
        folds.append(fold)
        self.options.append(options)
    }

    /// Option `label` is right for what was added as `row`.
    mutating func set(_ label: Int, for row: Int) {
        if !labels[row].contains(label) { labels[row].append(label) }
    }

    struct Learned {
        var words: [UInt8]
        var trees: [UInt8]
        /// For what was added, the probability of each option by models that have not seen it.
        var found: [[Float]]
    }

    func learn(words: SparseLogistic.Options, trees: BoostedTrees.Options) -> Learned {
        let byWords = CrossValidation.outputs(rows, labels: labels, outputs: outputs, folds: folds, options: words)
        var dense: [Float] = [], isRight: [Bool] = [], optionFolds: [Int] = []
        for row in labels.indices {
            let features = options[row](byWords[row].map { logOdds($0) })
            for option in 0..<outputs {
                dense += features.row(option)
                isRight.append(labels[row].contains(option))
                optionFolds.append(folds[row])
            }
        }
        let columns = OptionFeatures.columns
        let found = CrossValidation.probabilities(
            dense, columns: columns, labels: isRight, folds: optionFolds, options: trees)
        return Learned(
            words: SparseLogistic(rows: rows, labels: labels, outputs: outputs, options: words).encoded(),
            trees: BoostedTrees(rows: dense, columns: columns, labels: isRight, options: trees).encoded(),
            found: labels.indices.map { Array(found[$0 * outputs..<($0 + 1) * outputs]) })
    }
}
