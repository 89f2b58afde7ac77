internal import Assets
package import Model

/// Finds sums of money, percentages, dates and periods in a stretch of an article and normalises them.
package struct ValueRecognizer: Sendable {
    private let lexicon = ValueLexicon()

    package init() {}

    /// The values said in `range` of the article, in the order of the text; they do not overlap.
    ///
    /// Dates without a year, and those such as "yesterday", are told from the article's date; without
    /// one they are left out.
    package func values(in article: Article, range: TextRange) -> [Value] {
        article.text.withUnsafeBufferPointer { text in
            var parser = ValueParser(lexicon, text: text, range: range, published: CalendarDate(day: article.published))
            return parser.parse()
        }
    }
}
