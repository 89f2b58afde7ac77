package import Model

/// A tokenized article with its stems, cues and the places of its companies: what the models of agreements
/// and roles read.
///
/// A class, for it is passed to every reader of features: as a structure its dozen arrays were retained and
/// released for each of them, a twentieth of the time of agreements.
package final class DealText: Sendable {
    typealias Mention = CompanyMentions.Mention

    package let text: TokenizedText
    let lexicon: DealLexicon
    /// The stem of each token; one stem for all numbers.
    let stems: [UInt64]
    let hits: [DealCueTable.Hit]
    /// For each sentence, its hits, and its mentions, as ranges of `hits` and `mentions`.
    let sentenceHits: [Range<Int>]
    let sentenceMentions: [Range<Int>]
    let mentions: [Mention]
    /// The mention that covers each token, -1 for none.
    let mentionAt: [Int32]
    /// For each company, its mentions, those of products included.
    let mentionsOf: [[Int]]
    package let companies: [Extraction.Company]

    package init(_ text: TokenizedText, _ companies: [Extraction.Company], _ lexicon: DealLexicon) {
        self.text = text
        self.lexicon = lexicon
        self.companies = companies
        stems = Self.stems(text, lexicon.lemmatizer)
        let found = CompanyMentions(text, companies, lexicon)
        mentions = found.mentions
        mentionAt = found.at
        mentionsOf = found.of
        sentenceMentions = found.bySentence
        (hits, sentenceHits) = Self.hits(text, stems, lexicon.cues, mentionAt: found.at)
    }

    /// The token at which the text first names `company`.
    package func firstMention(_ company: Int) -> Int {
        mentionsOf[company].first.map { mentions[$0].tokens.lowerBound } ?? .max
    }

    /// Companies in the order in which the text first names them.
    package func inTextOrder(_ companies: [Int]) -> [Int] {
        companies.sorted { (firstMention($0), $0) < (firstMention($1), $1) }
    }

    var sentenceCount: Int { text.sentenceTokens.count }

    func sentence(ofToken token: Int) -> Int { Int(text.tokens[token].sentence) }

    /// The sentence in which `range` (bytes) begins; -1 where it has no token in a sentence.
    func sentence(ofFirstTokenIn range: TextRange) -> Int {
        let tokens = tokens(in: range)
        return tokens.isEmpty ? -1 : sentence(ofToken: tokens.lowerBound)
    }

    private static func stems(_ text: TokenizedText, _ lemmatizer: Lemmatizer) -> [UInt64] {
        let folded = text.folded.span
        var stems: [UInt64] = []
        stems.reserveCapacity(text.tokens.count)
        for token in text.tokens {
            switch token.kind {
            case .number: stems.append(DealLexicon.number)
            case .sign, .possessive: stems.append(token.hash)
            case .word:
                let word = folded.extracting(Int(token.foldedStart)..<Int(token.foldedEnd))
                stems.append(lemmatizer.stem(word, hash: token.hash))
            }
        }
        return stems
    }

    /// The tokens that `range` (bytes) covers.
    func tokens(in range: TextRange) -> Range<Int> { text.tokens(in: range) }

    /// The cues in the text, outside of names; and for each sentence, its own as a range.
    private static func hits(
        _ text: TokenizedText, _ stems: [UInt64], _ cues: DealCueTable, mentionAt: [Int32]
    ) -> ([DealCueTable.Hit], [Range<Int>]) {
        var hits: [DealCueTable.Hit] = []
        var ranges: [Range<Int>] = []
        let all = text.tokens
        for tokens in text.sentenceTokens {
            let first = hits.count
            for token in tokens where mentionAt[token] < 0 {
                cues.match(
                    at: token, limit: tokens.upperBound, stems: stems,
                    isJoint: { all[$0].hash == DealLexicon.hyphen || all[$0].hash == DealLexicon.slash },
                    into: &hits)
            }
            ranges.append(first..<hits.count)
        }
        return (hits, ranges)
    }

    /// What stands for a token in features: its stem, or one word for all companies.
    func word(_ token: Int) -> UInt64 {
        guard stems.indices.contains(token) else { return DealLexicon.edge }
        return mentionAt[token] >= 0 ? DealLexicon.entity : stems[token]
    }

    /// As `word`, with the inflection kept: tenses tell how things stand.
    func form(_ token: Int) -> UInt64 {
        let word = word(token)
        return word == DealLexicon.entity || word == DealLexicon.edge || word == DealLexicon.number
            ? word : text.tokens[token].hash
    }

    /// The whole part of a number in figures; 0 for other tokens.
    func number(_ token: Int) -> Int {
        let bytes = text.folded[Int(text.tokens[token].foldedStart)..<Int(text.tokens[token].foldedEnd)].prefix {
            $0 != 0x2E
        }
        return bytes.prefix(9).reduce(0) { $1 &- 0x30 < 10 ? $0 * 10 + Int($1 - 0x30) : $0 }
    }
}
