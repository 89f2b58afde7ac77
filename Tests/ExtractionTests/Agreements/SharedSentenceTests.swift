import Testing

@testable import Extraction

@Test func sentencesAreSharedByThoseThatTheyName() {
    // More than a word of bits.
    let shared = SharedSentences([[0, 3, 70, 99], [3, 70], [70, 99], [5]], of: 100)
    #expect(shared.count(0, 1) == 2 && shared.count(1, 2) == 1 && shared.count(0, 3) == 0)
    #expect(shared.most(0, but: 1) == 2)
    #expect(shared.most(1, but: 0) == 1)
    #expect(shared.most(3, but: 0) == 0)
}
