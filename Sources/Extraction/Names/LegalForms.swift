internal import Model

/// Takes all of a legal form into a name that the labels end inside it or before it, as they do where it has small
/// letters: `Drevomar plc`, `Drevomar s.r.o.`, `Drevomar Sp. z o.o.`, `Drevomar Co-operative`.
enum LegalForms {
    static func completed(_ range: Range<Int>, in tokens: NameTokens) -> Range<Int> {
        var end = range.upperBound
        while let next = endOfForm(after: end, in: tokens) { end = next }
        return range.lowerBound..<end
    }

    /// The end of the form, or of a part of it, that goes on where a name seems to end; nil where none does.
    private static func endOfForm(after end: Int, in tokens: NameTokens) -> Int? {
        guard end < tokens.count, tokens.text.tokens[end].sentence == tokens.text.tokens[end - 1].sentence else {
            return nil
        }
        if tokens.hash(end - 1) == cooperative, isClose(end, 0x2D, tokens) { return end + 2 }
        let first = isClose(end, 0x2E, tokens) ? end + 1 : end
        guard first < tokens.count, tokens.text.tokens[first].sentence == tokens.text.tokens[end].sentence,
            tokens.text.tokens[first].flags.contains(.afterSpace)
        else { return nil }
        if tokens.hash(first) == limited[0], tokens.hash(first + 1) == limited[1] { return first + 2 }
        let word = tokens.words[first]
        guard word.traits.contains(.legalSuffix), !opensName(first, tokens) else { return nil }
        return word.isCapitalized || isDotted(first, tokens) || !word.traits.contains(.english) ? first + 1 : nil
    }

    /// A hyphen within a word, or a full stop that ends one.
    private static func isClose(_ index: Int, _ sign: UInt8, _ tokens: NameTokens) -> Bool {
        guard tokens.sign(index) == sign, !tokens.text.tokens[index].flags.contains(.afterSpace),
            index + 1 < tokens.count
        else { return false }
        let next = tokens.text.tokens[index + 1]
        return next.kind == .word && next.flags.contains(.afterSpace) == (sign == 0x2E)
    }

    /// What may end a name begins another: `Acme told PT Bukit`.
    private static func opensName(_ index: Int, _ tokens: NameTokens) -> Bool {
        let next = index + 1
        return next < tokens.count && tokens.words[next].isCapitalized
            && !tokens.words[next].traits.contains(.legalSuffix)
            && tokens.text.tokens[next].sentence == tokens.text.tokens[index].sentence
    }

    private static func isDotted(_ index: Int, _ tokens: NameTokens) -> Bool {
        tokens.text.article.text[Int(tokens.text.tokens[index].end) - 1] == 0x2E
    }

    private static let cooperative = FeatureHash.of("co")
    /// What follows `Sp.`, a company of limited liability in Poland.
    private static let limited = [FeatureHash.of("z"), FeatureHash.of("o.o.")]
}
