internal import Extraction

/// Deals articles into folds of equal size, by the hash of their names: the same in every run and stage.
public struct FoldAssignment: Sendable {
    /// The fold of each article.
    public let folds: [Int]

    public init(names: [String], folds count: Int) {
        let order = names.indices.sorted { a, b in
            (FeatureHash.of(names[a].utf8), names[a]) < (FeatureHash.of(names[b].utf8), names[b])
        }
        var folds = [Int](repeating: 0, count: names.count)
        for (rank, index) in order.enumerated() { folds[index] = rank % count }
        self.folds = folds
    }

    private init(folds: [Int]) { self.folds = folds }

    /// With further articles, each in the fold of one of these, given by its index.
    func extended(by originals: some Sequence<Int>) -> FoldAssignment {
        FoldAssignment(folds: folds + originals.map { folds[$0] })
    }

    func inside(_ fold: Int) -> [Int] { folds.indices.filter { folds[$0] == fold } }

    func outside(_ fold: Int) -> [Int] { folds.indices.filter { folds[$0] != fold } }
}
