import Model
import Testing

@testable import Extraction

/// The candidates of `text`, one sentence.
private func candidates(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let sentence = Sentence(range: TextRange(0, bytes.count), paragraph: 0, role: .body)
    let article = ClauseArticle(
        TokenizedText(Article(source: "test", title: "", text: bytes, sentences: [sentence])))
    return article.candidatePlaces.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

@Test func aSentenceWithoutCutsIsOneCandidate() {
    #expect(candidates("Ashdown pays a fixed fee.") == ["Ashdown pays a fixed fee."])
}

@Test func aConjunctionCuts() {
    #expect(
        candidates("Ashdown pays a fee and Borel delivers the pumps") == [
            "Ashdown pays a fee", "Ashdown pays a fee and Borel delivers the pumps", "Borel delivers the pumps",
        ])
}

@Test func signsCutAndStayOutside() {
    #expect(candidates("The lease, signed in June, ends early").contains("signed in June"))
    #expect(candidates("It agreed (for ten years) to buy steel").contains("for ten years"))
}

@Test func noCandidateGoesThroughABracket() {
    let found = candidates("The fee (in euros, or in dollars) falls due in June")
    #expect(found.contains("The fee (in euros, or in dollars)"))
    #expect(found.contains("The fee (in euros, or in dollars) falls due in June"))
    #expect(!found.contains { $0.contains("(") != $0.contains(")") })
}

@Test func shortPiecesAreNoCandidates() {
    #expect(!candidates("Yes, they agreed on the price").contains("Yes"))
}
