/// How each model of agreements and roles is learnt; chosen by cross-validation.
enum DealOptions {
    static let party = options(bits: 17, epochs: 5, rate: 0.1, l2: 3e-4, bias: 0)
    static let pair = options(bits: 17, epochs: 6, rate: 0.05, l2: 1e-3, bias: -1)
    static let kind = options(bits: 17, epochs: 5, rate: 0.05, l2: 2e-3, bias: -2)
    static let status = options(bits: 17, epochs: 5, rate: 0.05, l2: 5e-3, bias: -1.5)
    static let clauseStatus = options(bits: 16, epochs: 5, rate: 0.1, l2: 1e-3, bias: -2)
    static let clauseStanding = options(bits: 15, epochs: 5, rate: 0.1, l2: 1e-3, bias: -2)
    static let form = options(bits: 15, epochs: 4, rate: 0.05, l2: 1e-3, bias: -2)
    static let direction = options(bits: 18, epochs: 5, rate: 0.02, l2: 1e-2, bias: 0)

    static let link = options(bits: 16, epochs: 10, rate: 0.05, l2: 1e-3, bias: 0)
    static let owes = options(bits: 18, epochs: 5, rate: 0.05, l2: 1e-3, bias: -1)

    static let side = options(bits: 16, epochs: 5, rate: 0.02, l2: 1e-2, bias: 0)
    static let provider = options(bits: 16, epochs: 4, rate: 0.05, l2: 1e-3, bias: 0)

    static let trees = trees(300, leaves: 12, rate: 0.04, minimumRows: 20, columnShare: 0.25, rowShare: 0.5)
    static let sets = trees(250, leaves: 10, rate: 0.04, minimumRows: 20, columnShare: 0.2, rowShare: 0.5)
    static let kindTrees = trees(150, leaves: 10, rate: 0.05, minimumRows: 40, columnShare: 0.3, rowShare: 0.5)
    static let statusTrees = trees(120, leaves: 8, rate: 0.05, minimumRows: 40, columnShare: 0.3, rowShare: 0.5)

    static let roles = trees(150, leaves: 12, rate: 0.05, minimumRows: 20, columnShare: 1)

    private static func trees(
        _ count: Int, leaves: Int, rate: Float, minimumRows: Int, columnShare: Float, rowShare: Float = 1
    ) -> BoostedTrees.Options {
        var options = BoostedTrees.Options()
        (options.trees, options.leaves, options.rate, options.minimumRows) = (count, leaves, rate, minimumRows)
        (options.l2, options.columnShare, options.rowShare) = (5, columnShare, rowShare)
        return options
    }

    private static func options(bits: Int, epochs: Int, rate: Float, l2: Float, bias: Float) -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: bits)
        (options.epochs, options.rate, options.l2, options.bias) = (epochs, rate, l2, bias)
        return options
    }
}
