internal import Model

/// An article as the clause finder reads it: terms, candidates and cues of every sentence.
package struct ClauseArticle: Sendable {
    let text: TokenizedText
    private(set) var sentences: [ClauseSentence] = []
    /// It is written as wire copy of the 1980s was: `dlrs`, `pct`, `mln`.
    let isWire: Bool

    package init(_ text: TokenizedText) {
        let (lexicon, cues) = (ClauseLexicon.shared, CueTable.shared)
        self.text = text
        let terms = ClauseTerms(text, lexicon: lexicon)
        isWire = Self.isWire(text)
        sentences.reserveCapacity(terms.sentences.count)
        for (number, range) in terms.sentences.enumerated() {
            let slice = terms.terms[range]
            sentences.append(
                ClauseSentence(
                    number: number, terms: slice, isBullet: text.article.sentences[number].role == .bullet,
                    isHeading: Self.isHeading(slice, text.article, number), cues: cues.matches(in: slice)))
        }
    }

    /// Where all candidates lie: their sentence, and their bytes of the text.
    package var candidatePlaces: [(sentence: Int, range: Range<Int>)] {
        sentences.flatMap { sentence in sentence.candidates.map { (sentence.number, sentence.bytes(of: $0)) } }
    }

    private static func isHeading(_ terms: ArraySlice<ClauseTerm>, _ article: Article, _ number: Int) -> Bool {
        guard let last = terms.last else { return false }
        switch article.text[Int(last.end) - 1] {
        case 0x3F, 0x3A: return true
        case 0x2E, 0x21, 0x22, 0x29, 0x9D: return false
        default: return terms.count <= 14
        }
    }

    static func isWire(_ text: TokenizedText) -> Bool {
        var seen: UInt8 = 0
        var brackets = 0
        for token in text.tokens {
            if let bit = wireWords.firstIndex(of: token.hash) { seen |= 1 << UInt8(bit) }
            if token.kind == .sign, text.article.text[Int(token.start)] == 0x3C { brackets += 1 }
        }
        return seen.nonzeroBitCount >= 2 || brackets >= 2
    }

    private static let wireWords: [UInt64] = ["dlrs", "pct", "mln", "cts", "reuter"].map { FeatureHash.of($0.utf8) }
}
