import Model

@testable import Extraction

/// `text` as an article of one sentence.
func oneSentence(_ text: String) -> TokenizedText {
    let bytes = Array(text.utf8)
    let sentence = Sentence(range: TextRange(0, bytes.count), paragraph: 0, role: .body)
    return TokenizedText(Article(source: "test", title: "", text: bytes, sentences: [sentence]))
}
