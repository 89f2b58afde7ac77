internal import Assets

/// What is known of words: the base of irregular forms, the families of verbs and nouns they belong to, and
/// where a sentence may be cut before them. From the tables in `data/cues/`.
struct ClauseLexicon: Sendable {
    static let shared = ClauseLexicon()

    /// The families in the order of the table; a word's families are a bit set over it.
    let familyNames: [String]
    private let bases: HashTable<UInt64>
    private let families: HashTable<UInt64>
    private let conjunctions: HashTable<UInt8>
    private let quantities: HashTable<UInt8>

    /// Words of sums, shares, dates and periods.
    enum Quantity: UInt8 { case none, month, number, unit, currency, magnitude, percent }

    private init() {
        let irregular = Assets.table("data/cues/irregular.tsv").filter { $0.count == 2 }
        var bases = HashTable<UInt64>(capacity: irregular.count, none: 0)
        for row in irregular { bases[FeatureHash.of(row[0].utf8)] = Self.stem(row[1], bases: nil) }
        let table = Assets.table("data/cues/families.tsv").filter { $0.count == 2 }.prefix(64)
        var families = HashTable<UInt64>(capacity: 64 * table.count, none: 0)
        for (number, row) in table.enumerated() {
            for word in row[1].split(separator: " ") {
                families[Self.stem(String(word), bases: bases)] |= 1 << UInt64(number)
            }
        }
        let words = Assets.table("data/cues/conjunctions.tsv").map { $0[0] }
        var conjunctions = HashTable<UInt8>(capacity: words.count, none: 0)
        for word in words { conjunctions[FeatureHash.of(word.utf8)] = 1 }
        let quantityTable = Assets.table("data/cues/quantities.tsv").filter { $0.count == 2 }
        var quantities = HashTable<UInt8>(capacity: quantityTable.count, none: 0)
        for row in quantityTable { quantities[FeatureHash.of(row[0].utf8)] = Self.quantity(row[1]).rawValue }
        self.quantities = quantities
        familyNames = table.map { $0[0] }
        self.bases = bases
        self.families = families
        self.conjunctions = conjunctions
    }

    /// The hash of the stem of a folded word whose own hash is `hash`.
    func stem(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt64 {
        let base = bases[hash]
        return base == 0 ? Self.regularStem(word) : base
    }

    /// The hash of the stem of `word`, in lower case.
    func stem(_ word: String) -> UInt64 { Self.stem(word, bases: bases) }

    /// The families of a stem.
    func families(of stem: UInt64) -> UInt64 { families[stem] }

    func isConjunction(_ word: UInt64) -> Bool { conjunctions[word] != 0 }

    /// What a folded word, by its hash, is in a sum, a share, a date or a period.
    func quantity(_ word: UInt64) -> Quantity { Quantity(rawValue: quantities[word]) ?? .none }

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
