/// The classes that occur in some terms of a sentence.
struct TermClasses {
    /// Bit set of the families of their stems.
    private(set) var families: UInt64 = 0
    /// Bit set over `ClauseTerm.Kind`, of those that stand for many words.
    private(set) var kinds: UInt16 = 0

    /// - Parameter terms: counted from the first of `sentence`.
    init(_ sentence: ArraySlice<ClauseTerm>, _ terms: Range<Int>) {
        let base = sentence.startIndex
        for term in sentence[base + terms.lowerBound..<base + terms.upperBound] {
            families |= term.families
            if term.kind.isClass { kinds |= 1 << UInt16(term.kind.rawValue) }
        }
    }

    /// Some word is of the second family of the table: a modal verb.
    var hasModal: Bool { families & 2 != 0 }
}
