internal import Assets

/// What is known of words: the base of irregular forms, the families of verbs and nouns they belong to, and
/// where a sentence may be cut before them. From the tables in `data/cues/`.
struct ClauseLexicon: Sendable {
    static let shared = ClauseLexicon()

    /// The families in the order of the table; a word's families are a bit set over it.
    let familyNames: [String]
    private let families: HashTable<UInt64>
    private let words: HashTable<Word>

    /// What is known of a word that is more than its letters.
    struct Word {
        /// The hash of its base where its form is irregular, else 0.
        fileprivate var base: UInt64 = 0
        var quantity = Quantity.none
        /// A sentence may be cut before it.
        var isConjunction = false
    }

    /// Words of sums, shares, dates and periods.
    enum Quantity: UInt8 { case none, month, number, unit, currency, magnitude, percent }

    private init() {
        let irregular = Assets.table("data/cues/irregular.tsv").filter { $0.count == 2 }
        var bases = HashTable<UInt64>(capacity: irregular.count, none: 0)
        for row in irregular { bases[FeatureHash.of(row[0].utf8)] = Self.stem(row[1], bases: nil) }
        let table = Assets.table("data/cues/families.tsv").filter { $0.count == 2 }.prefix(64)
        let members = table.enumerated().flatMap { number, row in
            row[1].split(separator: " ").map { (number, Self.stem(String($0), bases: bases)) }
        }
        var families = HashTable<UInt64>(capacity: members.count, none: 0)
        for (number, stem) in members { families[stem] |= 1 << UInt64(number) }
        let conjunctions = Assets.table("data/cues/conjunctions.tsv").map { $0[0] }
        let quantities = Assets.table("data/cues/quantities.tsv").filter { $0.count == 2 }
        var words = HashTable(capacity: irregular.count + conjunctions.count + quantities.count, none: Word())
        for row in irregular {
            let hash = FeatureHash.of(row[0].utf8)
            words[hash].base = bases[hash]
        }
        for word in conjunctions { words[FeatureHash.of(word.utf8)].isConjunction = true }
        for row in quantities { words[FeatureHash.of(row[0].utf8)].quantity = Self.quantity(row[1]) }
        self.words = words
        familyNames = table.map { $0[0] }
        self.families = families
    }

    /// What is known of a folded word, by its hash.
    func word(_ hash: UInt64) -> Word { words[hash] }

    /// The hash of the stem of a folded word.
    func stem(_ letters: UnsafeBufferPointer<UInt8>, of word: Word) -> UInt64 {
        word.base == 0 ? Self.regularStem(letters) : word.base
    }

    /// The hash of the stem of `word`, in lower case.
    func stem(_ word: String) -> UInt64 {
        Array(word.utf8).withUnsafeBufferPointer { stem($0, of: words[FeatureHash.of($0)]) }
    }

    /// The families of a stem.
    func families(of stem: UInt64) -> UInt64 { families[stem] }

    /// What a folded word, by its hash, is in a sum, a share, a date or a period.
    func quantity(_ hash: UInt64) -> Quantity { words[hash].quantity }

    private static func quantity(_ name: String) -> Quantity {
        switch name {
        case "month": .month
        case "number": .number
        case "unit": .unit
        case "currency": .currency
        case "magnitude": .magnitude
        case "percent": .percent
        default: .none
        }
    }

    private static func stem(_ word: String, bases: HashTable<UInt64>?) -> UInt64 {
        let base = bases?[FeatureHash.of(word.utf8)] ?? 0
        return base == 0 ? Array(word.utf8).withUnsafeBufferPointer(regularStem) : base
    }

    private static func regularStem(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        FeatureHash.of(word.prefix(Stemmer.length(of: word)))
    }
}
