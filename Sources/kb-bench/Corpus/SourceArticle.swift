internal import Learning
internal import Model

/// An annotated article cut into sentences, and those into what is kept and what is made anew.
struct SourceArticle {
    /// Companies that its sentences name.
    var companies: Int
    var sentences: [SourceSentence]

    init(_ annotated: AnnotatedArticle, rareWords: Set<String>) {
        companies = annotated.answer.companies.count
        let forms = SourceArticle.forms(of: annotated.answer.companies)
        let article = annotated.article
        let quotes = annotated.answer.clauses.map { Array($0.quote.utf8) }
        sentences = article.sentences.map { sentence in
            let text = Array(article.text[sentence.range.start..<sentence.range.end])
            return SourceSentence(
                parts: SentenceParts.cut(text, forms, rareWords), paragraph: sentence.paragraph, role: sentence.role,
                saysClause: quotes.contains { SentenceParts.contains(text, $0) })
        }
    }

    /// Whether it tells of terms that companies agreed on.
    var tellsOfDeals: Bool { sentences.contains(where: \.saysClause) }

    /// The ways of naming the companies, the longest first.
    private static func forms(of companies: [AnnotatedArticle.Answer.Company]) -> [SentenceParts.Form] {
        var forms: [SentenceParts.Form] = []
        for (index, company) in companies.enumerated() {
            for name in [company.name] + company.aliases {
                let isAcronym = name.count <= 5 && !name.contains { !$0.isUppercase }
                let style: NameMaker.Style = isAcronym ? .acronym : name.contains(" ") ? .full : .short
                forms.append(SentenceParts.Form(bytes: Array(name.utf8), company: index, style: style))
            }
        }
        return forms.sorted { $0.bytes.count > $1.bytes.count }
    }
}

struct SourceSentence {
    var parts: [SentenceParts.Part]
    var paragraph: Int
    var role: Sentence.Role
    /// A clause of its article is quoted from it.
    var saysClause: Bool
}
