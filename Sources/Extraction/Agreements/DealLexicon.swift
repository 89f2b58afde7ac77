internal import Model

/// The tables that agreements and roles are read with; made once.
package struct DealLexicon: Sendable {
    let lemmatizer: Lemmatizer
    let cues: DealCueTable
    /// The cues of each file, and some that features ask for by name.
    let kinds: Range<Int>
    let statuses: Range<Int>
    let owned: UInt8
    let agree: UInt8
    let third: UInt8
    let pronoun: UInt8
    let group: UInt8
    let role: UInt8
    let provider: UInt8
    let customer: UInt8
    /// The families of verbs.
    let verbs: Set<Int>
    let be: UInt64
    /// Words before `company` and `bank` that make them stand for one that was named.
    let articles: Set<UInt64>
    /// The words and signs between the members of a list.
    let listWords: Set<UInt64>

    package init() {
        lemmatizer = Lemmatizer()
        cues = DealCueTable(lemmatizer)
        kinds = cues.files["kinds"] ?? 0..<0
        statuses = cues.files["statuses"] ?? 0..<0
        owned = UInt8(cues.index("owned"))
        agree = UInt8(cues.index("v-agree"))
        third = UInt8(cues.index("third"))
        pronoun = UInt8(cues.index("it"))
        group = UInt8(cues.index("group"))
        role = UInt8(cues.index("role"))
        provider = UInt8(cues.index("r-provider"))
        customer = UInt8(cues.index("r-customer"))
        verbs = Set(cues.names.indices.filter { [names = cues.names] in names[$0].hasPrefix("v-") })
        let lemmatizer = lemmatizer
        be = lemmatizer.stem("be")
        articles = Set(["the", "this", "that", "its"].map { lemmatizer.stem($0) })
        listWords = Set(["and", "or", ",", "&"].map { FeatureHash.of($0.utf8) })
    }

    /// What stands for numbers, for companies, and for what lies beyond the text in features.
    static let number = FeatureHash.of("<number>")
    static let entity = FeatureHash.of("<company>")
    static let party = FeatureHash.of("<party>")
    static let edge = FeatureHash.of("<edge>")
    static let hyphen = FeatureHash.of("-")
    static let slash = FeatureHash.of("/")

    /// The hashes of the tokens of a name.
    func hashes(of name: String) -> [UInt64] {
        let bytes = Array(name.utf8)
        let sentence = Sentence(range: TextRange(0, bytes.count), paragraph: 0, role: .body)
        return TokenizedText(Article(source: "", title: "", text: bytes, sentences: [sentence])).tokens.map(\.hash)
    }
}
