internal import Assets

/// Words that mean the same in business news, from `data/concepts/synonyms.tsv`: a group a line.
struct Synonyms: Sendable {
    private var groups: [[String]] = []
    /// By the stem of a member's only word, the groups that have it.
    private var byStem: [String: [Int]] = [:]

    static let shared = Synonyms()

    private init() {
        for row in Assets.table("data/concepts/synonyms.tsv") {
            for member in row where !member.contains(" ") {
                byStem[PorterStemmer.stem(member), default: []].append(groups.count)
            }
            groups.append(row)
        }
    }

    /// Words and phrases that mean the same as the word with this stem.
    func of(_ stem: String) -> [String] {
        byStem[stem, default: []].flatMap { groups[$0] }.filter { PorterStemmer.stem($0) != stem }
    }

    /// The stems of the single words that mean the same.
    func stems(of stem: String) -> [String] { of(stem).filter { !$0.contains(" ") }.map(PorterStemmer.stem) }
}
