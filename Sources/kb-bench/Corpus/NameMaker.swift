internal import Learning

/// Makes up names: the words of the annotated companies' names spliced anew, as many as are wanted.
struct NameMaker {
    enum Style {
        /// `Karvadale Energy Inc`
        case full
        /// `Karvadale`
        case short
        /// `KEI`
        case acronym
    }

    private let heads: [[UInt8]]
    private let tails: [[UInt8]]
    /// What company names end with after their first word.
    private let endings: [[UInt8]]

    init(_ articles: [AnnotatedArticle]) {
        let names = articles.flatMap(\.answer.companies).map { $0.name.split(separator: " ").map { Array($0.utf8) } }
        let words = NameMaker.distinct(names.compactMap(\.first)).filter { word in
            word.count >= 5 && (0x41...0x5A).contains(word[0])
                && word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
        }
        heads = NameMaker.distinct(words.map { Array($0[..<NameMaker.cut($0)]) })
        tails = NameMaker.distinct(words.map { Array($0[NameMaker.cut($0)...]) })
        endings = NameMaker.distinct(
            names.filter { $0.count > 1 }.map { Array($0.dropFirst().joined(separator: [0x20])) })
    }

    /// The name of rank `rank`: always the same.
    func name(_ rank: Int, _ style: Style) -> [UInt8] {
        var random = SplitMix(seed: rank)
        let stem = (heads.randomElement(using: &random) ?? []) + (tails.randomElement(using: &random) ?? [])
        let ending = endings.randomElement(using: &random) ?? []
        switch style {
        case .short: return stem
        case .full: return stem + [0x20] + ending
        case .acronym: return [stem[0]] + ending.filter { (0x41...0x5A).contains($0) }.prefix(3) + [0x58]
        }
    }

    /// Where to splice: before the first vowel behind the second letter.
    private static func cut(_ word: [UInt8]) -> Int {
        word.indices.dropFirst(3).first { "aeiouy".utf8.contains(word[$0]) } ?? word.count - 1
    }

    private static func distinct(_ words: [[UInt8]]) -> [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return words.filter { seen.insert($0).inserted }
    }
}
