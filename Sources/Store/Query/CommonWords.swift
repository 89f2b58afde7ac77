internal import Assets

/// Words that a question is made of, and words that every text of the base has: `data/concepts/common_words.tsv`.
struct CommonWords: Sendable {
    private var function: Set<String> = []
    private var generic: Set<String> = []
    private var genericStems: Set<String> = []
    private var negations: Set<String> = []
    private var modals: Set<String> = []

    static let shared = CommonWords()

    private init() {
        for row in Assets.table("data/concepts/common_words.tsv") where row.count == 2 {
            if row[1] == "function" {
                function.insert(row[0])
            } else {
                generic.insert(row[0])
                genericStems.insert(PorterStemmer.stem(row[0]))
            }
            if row[1] == "negation" { negations.insert(row[0]) }
            if row[1] == "modal" { modals.insert(row[0]) }
        }
    }

    /// Words that only join others: the, of, does.
    func isFunction(_ word: String) -> Bool { function.contains(word) }

    /// Words that say little alone, but may be part of a phrase: deal, get, out.
    func isGeneric(_ word: String) -> Bool { generic.contains(word) }

    /// Words that deny what follows, generic ones: not, no, without.
    func isNegation(_ word: String) -> Bool { negations.contains(word) }

    /// Words that ask what may be done, generic ones: may, can.
    func isModal(_ word: String) -> Bool { modals.contains(word) }

    func isGenericStem(_ stem: String) -> Bool { genericStems.contains(stem) }

    /// Whether a word alone is not looked for.
    func isSilent(_ word: String) -> Bool { isFunction(word) || isGeneric(word) }
}
