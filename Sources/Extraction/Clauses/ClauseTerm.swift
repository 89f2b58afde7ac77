/// A token, or several that say one thing, as the clause finder sees it: `400 mln dlrs` is one sum and
/// `Acme Paper Corp` one name.
struct ClauseTerm: Sendable {
    /// Where it lies, in bytes of the article's text.
    var start: Int32
    var end: Int32
    /// Its tokens.
    var firstToken: Int32
    var lastToken: Int32
    /// Hash of the folded word, or of its class where it is a name or a quantity.
    var word: UInt32
    /// Hash of the word's stem, or of its class.
    var stem: UInt32
    /// Bit set of the families the stem belongs to.
    var families: UInt64
    var kind: Kind
    /// Classes of like words: fine, middle and coarse; 0 where there are none.
    var fine: UInt16 = 0
    var middle: UInt8 = 0
    var coarse: UInt8 = 0

    /// What the term is in patterns of classes: its class, itself for a common small word, 0 for an unknown word.
    var symbol: UInt32 = 0

    enum Kind: UInt8 {
        case word, conjunction, name, money, percent, year, month, count, number
        /// Signs that end a piece, start one, and others.
        case closing, opening, sign

        /// Names and quantities: what stands for many words.
        var isClass: Bool { rawValue >= Kind.name.rawValue && rawValue <= Kind.number.rawValue }
    }

    /// The code that stands for any term of `kind`.
    static func code(_ kind: Kind) -> UInt32 { FeatureCode.of(7, UInt32(kind.rawValue)) }

    /// 32 bits of a word's hash.
    static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}
