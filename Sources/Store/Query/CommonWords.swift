/// Words that a question is made of, and words that every text of the base has: `data/concepts/common_words.tsv`.
struct CommonWords: Sendable {
    struct Roles: OptionSet, Sendable {
        var rawValue: Int

        static let function = Roles(rawValue: 1)
        static let generic = Roles(rawValue: 2)
        static let negation = Roles(rawValue: 4)
        static let modal = Roles(rawValue: 8)
    }

    private let words = QueryTables.shared.strings(.common)
    private let wordRoles = QueryTables.shared.numbers(.commonRoles)
    private let genericStems = QueryTables.shared.strings(.generic)

    static let shared = CommonWords()

    private func roles(_ word: String) -> Roles {
        words.index(of: word).map { Roles(rawValue: wordRoles[$0]) } ?? []
    }

    /// Words that only join others: the, of, does.
    func isFunction(_ word: String) -> Bool { roles(word).contains(.function) }

    /// Words that say little alone, but may be part of a phrase: deal, get, out.
    func isGeneric(_ word: String) -> Bool { roles(word).contains(.generic) }

    /// Words that deny what follows, generic ones: not, no, without.
    func isNegation(_ word: String) -> Bool { roles(word).contains(.negation) }

    /// Words that ask what may be done, generic ones: may, can.
    func isModal(_ word: String) -> Bool { roles(word).contains(.modal) }

    func isGenericStem(_ stem: String) -> Bool { genericStems.index(of: stem) != nil }

    /// Whether a word alone is not looked for.
    func isSilent(_ word: String) -> Bool { !roles(word).isDisjoint(with: [.function, .generic]) }
}
