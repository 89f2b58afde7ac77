internal import Model

/// Why one name may be a short form of another.
enum LinkRule: UInt64 {
    /// Its words begin, end or lie inside the other's.
    case prefix = 1, suffix, inner
    /// The first letters of the other's words, or the other's capitals.
    case acronym, capitals
    /// It stands in brackets right after the other.
    case ticker, bracket
    /// Each word is the stem of the other's.
    case stem
    /// It is the other's words written as one.
    case glued
}

/// Proposes which candidates may be short forms of which.
struct LinkRules {
    private let tokens: NameTokens
    private let candidates: [NameCandidate]
    private let details: [Detail]

    /// What the rules ask of a candidate, made once.
    private struct Detail {
        /// Folded bytes of its spoken words.
        var words: [[UInt8]]
        /// Its one word, where it has one.
        var single: [UInt8]?
        var joined: [UInt8]
        /// First letters of all words; without connectors; and without legal suffixes too.
        var initials: [[UInt8]] = []
        /// Folded capitals of a form with small letters.
        var capitals: [UInt8] = []
        var letters = 0
    }

    init(_ tokens: NameTokens, _ candidates: [NameCandidate]) {
        self.tokens = tokens
        self.candidates = candidates
        details = candidates.map { Self.detail($0, tokens) }
    }

    private static func detail(_ candidate: NameCandidate, _ tokens: NameTokens) -> Detail {
        let first = candidate.spans[0].tokens
        let named = first.filter { tokens.words[$0].name != 0 }
        var words = named.filter { !tokens.words[$0].traits.contains(.silent) }.map { tokens.bareWord($0) }
        if words.isEmpty { words = named.map { tokens.bareWord($0) } }
        var detail = Detail(words: words, single: words.count == 1 ? words[0] : nil, joined: Array(words.joined()))
        guard let longest = candidate.spans.max(by: { $0.tokens.count < $1.tokens.count })?.tokens else { return detail }
        let spelled = longest.filter { tokens.text.tokens[$0].kind == .word }
        let spoken = spelled.filter { !tokens.words[$0].traits.contains(.connector) }
        let core = spoken.filter { !tokens.words[$0].traits.contains(.silent) }
        for list in [spelled, spoken, core] where list.count > 1 {
            detail.initials.append(list.compactMap { tokens.bareWord($0).first })
        }
        for index in longest {
            let token = tokens.text.tokens[index]
            detail.letters += token.range.count
            for byte in tokens.text.article.text[token.range.start..<token.range.end] where (0x41...0x5A).contains(byte) {
                detail.capitals.append(byte | 0x20)
            }
        }
        return detail
    }

    /// The first rule by which candidate `short` may be a short form of `long`.
    func rule(_ short: Int, _ long: Int) -> LinkRule? {
        let a = candidates[short].words, b = candidates[long].words
        if a.count < b.count {
            if b.starts(with: a) { return .prefix }
            if b.suffix(a.count).elementsEqual(a) { return .suffix }
            if (1..<max(1, b.count - a.count)).contains(where: { b[$0..<$0 + a.count].elementsEqual(a) }) { return .inner }
        }
        if let word = details[short].single, (2...6).contains(word.count) {
            if details[long].initials.contains(word) { return .acronym }
            if details[long].capitals == word, details[long].letters > word.count + 2 { return .capitals }
        }
        if let bracket = bracketRule(short, long) { return bracket }
        return spellingRule(details[short], details[long])
    }

    private func bracketRule(_ short: Int, _ long: Int) -> LinkRule? {
        for span in candidates[short].spans {
            let first = span.tokens.lowerBound
            let opening = tokens.sign(first - 1)
            guard opening == 0x28 || opening == 0x3C || opening == 0x5B else { continue }
            for other in candidates[long].spans {
                let gap = first - 1 - other.tokens.upperBound
                guard gap == 0 || (gap == 1 && !tokens.words[first - 2].isCapitalized) else { continue }
                return opening != 0x28 && isTicker(first) ? .ticker : .bracket
            }
        }
        return nil
    }

    private func isTicker(_ index: Int) -> Bool {
        let token = tokens.text.tokens[index]
        return token.flags.contains(.allCapitals) && token.range.count <= 5
    }

    private func spellingRule(_ short: Detail, _ long: Detail) -> LinkRule? {
        if short.words.count <= long.words.count, short.words != long.words,
            zip(short.words, long.words).allSatisfy({ $0.count >= 4 && $1.starts(with: $0) })
        {
            return .stem
        }
        guard let word = short.single, word.count >= 4 else { return nil }
        if long.words.count > 1, long.joined.starts(with: word) { return .glued }
        return nil
    }
}

extension NameTokens {
    /// The folded bytes of a word without dots and apostrophes.
    func bareWord(_ index: Int) -> [UInt8] {
        let token = text.tokens[index]
        let bytes = text.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
        return bytes.filter { $0 != 0x2E && $0 != 0x27 && $0 != 0xE2 && $0 != 0x80 && $0 != 0x99 }
    }
}
