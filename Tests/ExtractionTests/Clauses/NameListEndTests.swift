import Model
import Testing

@testable import Extraction

/// In each text a stretch ends at `|`; a list of names that it breaks off is read on to `‖`.
@Test(arguments: [
    "Acme sells it in Japan|, Taiwan and South Korea.‖", "in Japan| and Taiwan‖, where it is made",
    "Acme pays Bolt|, Corvane, and Tillmann & Moss‖; it", "in Japan| or the rest", "in Japan|, Corvane said.",
    "in Japan|, Taiwan and Korea it sells", "in Japan|, and pays", "it sells pumps|, Acme and Bolt said", "in Japan|",
])
func aStretchHoldsAllOfAListOfNames(_ marked: String) throws {
    let plain = marked.replacing("‖", with: "")
    let bar = try #require(plain.utf8.firstIndex(of: UInt8(ascii: "|")))
    let end = plain.utf8.distance(from: plain.startIndex, to: bar)
    let text = plain.replacing("|", with: "")
    let expected = marked.contains("‖") ? marked.replacing("|", with: "").prefix { $0 != "‖" }.utf8.count : end
    let sentence = Sentence(range: TextRange(0, text.utf8.count), paragraph: 0, role: .body)
    let article = Article(source: "test", title: "", text: Array(text.utf8), sentences: [sentence])

    #expect(NameListEnd.end(of: 0..<end, in: TokenizedText(article), sentence: 0) == expected)
}
