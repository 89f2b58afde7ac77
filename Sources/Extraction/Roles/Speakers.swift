internal import Model

/// Tells who said what a sentence says: `X said`, `said X`, `a spokesman for X said`, `according to X`, and
/// `it said` or `she said` of somebody named before.
struct Speakers {
    private let deal: DealText
    private let words: AttributionWords
    private let tokens: [Token]
    /// Where each sentence names its speaker; nil where it names none.
    private(set) var speakers: [TextRange?]

    init(_ deal: DealText, words: AttributionWords) {
        self.deal = deal
        self.words = words
        tokens = deal.text.tokens
        speakers = []
        var person: TextRange?
        for sentence in 0..<deal.sentenceCount {
            let found = speaker(sentence, person)
            speakers.append(found?.range)
            if let found, found.isPerson { person = found.range }
        }
    }

    /// Who said a clause; nil where its sentence does not tell.
    func speaker(of quote: TextRange) -> TextRange? {
        let sentence = deal.sentence(ofFirstTokenIn: quote)
        return sentence >= 0 ? speakers[sentence] : nil
    }

    private struct Found {
        var range: TextRange
        var isPerson = false
    }

    private func speaker(_ sentence: Int, _ person: TextRange?) -> Found? {
        let range = deal.text.sentenceTokens[sentence]
        for token in range {
            if let end = words.end(of: .according, at: token, in: tokens) { return named(from: end, in: range) }
            guard words.end(of: .verb, at: token, in: tokens) != nil, deal.mentionAt[token] < 0,
                !isDenied(token, in: range)
            else { continue }
            if let found = before(token, in: range, person) ?? inverted(token, in: range) { return found }
        }
        return nil
    }

    private func isDenied(_ verb: Int, in range: Range<Int>) -> Bool {
        (1...3).contains { back in
            verb - back >= range.lowerBound && words.end(of: .not, at: verb - back, in: tokens) != nil
        }
    }

    /// Whoever stands before the verb, with what is said of them between commas left out.
    private func before(_ verb: Int, in range: Range<Int>, _ person: TextRange?) -> Found? {
        var last = verb - 1
        if last > range.lowerBound, tokens[last].hash == DealLexicon.comma {
            let opening = (max(range.lowerBound + 1, last - 14)..<last).last { tokens[$0].hash == DealLexicon.comma }
            guard let opening else { return nil }
            last = opening - 1
        }
        guard last >= range.lowerBound else { return nil }
        if let name = name(endingAt: last, in: range) { return name }
        let start = max(range.lowerBound, last - 1)
        for token in start...last {
            if words.end(of: .pronoun, at: token, in: tokens) == last + 1 { return lastCompany(before: token) }
        }
        if words.end(of: .person, at: last, in: tokens) == last + 1 {
            return person.map { Found(range: $0, isPerson: true) }
        }
        return voice(around: last, in: range)
    }

    /// `"…," said X`, `…, a spokesman for X said`.
    private func inverted(_ verb: Int, in range: Range<Int>) -> Found? {
        guard verb > range.lowerBound, tokens[verb - 1].kind == .sign else { return nil }
        return named(from: verb + 1, in: range)
    }

    /// The first name of the next few words, of which there are none where a cue goes on in the next sentence.
    private func named(from first: Int, in range: Range<Int>) -> Found? {
        for token in first..<max(first, min(first + 8, range.upperBound)) {
            if tokens[token].kind == .sign, token > first { return nil }
            if let name = name(startingAt: token, in: range) { return name }
        }
        return nil
    }

    /// `a spokesman for X`, `X's chairman`, `an X spokesman`.
    private func voice(around last: Int, in range: Range<Int>) -> Found? {
        let first = max(range.lowerBound, last - 8)
        guard (first...last).contains(where: { words.end(of: .voice, at: $0, in: tokens) != nil }) else { return nil }
        let mention = deal.sentenceMentions[deal.sentence(ofToken: last)].last {
            (first...last).contains(deal.mentions[$0].tokens.lowerBound)
        }
        return mention.map { Found(range: deal.text.range(deal.mentions[$0].tokens)) }
    }

    private func lastCompany(before token: Int) -> Found? {
        deal.mentions.last {
            !$0.isProduct && $0.tokens.upperBound <= token && deal.sentence(ofToken: $0.tokens.lowerBound) >= 0
        }
        .map { last in
            let sentence = deal.sentenceMentions[last.sentence].first { !deal.mentions[$0].isProduct }
            return Found(range: deal.text.range((sentence.map { deal.mentions[$0] } ?? last).tokens))
        }
    }

    // MARK: Names

    private func name(endingAt last: Int, in range: Range<Int>) -> Found? {
        if deal.mentionAt[last] >= 0 { return company(last) }
        var first = last + 1
        while first > range.lowerBound, isNamePart(first - 1), deal.mentionAt[first - 1] < 0 { first -= 1 }
        return personName(first..<last + 1)
    }

    private func name(startingAt first: Int, in range: Range<Int>) -> Found? {
        if deal.mentionAt[first] >= 0 { return company(first) }
        var end = first
        while end < range.upperBound, isNamePart(end), deal.mentionAt[end] < 0 { end += 1 }
        return personName(first..<end)
    }

    private func company(_ token: Int) -> Found? {
        let mention = deal.mentions[Int(deal.mentionAt[token])]
        return mention.isProduct ? nil : Found(range: deal.text.range(mention.tokens))
    }

    /// Two or more capitalised words: one alone may be any word that opens a sentence, a month or a place.
    private func personName(_ words: Range<Int>) -> Found? {
        guard words.count(where: { tokens[$0].kind == .word }) >= 2 else { return nil }
        return Found(range: deal.text.range(words), isPerson: true)
    }

    private func isNamePart(_ token: Int) -> Bool {
        let token = tokens[token]
        if token.kind == .word { return token.isCapitalized }
        return token.hash == DealLexicon.hyphen && !token.flags.contains(.afterSpace)
    }
}
