internal import Model

/// Words that stand for a company that is named elsewhere: `the brewer`, `the Swedes`, `the company`, `it`.
package struct References {
    struct Reference {
        enum Form { case described, common, pronoun }

        var form: Form
        var company: Int
        var tokens: Range<Int>
        var sentence: Int
    }

    /// In the order of the text.
    private(set) var all: [Reference] = []
    /// For each sentence, its references as a range of `all`.
    private(set) var bySentence: [Range<Int>] = []
    /// How many sentences after the last name a pronoun may still stand for it.
    private static let reach = 4

    init(_ deal: DealText, _ descriptions: Descriptions) {
        let notifier = Self.isNotice(deal) ? Self.mostNamed(deal) : nil
        let words = descriptions.words.reduce(into: Set()) { $0.formUnion($1) }
        var subject: (company: Int?, sentence: Int) = (nil, 0)
        for sentence in 0..<deal.sentenceCount {
            let first = all.count
            describe(deal, sentence, descriptions, words)
            let near = sentence - subject.sentence <= Self.reach ? subject.company : nil
            pointBack(deal, sentence, subject: near, notifier: notifier)
            all[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
            bySentence.append(first..<all.count)
            if let named = deal.sentenceMentions[sentence].first {
                subject = (deal.mentions[named].company, sentence)
            } else if let described = all[first...].first(where: { $0.form == .described }) {
                subject = (described.company, sentence)
            }
        }
    }

    /// The company that the text names most often, the first of several.
    private static func mostNamed(_ deal: DealText) -> Int? {
        deal.companies.indices.max { (deal.mentionsOf[$0].count, -$0) < (deal.mentionsOf[$1].count, -$1) }
    }

    /// Whether the text calls its company `the Company`, as notices to an exchange do.
    private static func isNotice(_ deal: DealText) -> Bool {
        var capitals = 0
        for hit in deal.hits where hit.cue == deal.lexicon.role && hit.end == hit.first + 1 {
            let token = Int(hit.first)
            if token > 0, deal.lexicon.articles.contains(deal.stems[token - 1]), deal.text.tokens[token].isCapitalized {
                capitals += 1
            }
        }
        return capitals >= 2
    }

    /// `the brewer`, `the Swedish group`, `the Finns`: where one company only is described so.
    /// - Parameter words: of all descriptions; a look at them first spares a look at each company.
    private mutating func describe(
        _ deal: DealText, _ sentence: Int, _ descriptions: Descriptions, _ words: Set<UInt64>
    ) {
        let tokens = deal.text.sentenceTokens[sentence]
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            defer { token += 1 }
            guard deal.lexicon.articles.contains(deal.stems[token]),
                (token + 1..<min(token + 4, tokens.upperBound)).contains(where: {
                    words.contains(Descriptions.key(deal, $0))
                })
            else { continue }
            let known = deal.companies.indices.filter { deal.firstMention($0) < token }
            guard known.count > 1, let (company, end) = descriptions.company(deal, at: token + 1, among: known),
                end <= tokens.upperBound, Self.standsForCompany(deal, end - 1, company, descriptions)
            else { continue }
            all.append(Reference(form: .described, company: company, tokens: token..<end, sentence: sentence))
            token = end - 1
        }
    }

    /// Not so `the Swedish market` and `the beer maker's`: a country ends the phrase or a word for a company follows.
    private static func standsForCompany(_ deal: DealText, _ last: Int, _ company: Int, _ descriptions: Descriptions)
        -> Bool
    {
        guard deal.lexicon.country(deal.stems[last]) != nil, deal.stems.indices.contains(last + 1) else { return true }
        let next = last + 1
        guard deal.text.tokens[next].kind == .word, deal.mentionAt[next] < 0 else {
            return deal.mentionAt[next] < 0
        }
        if descriptions.words[company].contains(deal.stems[next]) { return true }
        let sentence = deal.sentence(ofToken: last)
        return deal.hits[deal.sentenceHits[sentence]].contains { hit in
            Int(hit.first) == next
                && (hit.cue == deal.lexicon.role || hit.cue == deal.lexicon.provider || hit.cue == deal.lexicon.customer
                    || deal.lexicon.isVerb(hit.cue))
        }
    }

    /// `it` and `the company`: whom the sentence named first, else whom the sentences before were about.
    /// - Parameter notifier: whom a notice calls `the Company`; nil where the text is no notice.
    private mutating func pointBack(_ deal: DealText, _ sentence: Int, subject: Int?, notifier: Int?) {
        let described = all[(bySentence.last?.upperBound ?? 0)...]
        for hit in deal.hits[deal.sentenceHits[sentence]] {
            let tokens = Int(hit.first)..<Int(hit.end)
            let isPronoun = hit.cue == deal.lexicon.pronoun
            let isCommon =
                hit.cue == deal.lexicon.role && tokens.lowerBound > 0
                && deal.lexicon.articles.contains(deal.stems[tokens.lowerBound - 1])
            guard isPronoun || isCommon, !described.contains(where: { $0.tokens.overlaps(tokens) }) else { continue }
            let named = deal.sentenceMentions[sentence].first {
                deal.mentions[$0].tokens.upperBound <= tokens.lowerBound
            }
            var company = named.map { deal.mentions[$0].company } ?? subject
            if isCommon, let notifier, deal.text.tokens[tokens.lowerBound].isCapitalized { company = notifier }
            guard let company else { continue }
            all.append(
                Reference(form: isPronoun ? .pronoun : .common, company: company, tokens: tokens, sentence: sentence))
        }
    }
}
