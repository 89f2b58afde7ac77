/// Words that mean the same in business news, from `data/concepts/synonyms.tsv`: a group a line.
struct Synonyms: Sendable {
    /// The stems of members that are one word.
    private let stems = QueryTables.shared.strings(.synonyms)
    private let ends = QueryTables.shared.numbers(.synonymEnds)
    /// For each of them the other members of its groups.
    private let members = QueryTables.shared.strings(.members)

    static let shared = Synonyms()

    /// Words and phrases that mean the same as the word with this stem.
    func of(_ stem: String) -> [String] {
        stems.index(of: stem).map { ends.share($0).map { members[$0] } } ?? []
    }

    /// The stems of the single words that mean the same.
    func stems(of stem: String) -> [String] { of(stem).filter { !$0.contains(" ") }.map(PorterStemmer.stem) }
}
