internal import Model

/// The terms of an article, sentence by sentence.
struct ClauseTerms {
    private(set) var terms: [ClauseTerm] = []
    /// For each sentence of the article, its terms as a half-open range of indices.
    private(set) var sentences: [Range<Int>] = []

    private let text: TokenizedText
    private let lexicon: ClauseLexicon
    private let names: NameEvidence

    init(_ text: TokenizedText, lexicon: ClauseLexicon) {
        self.text = text
        self.lexicon = lexicon
        names = NameEvidence(text)
        terms.reserveCapacity(text.tokens.count)
        sentences.reserveCapacity(text.sentenceTokens.count)
        for tokens in text.sentenceTokens {
            let first = terms.count
            let isShouted = isShouted(tokens)
            var index = tokens.lowerBound
            while index < tokens.upperBound { index = read(index, tokens, isShouted: isShouted) }
            sentences.append(first..<terms.count)
        }
    }

    /// Most letters are capitals: capitals say nothing of names there.
    private func isShouted(_ tokens: Range<Int>) -> Bool {
        var (words, shouted) = (0, 0)
        for token in text.tokens[tokens] where token.kind == .word {
            words += 1
            if token.flags.contains(.allCapitals), token.end - token.start > 1 { shouted += 1 }
        }
        return 10 * shouted > 7 * max(1, words)
    }

    /// Adds the term that starts at token `index`.
    /// - Returns: the token after it.
    private mutating func read(_ index: Int, _ tokens: Range<Int>, isShouted: Bool) -> Int {
        let token = text.tokens[index]
        switch token.kind {
        case .number: return readQuantity(index, figures: index, tokens)
        case .possessive: return add(.sign, index, index + 1)
        case .sign: return readSign(index, tokens)
        case .word:
            if !isShouted, isName(index, tokens) { return readName(index, tokens) }
            return readWord(index, tokens)
        }
    }

    private mutating func readWord(_ index: Int, _ tokens: Range<Int>) -> Int {
        let token = text.tokens[index]
        let word = lexicon.word(token.hash)
        switch word.quantity {
        case .month where token.isCapitalized: return add(.month, index, index + 1)
        case .number:
            let next = readQuantity(index, figures: nil, tokens)
            if next > index { return next }
        default: break
        }
        let isJoined = index > tokens.lowerBound && isHyphen(index - 1, tokens)
        let kind: ClauseTerm.Kind = !isJoined && word.isConjunction ? .conjunction : .word
        let stem = text.folded.withUnsafeBufferPointer { folded in
            lexicon.stem(
                UnsafeBufferPointer(rebasing: folded[Int(token.foldedStart)..<Int(token.foldedEnd)]), of: word)
        }
        var term = ClauseTerm(
            start: token.start, end: token.end, firstToken: Int32(index), lastToken: Int32(index),
            word: ClauseTerm.short(token.hash), stem: ClauseTerm.short(stem), families: lexicon.families(of: stem),
            kind: kind)
        if let classes = WordClasses.shared.entry(token.hash) {
            (term.fine, term.middle, term.coarse) = (classes.fine, classes.middle, classes.coarse)
            term.symbol = classes.fine == 0 ? term.word : UInt32(classes.middle)
        }
        terms.append(term)
        return index + 1
    }

    private mutating func readSign(_ index: Int, _ tokens: Range<Int>) -> Int {
        switch sign(index) {
        case "$", "£", "€", "¥":
            if index + 1 < tokens.upperBound, text.tokens[index + 1].kind == .number {
                return readQuantity(index, figures: index + 1, tokens)
            }
            return add(.sign, index, index + 1)
        case ",", ";", ":", ")", "”", "?", "!": return add(.closing, index, index + 1)
        case "(", "“", "\"", "—", "–": return add(.opening, index, index + 1)
        case "-": return isHyphen(index, tokens) ? index + 1 : add(.closing, index, index + 1)
        default: return add(.sign, index, index + 1)
        }
    }

    /// A number with what says its kind; words of numbers count before a unit only.
    private mutating func readQuantity(_ index: Int, figures: Int?, _ tokens: Range<Int>) -> Int {
        var next = (figures ?? index) + 1
        if figures == nil || figures == index { next = skipHyphen(next, tokens) }
        let isMoney = figures.map { $0 > index } ?? false
        let afterNumber = next
        if quantity(next, tokens) == .magnitude { next += 1 }
        if isMoney { return add(.money, index, next) }
        if quantity(next, tokens) == .currency { return add(.money, index, next + 1) }
        if next < tokens.upperBound, sign(next) == "%" { return add(.percent, index, next + 1) }
        if quantity(next, tokens) == .percent { return add(.percent, index, next + 1) }
        if isWord("per", next, tokens), isWord("cent", next + 1, tokens) { return add(.percent, index, next + 2) }
        if quantity(afterNumber, tokens) == .unit { return add(.count, index, afterNumber) }
        guard let figures else { return index }
        if next > afterNumber { return add(.number, index, next) }
        return add(isYear(figures) ? .year : .number, index, figures + 1)
    }

    private mutating func readName(_ index: Int, _ tokens: Range<Int>) -> Int {
        var next = index + 1
        while next < tokens.upperBound {
            if text.tokens[next].kind == .word, isName(next, tokens) {
                next += 1
            } else if next + 1 < tokens.upperBound, isInnerSign(next), text.tokens[next + 1].kind == .word,
                isName(next + 1, tokens)
            {
                next += 2
            } else {
                break
            }
        }
        return add(.name, index, next)
    }

    private func isName(_ index: Int, _ tokens: Range<Int>) -> Bool {
        let token = text.tokens[index]
        guard token.isCapitalized,
            token.end - token.start > 1 || token.foldedEnd - token.foldedStart > 1 || !isI(index),
            lexicon.quantity(token.hash) != .month
        else { return false }
        let opens = index == tokens.lowerBound || names.opensStretch(index)
        if opens {
            return names.isCapitalizedInside(token.hash) && !names.isLowercase(token.hash)
                || token.flags.contains(.allCapitals) && token.end - token.start > 1
        }
        return names.isCapitalizedInside(token.hash) || !names.isLowercase(token.hash)
    }

    private func isI(_ index: Int) -> Bool { text.tokens[index].hash == FeatureHash.of("i") }

    /// `&`, `.` or `-` without white space around it, as in names; `&` also with.
    private func isInnerSign(_ index: Int) -> Bool {
        let sign = sign(index)
        if sign == "&" { return true }
        return (sign == "-" || sign == ".") && !text.tokens[index].flags.contains(.afterSpace)
            && !text.tokens[index + 1].flags.contains(.afterSpace)
    }

    /// A hyphen that joins two words.
    private func isHyphen(_ index: Int, _ tokens: Range<Int>) -> Bool {
        sign(index) == "-" && index > tokens.lowerBound && index + 1 < tokens.upperBound
            && !text.tokens[index].flags.contains(.afterSpace) && !text.tokens[index + 1].flags.contains(.afterSpace)
    }

    private func skipHyphen(_ index: Int, _ tokens: Range<Int>) -> Int {
        index < tokens.upperBound && isHyphen(index, tokens) ? index + 1 : index
    }

    private func quantity(_ index: Int, _ tokens: Range<Int>) -> ClauseLexicon.Quantity {
        index < tokens.upperBound ? lexicon.quantity(text.tokens[index].hash) : .none
    }

    private func isWord(_ word: StaticString, _ index: Int, _ tokens: Range<Int>) -> Bool {
        index < tokens.upperBound && text.tokens[index].hash == FeatureHash.of(word)
    }

    /// Four figures from 1900 to 2099.
    private func isYear(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.end - token.start == 4 else { return false }
        let first = text.folded[Int(token.foldedStart)], second = text.folded[Int(token.foldedStart) + 1]
        let hasPoint = text.folded[Int(token.foldedStart) + 2] < 0x30
        return !hasPoint && (first == 0x31 && second == 0x39 || first == 0x32 && second == 0x30)
    }

    private func sign(_ index: Int) -> Unicode.Scalar {
        guard text.tokens[index].kind == .sign else { return "\u{0}" }
        let value = scalar(in: text.article.text.span, at: Int(text.tokens[index].start)).value
        return Unicode.Scalar(value) ?? "\u{0}"
    }

    private mutating func add(_ kind: ClauseTerm.Kind, _ first: Int, _ next: Int) -> Int {
        let code = kind.isClass ? ClauseTerm.code(kind) : ClauseTerm.short(text.tokens[first].hash)
        terms.append(
            ClauseTerm(
                start: text.tokens[first].start, end: text.tokens[next - 1].end, firstToken: Int32(first),
                lastToken: Int32(next - 1), word: code, stem: code, families: 0, kind: kind, symbol: code))
        return next
    }

}
