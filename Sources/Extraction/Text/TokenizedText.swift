package import Model

/// An article cut into tokens, each with its folded form and hash; made once and shared by all recognisers.
package struct TokenizedText: Sendable {
    package let article: Article
    package private(set) var tokens: [Token] = []
    /// The folded forms of all tokens, one after the other.
    package private(set) var folded: [UInt8] = []
    /// For each sentence of the article, its tokens as a half-open range of indices.
    package private(set) var sentenceTokens: [Range<Int>] = []

    package init(_ article: Article) {
        self.article = article
        tokens.reserveCapacity(article.text.count / 5 + 8)
        folded.reserveCapacity(article.text.count)
        let tokenizer = Tokenizer()
        let text = article.text.span
        var position = 0
        for (index, sentence) in article.sentences.enumerated() {
            tokenizer.run(text, position, sentence.range.start, sentence: -1, &tokens, &folded)
            let first = tokens.count
            tokenizer.run(
                text, sentence.range.start, sentence.range.end, sentence: Int32(index), &tokens, &folded)
            if first < tokens.count { tokens[first].flags.insert(.opensSentence) }
            sentenceTokens.append(first..<tokens.count)
            position = sentence.range.end
        }
        tokenizer.run(text, position, text.count, sentence: -1, &tokens, &folded)
    }

    /// The folded form of a token.
    package func foldedText(_ index: Int) -> String {
        String(decoding: folded[Int(tokens[index].foldedStart)..<Int(tokens[index].foldedEnd)], as: UTF8.self)
    }

    /// The words of a token as they stand in the text.
    package func text(_ index: Int) -> String { article.string(tokens[index].range) }

    /// The bytes from the first to the last of `indices`, with what lies between them.
    package func range(_ indices: Range<Int>) -> TextRange {
        TextRange(Int(tokens[indices.lowerBound].start), Int(tokens[indices.upperBound - 1].end))
    }

    /// The tokens that `range` (bytes) covers.
    package func tokens(in range: TextRange) -> Range<Int> {
        let first = firstToken(from: range.start)
        return first..<max(first, firstToken(from: range.end))
    }

    private func firstToken(from byte: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
