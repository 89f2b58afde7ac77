internal import Extraction
internal import Model

/// An article once more, with its headings in title case (`What the Buyer Gets`), as many publishers set them.
///
/// There a capital says nothing of a word; the training articles have too few such headings to learn it from.
enum HeadingVariant {
    /// One article in so many gets a variant, chosen by the hash of its name.
    private static let share: UInt64 = 2

    /// The variant; nil where the article is not chosen or looks the same.
    static func of(_ annotated: AnnotatedArticle) -> AnnotatedArticle? {
        guard FeatureHash.of(annotated.name.utf8) >> 32 % share == 0 else { return nil }
        var variant = annotated
        for sentence in annotated.article.sentences where sentence.role == .heading || sentence.role == .title {
            capitalize(&variant.article.text, sentence.range)
        }
        return variant.article.text == annotated.article.text ? nil : variant
    }

    /// Sets the words of four letters and more in `range` with a capital, where they are plain ASCII.
    private static func capitalize(_ text: inout [UInt8], _ range: TextRange) {
        var start = range.start
        for index in range.start...range.end where index == range.end || text[index] == 0x20 || text[index] == 0x2D {
            let word = text[start..<index]
            if word.count >= 4, word.prefix(4).allSatisfy({ (0x61...0x7A).contains($0) }) { text[start] -= 0x20 }
            start = index + 1
        }
    }
}
