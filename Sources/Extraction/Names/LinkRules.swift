internal import Model

/// Proposes which candidates may be short forms of which.
struct LinkRules {
    private let tokens: NameTokens
    private let candidates: [NameCandidate]
    private let details: [Detail]
    private let otherNames: OtherNames

    /// What the rules ask of a candidate, made once. A class: each is looked at with each other one, and copies of
    /// its lists would cost more than the rules.
    private final class Detail {
        /// Folded bytes of its spoken words.
        let words: [[UInt8]]
        /// Its one word, where it has one.
        let single: [UInt8]?
        let joined: [UInt8]
        /// First letters of all words; without connectors; and without legal suffixes too.
        var initials: [[UInt8]] = []
        /// Folded capitals of a form with small letters.
        var capitals: [UInt8] = []
        var letters = 0
        /// Hashes of its words without legal forms and connectors.
        var core: [UInt64] = []
        /// Bytes of those words in its longest form.
        var coreWords: [[UInt8]] = []
        /// Its number in the register; 0 where it has none.
        let company: UInt32
        /// A product's name that ends in a word for a thing.
        var isThing = false

        init(words: [[UInt8]], single: [UInt8]?, company: UInt32) {
            self.words = words
            self.single = single
            joined = Array(words.joined())
            self.company = company
        }
    }

    init(_ tokens: NameTokens, _ candidates: [NameCandidate], lexicon: Lexicon) {
        self.tokens = tokens
        self.candidates = candidates
        details = candidates.map { Self.detail($0, tokens, lexicon) }
        otherNames = OtherNames(tokens, candidates)
    }

    private static func detail(_ candidate: NameCandidate, _ tokens: NameTokens, _ lexicon: Lexicon) -> Detail {
        let first = candidate.spans[0].tokens
        let named = first.filter { tokens.words[$0].name != 0 }
        var words = named.filter { !tokens.words[$0].traits.contains(.silent) }.map { tokens.bareWord($0) }
        if words.isEmpty { words = named.map { tokens.bareWord($0) } }
        let detail = Detail(
            words: words, single: singleWord(words), company: lexicon.name(candidate.key).company)
        guard let longest = candidate.spans.max(by: { $0.tokens.count < $1.tokens.count })?.tokens else {
            return detail
        }
        let spelled = longest.filter { tokens.text.tokens[$0].kind == .word }
        let spoken = spelled.filter { !tokens.words[$0].traits.contains(.connector) }
        let core = spoken.filter { !tokens.words[$0].traits.contains(.silent) }
        let bare = core.filter { !tokens.words[$0].traits.contains(.legalSuffix) }
        detail.isThing = candidate.spans.allSatisfy { $0.isProduct && tokens.endsWithThing($0.tokens) }
        for list in [spelled, spoken, core, bare] where list.count > 1 {
            detail.initials.append(list.compactMap { tokens.bareInitial($0) })
        }
        // `UMC` for United Microelectronics Corp, also where the text leaves the `Corp` out.
        if bare.count > 1 { detail.initials.append(bare.compactMap { tokens.bareInitial($0) } + [0x63]) }
        detail.core = bare.map { tokens.words[$0].name }
        detail.coreWords = bare.map { tokens.bareWord($0) }
        for index in longest {
            let token = tokens.text.tokens[index]
            detail.letters += token.range.count
            for byte in tokens.text.article.text[token.range.start..<token.range.end] where (0x41...0x5A).contains(byte)
            {
                detail.capitals.append(byte | 0x20)
            }
        }
        return detail
    }

    /// The one word of a name, or the letters of one such as `W&M`.
    private static func singleWord(_ words: [[UInt8]]) -> [UInt8]? {
        if words.count == 1 { return words[0] }
        let letters = words.filter { $0 != [0x26] }
        return letters.count < words.count && letters.allSatisfy { $0.count == 1 } ? Array(letters.joined()) : nil
    }

    /// The first rule by which candidate `short` may be a short form of `long`.
    func rule(_ short: Int, _ long: Int) -> LinkRule? {
        let a = candidates[short].words, b = candidates[long].words
        if a.count < b.count {
            // `Acme API` is a thing of Acme's, no other name of it.
            if b.starts(with: a) { return details[long].isThing ? nil : .prefix }
            if b.suffix(a.count).elementsEqual(a) { return .suffix }
            if (1..<max(1, b.count - a.count)).contains(where: { b[$0..<$0 + a.count].elementsEqual(a) }) {
                return .inner
            }
        }
        if let word = details[short].single, (2...6).contains(word.count) {
            if details[long].initials.contains(word) { return .acronym }
            if details[long].capitals == word, details[long].letters > word.count + 2 { return .capitals }
        }
        if let bracket = bracketRule(short, long) { return bracket }
        // What the text itself says is surer than what the register knows.
        if short > long, otherNames.contains(short, long) { return .renamed }
        if details[short].company > 0, details[short].company == details[long].company, short > long {
            return .register
        }
        return coreRule(short, long) ?? spellingRule(details[short], details[long]) ?? lettersRule(short, long)
    }

    private func lettersRule(_ short: Int, _ long: Int) -> LinkRule? {
        guard let word = details[short].single, (3...6).contains(word.count), details[long].coreWords.count > 1,
            tokens.text.tokens[candidates[short].spans[0].tokens.lowerBound].flags.contains(.allCapitals),
            NameSpelling.isWritten(word[...], with: details[long].coreWords[...])
        else { return nil }
        return .letters
    }

    private func bracketRule(_ short: Int, _ long: Int) -> LinkRule? {
        for span in candidates[short].spans {
            let first = span.tokens.lowerBound
            guard let bracket = openingBracket(before: first) else { continue }
            let opening = tokens.sign(bracket)
            for other in candidates[long].spans {
                let gap = bracket - other.tokens.upperBound
                guard gap == 0 || (gap == 1 && !tokens.words[bracket - 1].isCapitalized) else { continue }
                return (opening != 0x28 || bracket < first - 1) && isTicker(first) ? .ticker : .bracket
            }
        }
        return nil
    }

    /// The bracket that opens right before `index`, or before an exchange's name and a colon (`(NYSE: `).
    private func openingBracket(before index: Int) -> Int? {
        var place = index - 1
        if tokens.sign(place) == 0x22 { place -= 1 }
        if tokens.sign(place) == 0x3A {
            place -= 1
            while place > index - 6, place > 0, tokens.words[place].isCapitalized { place -= 1 }
        }
        let sign = tokens.sign(place)
        return sign == 0x28 || sign == 0x3C || sign == 0x5B ? place : nil
    }

    /// Whether the one word of `short` has letters of `long`'s name in their order, the first first.
    func isAbbreviation(_ short: Int, _ long: Int) -> Bool {
        guard let word = details[short].single, word.count <= 5, word.first == details[long].joined.first else {
            return false
        }
        var next = 0
        for byte in details[long].joined where next < word.count && byte == word[next] { next += 1 }
        return next == word.count
    }

    private func coreRule(_ short: Int, _ long: Int) -> LinkRule? {
        let a = details[short].core, b = details[long].core
        guard !a.isEmpty else { return nil }
        if a == b { return details[short].joined.count <= details[long].joined.count ? .sameCore : nil }
        guard a.count > 1, a.count < b.count, a[0] == b[0] || a[a.count - 1] == b[b.count - 1] else { return nil }
        var next = 0
        for word in b where next < a.count && word == a[next] { next += 1 }
        return next == a.count ? .scattered : nil
    }

    private func isTicker(_ index: Int) -> Bool {
        let token = tokens.text.tokens[index]
        return token.flags.contains(.allCapitals) && token.range.count <= 5
    }

    private func spellingRule(_ short: Detail, _ long: Detail) -> LinkRule? {
        if short.words.count <= long.words.count, short.words != long.words,
            zip(short.words, long.words).allSatisfy({ NameSpelling.isStem($0, of: $1) })
        {
            return .stem
        }
        if NameSpelling.isMisspelled(short.coreWords, long.coreWords), short.joined.count <= long.joined.count {
            return .misspelled
        }
        guard let word = short.single else { return nil }
        if word.count >= 3, long.coreWords.count > 1, NameSpelling.isBlend(word, of: long.coreWords) { return .blend }
        guard word.count >= 4 else { return nil }
        if long.words.count > 1, long.joined.starts(with: word) { return .glued }
        return nil
    }
}
