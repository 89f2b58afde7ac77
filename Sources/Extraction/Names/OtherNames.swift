internal import Model

/// Pairs of candidates of which the text says that they name one company: `Corvane, formerly Tillmann Docks`,
/// `Corvane, better known as TD`, `Corvane, as Tillmann Docks is now called`.
struct OtherNames {
    private var pairs: Set<[Int]> = []

    init(_ tokens: NameTokens, _ candidates: [NameCandidate]) {
        var places: [(span: Range<Int>, candidate: Int)] = []
        for (index, candidate) in candidates.enumerated() {
            for span in candidate.spans { places.append((span.tokens, index)) }
        }
        places.sort { $0.span.lowerBound < $1.span.lowerBound }
        for (one, next) in zip(places, places.dropFirst()) where one.candidate != next.candidate {
            let gap = one.span.upperBound..<max(one.span.upperBound, next.span.lowerBound)
            guard tokens.text.tokens[one.span.lowerBound].sentence == tokens.text.tokens[next.span.lowerBound].sentence,
                Self.isCue(gap, before: next.span.upperBound, tokens)
            else { continue }
            pairs.insert([one.candidate, next.candidate])
        }
    }

    func contains(_ a: Int, _ b: Int) -> Bool { !pairs.isEmpty && (pairs.contains([a, b]) || pairs.contains([b, a])) }

    /// Whether what stands in `gap`, between two names, or right after the second says that they are one.
    private static func isCue(_ gap: Range<Int>, before end: Int, _ tokens: NameTokens) -> Bool {
        guard (2...7).contains(gap.count), tokens.text.tokens[gap.lowerBound].kind == .sign,
            !gap.contains(where: { tokens.words[$0].isCapitalized })
        else { return false }
        if gap.contains(where: { formers.contains(tokens.hash($0)) }) { return true }
        guard let last = gap.last else { return false }
        if gap.count == 2, nows.contains(tokens.hash(last)) { return true }
        if callings.contains(tokens.hash(last)) { return true }
        return tokens.hash(last) == alias && (end..<end + 4).contains { knowns.contains(tokens.hash($0)) }
            || tokens.hash(last) == alias && gap.contains { knowns.contains(tokens.hash($0)) }
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { FeatureHash.of($0.utf8) })
    }

    private static let alias = FeatureHash.of("as")
    private static let formers = hashes("used formerly renamed rebranded aka alias dba")
    private static let nows = hashes("now today previously once née then")
    private static let callings = hashes("called call calls named be become became")
    private static let knowns = hashes("known called trading trades operating")
}
