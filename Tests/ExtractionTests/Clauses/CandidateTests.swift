import Model
import Testing

@testable import Extraction

/// The candidates of `text`, one sentence.
private func candidates(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let article = ClauseArticle(oneSentence(text))
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

/// In each text a list of names goes on at `|`, where no candidate ends.
@Test(arguments: [
    "It is sold by Acme in Japan|, Taiwan| and South Korea.", "It was sold in Japan| and Taiwan, where it is made",
    "For the pumps Acme pays Bolt|, Corvane|, and Tillmann & Moss; it is late",
])
func noCandidateEndsInsideAListOfNames(_ marked: String) {
    let found = candidates(marked.replacing("|", with: ""))
    let parts = marked.split(separator: "|")
    for count in 1..<parts.count {
        let broken = parts.prefix(count).joined()
        #expect(!found.contains { broken.hasSuffix($0) })
    }
    #expect(!found.isEmpty)
}

@Test(arguments: ["It is sold in Japan", "It is made by Acme in Japan", "Pumps are sold in Japan"])
func aNameThatIsFollowedByOtherWordsEndsACandidate(_ first: String) {
    #expect(candidates(first + ", Corvane said on Monday").contains(first))
    #expect(candidates(first + " and pays for it").contains(first))
}
