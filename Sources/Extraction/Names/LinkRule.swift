/// Why one name may be a short form of another.
enum LinkRule: UInt64 {
    /// Its words begin, end or lie inside the other's.
    case prefix = 1, suffix, inner
    /// The first letters of the other's words, or the other's capitals.
    case acronym, capitals
    /// It stands in brackets right after the other.
    case ticker, bracket
    /// The register knows both as names of one company.
    case register
    /// The same but for the legal form and connectors.
    case sameCore
    /// Its words stand in the other in order, with others between.
    case scattered
    /// One word made of the beginnings of the other's (`BAe`, `Amhoist`).
    case blend
    /// Each word is the stem of the other's.
    case stem
    /// It is the other's words written as one.
    case glued
    /// The same but for a slip in one word.
    case misspelled
    /// The text says that one is another name of the other (`formerly`, `better known as`).
    case renamed
    /// Its letters stand in the other in order, the first of every word among them (`RTP`).
    case letters
}
