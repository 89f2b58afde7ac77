internal import Model

/// Cuts a long text into sections that are read one by one.
///
/// Much of the extraction weighs each name of an article against each other one, which is right for news and
/// takes the square of the length: a book of 5 MB would never end. Cut into sections it costs what as much
/// news does.
enum ArticleSections {
    /// Articles of up to so many bytes stay whole: longer than any story, so that none is cut.
    static let limit = 16 << 10
    /// Bytes of a section; a paragraph is finished, up to twice as many.
    private static let length = 6 << 10

    struct Section {
        var article: Article
        /// Where it starts, in bytes of the whole text.
        var start: Int
    }

    /// Calls `body` with one section of `article` after the other, until it says no: they end with a paragraph, or
    /// with a sentence where one is very long.
    static func forEach(of article: Article, _ body: (Section) -> Bool) {
        var first = 0
        for index in article.sentences.indices {
            let next = index + 1
            let length = article.sentences[index].range.end - article.sentences[first].range.start
            let isLast = next == article.sentences.count
            let endsParagraph = isLast || article.sentences[next].paragraph != article.sentences[index].paragraph
            guard isLast || length >= 2 * Self.length || (length >= Self.length && endsParagraph) else { continue }
            guard body(section(article, first..<next)) else { return }
            first = next
        }
    }

    private static func section(_ article: Article, _ indices: Range<Int>) -> Section {
        let sentences = article.sentences[indices]
        let start = indices.lowerBound == 0 ? 0 : sentences[indices.lowerBound].range.start
        let end =
            indices.upperBound == article.sentences.count
            ? article.text.count : article.sentences[indices.upperBound].range.start
        var part = article
        part.text = Array(article.text[start..<end])
        part.sentences = sentences.map { sentence in
            var sentence = sentence
            sentence.range = TextRange(sentence.range.start - start, sentence.range.end - start)
            return sentence
        }
        return Section(article: part, start: start)
    }
}
