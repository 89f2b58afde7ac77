internal import Extraction

/// An annotated article cut into name tokens, with its gold names.
struct PreparedArticle: Sendable {
    let name: String
    let tokens: NameTokens
    let gold: GoldNames

    init(_ annotated: AnnotatedArticle, lexicon: Lexicon) {
        name = annotated.name
        tokens = NameTokens(TokenizedText(annotated.article), lexicon: lexicon)
        gold = GoldNames(annotated.answer, tokens: tokens, lexicon: lexicon)
    }
}
