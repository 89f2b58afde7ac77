internal import Extraction
internal import Model
internal import Reading

/// An article once more, with names of companies for its products (`the Titan series`).
///
/// Products often bear the name of some other company, and the register then speaks for a company that is none; the
/// products of the training articles are mostly coined words that no register knows.
struct NamesakeVariant {
    /// One coined product in so many takes another name, chosen by its hash; with all of them companies of such names
    /// are missed (recall by cross-validation .928, and .925).
    private static let share: UInt64 = 2

    /// Ordinary words that companies of the register are called by.
    let namesakes: [String]

    /// The variant; nil where the article has no product of one coined word.
    func of(_ annotated: AnnotatedArticle) -> AnnotatedArticle? {
        guard !namesakes.isEmpty else { return nil }
        var text = String(decoding: annotated.article.text, as: UTF8.self)
        var answer = annotated.answer
        let taken = Set(text.lowercased().split { !$0.isLetter })
        var changed = false
        for company in answer.companies.indices {
            for (index, product) in answer.companies[company].products.enumerated()
            where isCoined(product, in: answer) {
                let hash = FeatureHash.of("\(annotated.name) \(product)".utf8) >> 32
                let name = namesakes[Int(hash / Self.share % UInt64(namesakes.count))]
                guard hash % Self.share == 0, !taken.contains(name.lowercased()[...]) else { continue }
                text = replacing(product, by: name, in: text)
                answer.companies[company].products[index] = name
                changed = true
            }
        }
        guard changed, let article = try? Reader().read([UInt8](text.utf8), source: annotated.article.source) else {
            return nil
        }
        var variant = annotated
        variant.article = article
        variant.answer = answer
        return variant
    }

    /// One word that is neither a company's name nor a namesake itself.
    private func isCoined(_ product: String, in answer: AnnotatedArticle.Answer) -> Bool {
        product.count > 2 && product.allSatisfy(\.isLetter) && product.first?.isUppercase == true
            && product.dropFirst().allSatisfy(\.isLowercase) && !namesakes.contains(product)
            && !answer.companies.contains { ([$0.name] + $0.aliases).contains { $0.contains(product) } }
    }

    /// Replaces the whole words `word`.
    private func replacing(_ word: String, by name: String, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            let isWhole =
                !(rest[found.upperBound...].first?.isLetter ?? false)
                && !(rest[..<found.lowerBound].last?.isLetter ?? false)
            result += rest[..<found.lowerBound] + (isWhole ? name : word)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
