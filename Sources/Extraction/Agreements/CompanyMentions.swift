internal import Model

/// Where a text names the companies that were found in it, and their products.
struct CompanyMentions {
    /// A place where a company or one of its products is named.
    struct Mention: Sendable {
        var company: Int
        var tokens: Range<Int>
        var sentence: Int
        var isProduct: Bool
    }

    /// In the order of the text.
    private(set) var mentions: [Mention] = []
    /// The mention that covers each token, -1 for none.
    private(set) var at: [Int32]
    /// For each company, its mentions.
    private(set) var of: [[Int]]
    /// For each sentence, its mentions as a range of `mentions`.
    private(set) var bySentence: [Range<Int>] = []

    init(_ text: TokenizedText, _ companies: [Extraction.Company], _ lexicon: DealLexicon) {
        at = Array(repeating: -1, count: text.tokens.count)
        of = Array(repeating: [], count: companies.count)
        for (index, company) in companies.enumerated() {
            for range in company.mentions {
                let tokens = text.tokens(in: range)
                if !tokens.isEmpty { add(index, tokens, text, isProduct: false) }
            }
        }
        for mention in mentions {
            for token in mention.tokens { at[token] = 0 }
        }
        for (company, tokens) in products(companies, text, lexicon) { add(company, tokens, text, isProduct: true) }
        mentions.sort { ($0.tokens.lowerBound, $0.company) < ($1.tokens.lowerBound, $1.company) }
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { at[token] = Int32(index) }
            of[mention.company].append(index)
        }
        findSentences(text)
    }

    private mutating func add(_ company: Int, _ tokens: Range<Int>, _ text: TokenizedText, isProduct: Bool) {
        let sentence = Int(text.tokens[tokens.lowerBound].sentence)
        mentions.append(Mention(company: company, tokens: tokens, sentence: sentence, isProduct: isProduct))
    }

    /// Where products are named, outside the names of companies.
    private func products(
        _ companies: [Extraction.Company], _ text: TokenizedText, _ lexicon: DealLexicon
    ) -> [(company: Int, tokens: Range<Int>)] {
        var found: [(company: Int, tokens: Range<Int>)] = []
        var taken = Set<Int>()
        for (index, company) in companies.enumerated() {
            for product in company.products {
                let name = lexicon.hashes(of: product)
                guard let first = name.first else { continue }
                for token in text.tokens.indices where text.tokens[token].hash == first && at[token] < 0 {
                    let end = token + name.count
                    guard end <= text.tokens.count,
                        (0..<name.count).allSatisfy({
                            text.tokens[token + $0].hash == name[$0] && at[token + $0] < 0
                        }), taken.isDisjoint(with: token..<end)
                    else { continue }
                    taken.formUnion(token..<end)
                    found.append((index, token..<end))
                }
            }
        }
        return found
    }

    private mutating func findSentences(_ text: TokenizedText) {
        var next = 0
        for sentence in text.sentenceTokens.indices {
            while next < mentions.count, mentions[next].sentence < sentence { next += 1 }
            let first = next
            while next < mentions.count, mentions[next].sentence == sentence { next += 1 }
            bySentence.append(first..<next)
        }
    }
}
