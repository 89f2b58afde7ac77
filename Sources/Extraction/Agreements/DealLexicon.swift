internal import Assets
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
    let say: UInt8
    let pronoun: UInt8
    let group: UInt8
    let role: UInt8
    let provider: UInt8
    let customer: UInt8
    /// For each cue, whether it is a family of verbs.
    private let verbs: [Bool]
    let be: UInt64
    let of: UInt64
    let percent: UInt64
    /// From the words of a country (its name, its people, its capital) to a key that stands for it.
    private let countries: HashTable<UInt64>
    let homes: HomeCountries
    /// Words that end a description before a name, and those that open one and end one after it.
    let borders: StemSet
    let determiners: StemSet
    let relatives: StemSet
    /// Words before `company` and `bank` that make them stand for one that was named.
    let articles: StemSet
    /// The words and signs between the members of a list.
    let listWords: StemSet

    package init() {
        lemmatizer = Lemmatizer()
        cues = DealCueTable(lemmatizer)
        kinds = cues.files["kinds"] ?? 0..<0
        statuses = cues.files["statuses"] ?? 0..<0
        owned = UInt8(cues.index("owned"))
        agree = UInt8(cues.index("v-agree"))
        third = UInt8(cues.index("third"))
        say = UInt8(cues.index("v-say"))
        pronoun = UInt8(cues.index("it"))
        group = UInt8(cues.index("group"))
        role = UInt8(cues.index("role"))
        provider = UInt8(cues.index("r-provider"))
        customer = UInt8(cues.index("r-customer"))
        verbs = cues.names.map { $0.hasPrefix("v-") }
        let lemmatizer = lemmatizer
        be = lemmatizer.stem("be")
        percent = lemmatizer.stem("percent")
        of = lemmatizer.stem("of")
        borders = StemSet(
            "the a an of and or with by to from for in on at its their his said say that as is between into than which who it he they"
                .split(separator: " ").map { lemmatizer.stem(String($0)) })
        determiners = StemSet("a an the one its".split(separator: " ").map { lemmatizer.stem(String($0)) })
        relatives = StemSet(
            "which who whose that and said but for with".split(separator: " ").map { lemmatizer.stem(String($0)) })
        let table = Assets.table("data/cues/countries.tsv").filter { $0.count == 2 }
        var countries = HashTable<UInt64>(capacity: table.reduce(0) { $0 + $1[1].utf8.count / 2 }, none: 0)
        for row in table {
            // Of a name of several words the first tells enough, beside the stop words.
            for form in row[1].split(separator: ",") {
                let words = form.split(separator: " ").filter {
                    !["united", "new", "south", "west", "cape"].contains($0) || form.split(separator: " ").count == 1
                }
                if let word = words.first {
                    countries[lemmatizer.stem(String(word))] = Self.key(ofCountry: row[0])
                }
            }
        }
        self.countries = countries
        homes = HomeCountries(key: Self.key(ofCountry:))
        articles = StemSet(["the", "this", "that", "its"].map { lemmatizer.stem($0) })
        listWords = StemSet(["and", "or", ",", "&"].map { FeatureHash.of($0.utf8) })
    }

    func isVerb(_ cue: UInt8) -> Bool { verbs[Int(cue)] }

    private static func key(ofCountry code: String) -> UInt64 { FeatureHash.of("country \(code)".utf8) }

    /// The key of the country that a word names; nil for other words.
    func country(_ stem: UInt64) -> UInt64? {
        let key = countries[stem]
        return key == 0 ? nil : key
    }

    /// What stands for numbers, for companies, and for what lies beyond the text in features.
    static let number = FeatureHash.of("<number>")
    static let entity = FeatureHash.of("<company>")
    static let party = FeatureHash.of("<party>")
    static let edge = FeatureHash.of("<edge>")
    static let hyphen = FeatureHash.of("-")
    static let percentSign = FeatureHash.of("%")
    static let comma = FeatureHash.of(",")
    static let slash = FeatureHash.of("/")

    /// The hashes of the tokens of a name.
    func hashes(of name: String) -> [UInt64] {
        let bytes = Array(name.utf8)
        let sentence = Sentence(range: TextRange(0, bytes.count), paragraph: 0, role: .body)
        return TokenizedText(Article(source: "", title: "", text: bytes, sentences: [sentence])).tokens.map(\.hash)
    }
}
