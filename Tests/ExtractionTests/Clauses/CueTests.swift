import Model
import Testing

@testable import Extraction

/// The clause types with a cue in `text`, one sentence.
private func cues(_ text: String) -> Set<String> {
    let terms = ClauseTerms(oneSentence(text), lexicon: .shared).terms
    return Set(CueTable.shared.matches(in: terms[...]).map { ClauseTypes.names[$0.type] })
}

@Test(arguments: [
    ("any form of a word", "it licenses the engine", "license-grant"),
    ("a form of its own", "the only supplier of glass", "exclusivity"),
    ("words with a gap", "it may not hand the contract to a third firm", "anti-assignment"),
    ("a family of words", "it provides the pumps", "supply"),
    ("a sum", "the price is set at 40 mln dlrs", "payment"),
    ("a number of years", "the deal runs for 12 years", "term"),
    ("a share of sales", "it takes 5 pct of sales", "revenue-share"),
])
func aCueSpeaksForItsType(what: Comment, text: String, type: String) {
    #expect(cues(text).contains(type), what)
}

@Test func aGapHasItsLimit() {
    let far = "the clients were happy with what they saw of the two new chefs, whom nobody would poach"
    #expect(!cues(far).contains("no-solicit-customers"))
}

@Test func everyCueHasAKnownType() {
    #expect(CueTable.shared.rejected.isEmpty, "\(CueTable.shared.rejected)")
}
