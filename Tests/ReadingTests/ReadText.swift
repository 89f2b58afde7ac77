import Model
import Reading

/// `text`, read as an article.
func read(_ text: String) throws -> Article { try Reader().read(Array(text.utf8), source: "t") }

/// The words of each sentence of `text`.
func sentences(_ text: String) throws -> [String] {
    let article = try read(text)
    return article.sentences.map { article.string($0.range) }
}
