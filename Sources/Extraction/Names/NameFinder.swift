internal import Assets
package import Model

/// Finds the companies that an article names: labels tokens, collects candidate names, joins those that name
/// the same company, and decides for each whether it is one.
package struct NameFinder: Sendable {
    package let lexicon: Lexicon
    private let labels: LabelModel
    private let lowerCase: HashedTable
    private let links: LinearModel
    private let decision: CompanyDecision

    /// The names of the model files, as embedded under `data/models`.
    package enum ModelFile: String, CaseIterable, Sendable {
        case labels = "names-labels.bin"
        case lowerCase = "names-lower-case.bin"
        case links = "names-links.bin"
        case words = "names-words.bin"
        case trees = "names-trees.bin"
    }

    /// With the embedded models; nil where one is missing or not of its form.
    package init?() {
        guard let lexicon = Lexicon() else { return nil }
        self.init(lexicon: lexicon) { Assets.bytes("data/models/\($0.rawValue)") }
    }

    /// With models in bytes that outlive the finder, on 64-byte boundaries.
    package init?(lexicon: Lexicon, models: (ModelFile) -> UnsafeRawBufferPointer?) {
        guard let labels = models(.labels).flatMap({ LabelModel($0) }),
            let lowerCase = models(.lowerCase).flatMap({ HashedTable($0, valueSize: 1) }),
            let links = models(.links).flatMap({ LinearModel($0) }),
            let words = models(.words).flatMap({ LinearModel($0) }),
            let trees = models(.trees).flatMap({ TreeEnsemble($0) }), trees.features == CompanyFeatures.columns
        else { return nil }
        self.lexicon = lexicon
        self.labels = labels
        self.lowerCase = lowerCase
        self.links = links
        decision = CompanyDecision(lexicon: lexicon, words: words, trees: trees)
    }

    /// The companies of the article, by first mention.
    package func find(in text: TokenizedText) -> [Extraction.Company] {
        let tokens = NameTokens(text, lexicon: lexicon)
        let candidates = Self.candidates(tokens, lowerClasses: Self.lowerClasses(tokens, lowerCase), labels: labels)
        let linker = NameLinker(tokens, candidates, lexicon: lexicon)
        let clusters = linker.clusters(links).map { members in
            NameCluster(members.map { candidates[$0] }, tokens: tokens)
        }
        return decision.companies(clusters, tokens: tokens)
    }

    /// How common each token's word is in lower case in the training articles, 0 to 3.
    package static func lowerClasses(_ tokens: NameTokens, _ table: HashedTable) -> [UInt8] {
        tokens.text.tokens.map { table.value($0.hash, as: UInt8.self) ?? 0 }
    }

    package static func candidates(
        _ tokens: NameTokens, lowerClasses: [UInt8], labels: LabelModel
    ) -> [NameCandidate] {
        let features = NameFeatures(tokens, lowerClasses: lowerClasses)
        return NameCandidates(tokens, lattice: LabelLattice(features, model: labels)).grouped()
    }
}
