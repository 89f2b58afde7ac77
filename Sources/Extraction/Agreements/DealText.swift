package import Model

/// A tokenized article with its stems, cues and the places of its companies: what the models of agreements
/// and roles read.
package struct DealText {
    /// A place where a company or one of its products is named.
    package struct Mention {
        var company: Int
        var tokens: Range<Int>
        var sentence: Int
        var isProduct: Bool
    }

    package let text: TokenizedText
    let lexicon: DealLexicon
    /// The stem of each token; one stem for all numbers.
    private(set) var stems: [UInt64] = []
    private(set) var hits: [DealCueTable.Hit] = []
    /// For each sentence, its hits, and its mentions, as ranges of `hits` and `mentions`.
    private(set) var sentenceHits: [Range<Int>] = []
    private(set) var sentenceMentions: [Range<Int>] = []
    private(set) var mentions: [Mention] = []
    /// The mention that covers each token, -1 for none.
    private(set) var mentionAt: [Int32]
    /// For each company, its mentions, those of products included.
    private(set) var mentionsOf: [[Int]]
    package let companies: [Extraction.Company]

    package init(_ text: TokenizedText, _ companies: [Extraction.Company], _ lexicon: DealLexicon) {
        self.text = text
        self.lexicon = lexicon
        self.companies = companies
        mentionAt = Array(repeating: -1, count: text.tokens.count)
        mentionsOf = Array(repeating: [], count: companies.count)
        stems = Self.stems(text, lexicon.lemmatizer)
        findMentions()
        findHits()
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
    func tokens(in range: TextRange) -> Range<Int> {
        let first = firstToken(from: range.start)
        return first..<max(first, firstToken(from: range.end))
    }

    private func firstToken(from byte: Int) -> Int {
        var (low, high) = (0, text.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(text.tokens[middle].start) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func findMentions() {
        var found: [Mention] = []
        for (index, company) in companies.enumerated() {
            for range in company.mentions {
                let tokens = tokens(in: range)
                if !tokens.isEmpty {
                    found.append(
                        Mention(
                            company: index, tokens: tokens, sentence: sentence(ofToken: tokens.lowerBound),
                            isProduct: false))
                }
            }
        }
        for mention in found {
            for token in mention.tokens { mentionAt[token] = 0 }
        }
        found += products()
        found.sort { ($0.tokens.lowerBound, $0.company) < ($1.tokens.lowerBound, $1.company) }
        mentions = found
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { mentionAt[token] = Int32(index) }
            mentionsOf[mention.company].append(index)
        }
        var next = 0
        for sentence in 0..<sentenceCount {
            while next < mentions.count, mentions[next].sentence < sentence { next += 1 }
            let first = next
            while next < mentions.count, mentions[next].sentence == sentence { next += 1 }
            sentenceMentions.append(first..<next)
        }
    }

    /// Where products are named, outside the names of companies.
    private func products() -> [Mention] {
        var found: [Mention] = []
        for (index, company) in companies.enumerated() {
            for product in company.products {
                let name = lexicon.hashes(of: product)
                guard let first = name.first else { continue }
                for token in text.tokens.indices where text.tokens[token].hash == first && mentionAt[token] < 0 {
                    let end = token + name.count
                    guard end <= text.tokens.count,
                        (0..<name.count).allSatisfy({
                            text.tokens[token + $0].hash == name[$0] && mentionAt[token + $0] < 0
                        })
                    else { continue }
                    found.append(
                        Mention(
                            company: index, tokens: token..<end, sentence: sentence(ofToken: token), isProduct: true))
                }
            }
        }
        var taken = Set<Int>()
        return found.filter { mention in
            let isFree = taken.isDisjoint(with: mention.tokens)
            if isFree { taken.formUnion(mention.tokens) }
            return isFree
        }
    }

    private mutating func findHits() {
        var hits: [DealCueTable.Hit] = []
        let all = text.tokens
        for tokens in text.sentenceTokens {
            let first = hits.count
            for token in tokens where mentionAt[token] < 0 {
                lexicon.cues.match(
                    at: token, limit: tokens.upperBound, stems: stems,
                    isJoint: { all[$0].hash == DealLexicon.hyphen || all[$0].hash == DealLexicon.slash },
                    into: &hits)
            }
            sentenceHits.append(first..<hits.count)
        }
        self.hits = hits
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
