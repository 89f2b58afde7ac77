internal import Assets
internal import Model

/// Well-known products and who makes them (`data/names/products.tsv`): where an article names both, the product
/// is its maker's, whoever is named nearer.
struct KnownProducts: Sendable {
    static let shared = KnownProducts()

    /// The maker's name by the product's, both as `NameHash.name`.
    private let makers: [UInt64: UInt64]

    private init() {
        var makers: [UInt64: UInt64] = [:]
        for row in Assets.table("data/names/products.tsv") where row.count == 2 {
            makers[Self.key(row[0])] = Self.key(row[1])
        }
        self.makers = makers
    }

    /// Which of `companies` makes the product in `cluster`; nil where neither is known.
    func maker(of cluster: NameCluster, among companies: [NameCluster]) -> Int? {
        guard let maker = cluster.candidates.lazy.compactMap({ makers[$0.key] }).first else { return nil }
        return companies.firstIndex { $0.candidates.contains { $0.key == maker } }
    }

    private static func key(_ name: String) -> UInt64 {
        let text = TokenizedText(Article(source: "", title: "", text: Array(name.utf8), sentences: []))
        return NameHash.name(text.tokens.compactMap { NameHash.word($0, folded: text.folded) })
    }
}
