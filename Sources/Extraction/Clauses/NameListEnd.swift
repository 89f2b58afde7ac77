internal import Model

/// Where a list of names ends that a stretch breaks off: of `in Japan, Taiwan and Korea.` all three are wanted.
enum NameListEnd {
    /// The end of the list that goes on behind `range`, or the end of `range` where none does: names with capitals
    /// after commas, `and` before the last, and a sign or nothing behind it; a full stop at the end is taken too.
    static func end(of range: Range<Int>, in text: TokenizedText, sentence: Int) -> Int {
        var index = text.tokens(in: TextRange(range.lowerBound, range.upperBound)).upperBound
        guard index > 0, text.tokens[index - 1].isCapitalized else { return range.upperBound }
        func token(_ index: Int) -> Token? {
            guard index < text.tokens.count, Int(text.tokens[index].sentence) == sentence else { return nil }
            return text.tokens[index]
        }
        var isLast = false
        while !isLast {
            let first = index
            if let comma = token(index), isSign(comma, 0x2C, in: text) { index += 1 }
            if let link = token(index), links.contains(link.hash) { (isLast, index) = (true, index + 1) }
            let name = index
            while let word = token(index), word.isCapitalized || isSign(word, 0x26, in: text) { index += 1 }
            guard name > first, index > name else { return range.upperBound }
        }
        guard let next = token(index) else { return Int(text.tokens[index - 1].end) }
        guard next.kind == .sign else { return range.upperBound }
        let isFullStop = text.article.text[Int(next.start)] == 0x2E && token(index + 1) == nil
        return Int(text.tokens[isFullStop ? index : index - 1].end)
    }

    private static func isSign(_ token: Token, _ sign: UInt8, in text: TokenizedText) -> Bool {
        token.kind == .sign && token.end - token.start == 1 && text.article.text[Int(token.start)] == sign
    }

    private static let links: Set<UInt64> = [FeatureHash.of("and"), FeatureHash.of("or")]
}
