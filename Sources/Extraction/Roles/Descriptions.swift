internal import Model

/// What the text says each company is: `the Finnish chip maker X`, `X, a brewer`, `Sweden's X`, so that "the
/// brewer" and "the Swedes" can be told apart later on; and where well-known companies are at home.
package struct Descriptions {
    /// For each company, the stems of the words that describe it; countries by their key.
    let words: [Set<UInt64>]

    package init(_ deal: DealText) {
        var words = [Set<UInt64>](repeating: [], count: deal.companies.count)
        for mention in deal.mentions where !mention.isProduct {
            for token in mention.tokens { words[mention.company].insert(Self.key(deal, token)) }
            if let home = deal.lexicon.homes.country(deal.text, mention.tokens) { words[mention.company].insert(home) }
            Self.before(deal, mention, &words[mention.company])
            Self.after(deal, mention, &words[mention.company])
        }
        self.words = words
    }

    /// The country of a word, else its stem.
    static func key(_ deal: DealText, _ token: Int) -> UInt64 {
        deal.lexicon.country(deal.stems[token]) ?? deal.stems[token]
    }

    /// Up to four words before the name: `the Finnish chip maker X`, `Espoo-based X`, `Sweden's X`.
    private static func before(_ deal: DealText, _ mention: DealText.Mention, _ words: inout Set<UInt64>) {
        let first = mention.tokens.lowerBound
        for token in stride(from: first - 1, through: max(0, first - 5), by: -1) {
            guard deal.sentence(ofToken: token) == mention.sentence, deal.mentionAt[token] < 0 else { return }
            let kind = deal.text.tokens[token].kind
            if kind == .possessive || deal.text.tokens[token].hash == DealLexicon.hyphen { continue }
            guard kind == .word, !deal.lexicon.borders.contains(deal.stems[token]) else { return }
            words.insert(key(deal, token))
        }
    }

    /// An apposition or a predicate: `X, the world's largest brewer,`, `X is a lender`, `X of Finland`.
    private static func after(_ deal: DealText, _ mention: DealText.Mention, _ words: inout Set<UInt64>) {
        var token = mention.tokens.upperBound
        guard deal.stems.indices.contains(token + 1), deal.sentence(ofToken: token) == mention.sentence else { return }
        let opener = deal.stems[token]
        let isApposition =
            opener == DealLexicon.comma
            && (deal.lexicon.determiners.contains(deal.stems[token + 1])
                || deal.lexicon.country(deal.stems[token + 1]) != nil)
        let isPredicate = opener == deal.lexicon.be && deal.lexicon.determiners.contains(deal.stems[token + 1])
        guard isApposition || isPredicate || opener == deal.lexicon.of else { return }
        let end = min(token + 9, deal.stems.count)
        token += 1
        while token < end, deal.sentence(ofToken: token) == mention.sentence, deal.mentionAt[token] < 0 {
            let kind = deal.text.tokens[token].kind
            if kind == .sign, deal.text.tokens[token].hash != DealLexicon.hyphen { return }
            if kind == .word, deal.lexicon.relatives.contains(deal.stems[token]) { return }
            if kind == .word, !deal.lexicon.borders.contains(deal.stems[token]) { words.insert(key(deal, token)) }
            token += 1
        }
    }

    /// The one of `candidates` that a phrase beginning at `token` describes: `the brewer`, `the Swedish group`,
    /// `the Swedes`; nil where none or several fit.
    func company(_ deal: DealText, at token: Int, among candidates: [Int]) -> (company: Int, end: Int)? {
        for place in token..<min(token + 3, deal.stems.count) {
            guard deal.text.tokens[place].kind == .word, deal.mentionAt[place] < 0 else { return nil }
            let key = Self.key(deal, place)
            let fitting = candidates.filter { words[$0].contains(key) }
            if fitting.count == 1 { return (fitting[0], place + 1) }
        }
        return nil
    }
}
