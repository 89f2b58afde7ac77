internal import Model

/// Finds out what `NameTokens` says of each token, step by step.
struct NameTokenMarker: NameTokenAccess {
    let text: TokenizedText
    private(set) var words: [NameToken]
    private(set) var settings: [NameTokens.Setting]

    init(_ text: TokenizedText, lexicon: Lexicon) {
        self.text = text
        words = NameToken.all(of: text, lexicon: lexicon)
        settings = text.sentenceTokens.indices.map { Self.letterSetting($0, text) }
        markCurrencies()
        markOpenings()
        markCommonWords()
        markRuns()
        markRegister(lexicon)
        markOpen()
    }

    private static func letterSetting(_ sentence: Int, _ text: TokenizedText) -> NameTokens.Setting {
        var letters = 0, capitals = 0, isTagged = false
        var long = 0, longCapitalized = 0
        for index in text.sentenceTokens[sentence] {
            let token = text.tokens[index]
            if token.kind == .sign {
                let sign = text.folded[Int(token.foldedStart)]
                if sign == 0x3C { isTagged = true } else if sign == 0x3E { isTagged = false }
            }
            guard token.kind == .word, !isTagged else { continue }
            let length = Int(token.end - token.start)
            letters += length
            if token.flags.contains(.allCapitals) { capitals += length } else if token.isCapitalized { capitals += 1 }
            if length > 3 {
                long += 1
                if token.isCapitalized { longCapitalized += 1 }
            }
        }
        if letters > 5, capitals * 5 > letters * 4 { return .capitals }
        switch text.article.sentences[sentence].role {
        case .body, .bullet: return .body
        default: return long > 0 && longCapitalized * 4 > long * 3 ? .titleCase : .heading
        }
    }

    /// Takes the capital from letters that belong to a currency's sign (`R$46`).
    private mutating func markCurrencies() {
        for index in words.indices.dropLast() where sign(index + 1) == 0x24 {
            let isClose = !text.tokens[index + 1].flags.contains(.afterSpace)
            if isClose, text.tokens[index].range.count <= 2 { words[index].letters = .lower }
        }
    }

    /// Marks where a capital says nothing: at a sentence start, after an opening quote or a colon.
    private mutating func markOpenings() {
        for index in words.indices {
            let token = text.tokens[index]
            if token.flags.contains(.opensSentence) {
                words[index].opens = true
                continue
            }
            guard index > 0, text.tokens[index - 1].kind == .sign else { continue }
            let before = text.tokens[index - 1]
            switch scalar(before) {
            case 0x22, 0x201C, 0x2018, 0x3A, 0x2022, 0x2A, 0xB7: words[index].opens = true
            case 0x2D, 0x2013, 0x2014: words[index].opens = before.flags.contains(.opensSentence)
            default: break
            }
        }
    }

    private func scalar(_ token: Token) -> UInt32 {
        Model.scalar(in: text.article.text.span, at: Int(token.start)).value
    }

    /// Marks the words of headlines in capitals or title case that are no names: frequent English words that no
    /// sentence capitalises.
    private mutating func markCommonWords() {
        let shouted = settings.indices.filter { settings[$0] == .titleCase || settings[$0] == .capitals }
        if shouted.isEmpty { return }
        var names: Set<UInt64> = []
        for index in words.indices where words[index].isCapitalized && !words[index].opens {
            let setting = setting(at: index)
            if setting == .body || setting == .heading { names.insert(hash(index)) }
        }
        for sentence in shouted {
            for index in text.sentenceTokens[sentence] where words[index].traits.contains(.english) {
                words[index].isCommon = !names.contains(hash(index)) && !words[index].traits.contains(.legalSuffix)
            }
        }
    }

    /// Marks the runs of capitalised words, joined by `-`, `&`, `/` or the dot of an initial.
    private mutating func markRuns() {
        var index = 0
        while index < words.count {
            guard words[index].isCapitalized else {
                words[index].run = index..<index + 1
                index += 1
                continue
            }
            var last = index
            while let next = runGoesOn(after: last) { last = next }
            for member in index...last { words[member].run = index..<last + 1 }
            index = last + 1
        }
    }

    private func runGoesOn(after index: Int) -> Int? {
        let next = index + 1
        guard next < words.count, text.tokens[next].sentence == text.tokens[index].sentence else { return nil }
        if words[index].isCommon { return nil }
        if words[next].isCapitalized { return words[next].isCommon ? nil : next }
        let beyond = next + 1
        guard beyond < words.count, words[beyond].isCapitalized, !words[beyond].isCommon,
            text.tokens[beyond].sentence == text.tokens[index].sentence
        else { return nil }
        switch sign(next) {
        case 0x2D, 0x26, 0x2F: return beyond
        case 0x2E where text.tokens[index].end - text.tokens[index].start == 1: return beyond
        case 0x2E where Self.abbreviations.contains(hash(index)): return beyond
        case 0x2E where words[index].traits.contains(.legalSuffix) && words[beyond].traits.contains(.legalSuffix):
            return beyond
        default: return nil
        }
    }

    /// Words that begin names cut short by a dot (`St. Louis`).
    private static let abbreviations = Set(["st", "ste", "mt", "ft", "chr", "ing"].map { FeatureHash.of($0.utf8) })

    /// Marks the longest names of the register that begin at a capitalised or listed lower-case word.
    private mutating func markRegister(_ lexicon: Lexicon) {
        var index = 0
        while index < words.count {
            guard words[index].traits.contains(.opensRegisterName),
                words[index].isCapitalized || words[index].traits.contains(.lowerCaseName)
                    || text.tokens[index].kind == .number,
                let (end, traits) = longestName(from: index, lexicon)
            else {
                index += 1
                continue
            }
            for member in index..<end {
                words[member].register = RegisterMark(start: index, length: end - index, traits: traits)
            }
            index = end
        }
    }

    private func longestName(from start: Int, _ lexicon: Lexicon) -> (end: Int, traits: NameTraits)? {
        var best: (end: Int, traits: NameTraits)?
        var hash = NameHash.start
        for index in start..<min(start + 8, words.count) {
            if text.tokens[index].sentence != text.tokens[start].sentence { break }
            guard words[index].name != 0 else {
                if sign(index) == 0x2C { break }
                continue
            }
            if words[index].traits.contains(.silent), index > start { continue }
            hash = NameHash.append(words[index].name, to: hash)
            let traits = lexicon.name(hash)
            if !traits.isDisjoint(with: [.listed, .known, .institution]), words[index].isNameLike {
                best = (index + 1, traits)
            }
        }
        return best
    }

    /// Opens the tokens on which a name could lie: capitals, figures next to them, listed lower-case brands,
    /// what stands in short gaps between them, and all that angle brackets hold. No name crosses a separator.
    private mutating func markOpen() {
        for range in text.sentenceTokens {
            var last = -1
            for index in range {
                if separates(index) {
                    last = -1
                    continue
                }
                guard isSeed(index, in: range) else { continue }
                words[index].isOpen = true
                if last >= 0, index - last <= 3 || joins(last + 1..<index) {
                    for between in last + 1..<index { words[between].isOpen = true }
                }
                last = index
            }
            openAngles(range)
        }
    }

    private mutating func openAngles(_ sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let start = index
            index += 1
            guard sign(start) == 0x3C else { continue }
            var end = start + 1
            while end < sentence.upperBound, end - start < 14, sign(end) != 0x3E, sign(end) != 0x3C { end += 1 }
            guard end < sentence.upperBound, sign(end) == 0x3E else { continue }
            for inside in start + 1..<end {
                words[inside].isOpen = true
                words[inside].isInAngles = true
            }
            index = end
        }
    }

    /// Whether a sign is never part of a name: brackets, quotes, `;`, `:`, `|`, `×`, and dashes and slashes with
    /// space around them.
    private func separates(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .sign else { return false }
        switch scalar(token) {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x22, 0x201C, 0x201D, 0x3B, 0x3A, 0x7C, 0xD7, 0x2022, 0xB7, 0x3F, 0x3D:
            return true
        case 0x2D, 0x2013, 0x2014, 0x2F, 0x2A:
            let isSpaced = index + 1 < count && text.tokens[index + 1].flags.contains(.afterSpace)
            return isSpaced || token.flags.contains(.afterSpace)
        case 0x2E:
            return stopSeparates(index)
        default:
            return false
        }
    }

    /// Whether a full stop stands between two names. After `Inc.` a capital begins another name or sentence, unless
    /// it is a suffix too (`Co. Ltd.`); after a word too long for an abbreviation it does.
    private func stopSeparates(_ index: Int) -> Bool {
        guard index > 0, index + 1 < count, words[index + 1].isCapitalized else { return false }
        if words[index - 1].traits.contains(.legalSuffix) {
            return !words[index + 1].traits.contains(.legalSuffix)
        }
        return text.tokens[index - 1].range.count >= 5 && text.tokens[index + 1].flags.contains(.afterSpace)
    }

    private func isSeed(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = words[index]
        if word.isCapitalized || isInDomainName(index) { return true }
        if word.register.traits.contains(.known), text.tokens[index].kind != .sign { return true }
        guard text.tokens[index].kind == .number || text.tokens[index].flags.contains(.hasDigit) else { return false }
        return (index > sentence.lowerBound && words[index - 1].isCapitalized)
            || (index + 1 < sentence.upperBound && words[index + 1].isCapitalized)
    }

    private func joins(_ gap: Range<Int>) -> Bool {
        gap.count <= 4
            && gap.allSatisfy { words[$0].traits.contains(.connector) || sign($0) == 0x26 || sign($0) == 0x2E }
    }
}
