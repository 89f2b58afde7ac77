import Model
import Testing

@testable import Extraction

/// The words of each term of `text`, one sentence.
private func terms(_ text: String) -> [(String, ClauseTerm.Kind)] {
    let bytes = Array(text.utf8)
    return ClauseTerms(oneSentence(text), lexicon: .shared).terms.map {
        (String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self), $0.kind)
    }
}

@Test(arguments: [
    ("it pays 400 mln dlrs", "400 mln dlrs"), ("it pays US$400 million", "$400 million"), ("it pays €1.2bn", "€1.2bn"),
    ("it pays five million pounds", "five million pounds"),
])
func aSumIsOneTerm(text: String, sum: String) {
    #expect(terms(text).contains { $0 == (sum, .money) })
}

@Test(arguments: [("it gets 12 pct", "12 pct"), ("it gets 12%", "12%"), ("it gets 12 per cent", "12 per cent")])
func aShareIsOneTerm(text: String, share: String) {
    #expect(terms(text).contains { $0 == (share, .percent) })
}

@Test func aNameOfSeveralWordsIsOneTerm() {
    #expect(terms("the deal with Marks & Spencer plc runs on").contains { $0 == ("Marks & Spencer", .name) })
}

@Test func aWordThatOnlyOpensTheSentenceIsNoName() {
    #expect(terms("Suppliers must deliver").first?.1 == .word)
}

@Test func aHyphenJoinsAndCutsNothing() {
    #expect(terms("a take-or-pay contract").map(\.1).contains(.conjunction) == false)
    #expect(terms("take it or pay").map(\.1).contains(.conjunction))
}
