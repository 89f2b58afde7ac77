import Assets
import Testing

@testable import Extraction

/// The tables behind name finding, as they are embedded.
@Suite struct NameTableTests {
    private func word(_ text: String) -> UInt64 { FeatureHash.of(text.utf8) }

    @Test func wordsKnowTheirLists() throws {
        let lexicon = try #require(Lexicon())
        #expect(lexicon.word(word("gmbh")).contains(.legalSuffix))
        #expect(lexicon.word(word("airlines")).contains(.organisation))
        #expect(lexicon.word(word("chairman")).isSuperset(of: [.title, .companyRole]))
        #expect(lexicon.word(word("berlin")).contains(.place))
        #expect(lexicon.word(word("lessor")).contains(.companyNoun))
        #expect(lexicon.word(word("qqzzqq")).isEmpty)
    }

    @Test func namesAreFoundByTheirSpokenWords() throws {
        let lexicon = try #require(Lexicon())
        #expect(lexicon.name(NameHash.name([word("general"), word("electric")])).contains(.known))
        #expect(lexicon.name(NameHash.name([word("wall"), word("street"), word("journal")])).contains(.institution))
        #expect(lexicon.name(NameHash.name([word("electric"), word("general")])).isEmpty)
    }

    @Test func otherNamesShareANumber() throws {
        let lexicon = try #require(Lexicon())
        let foxconn = lexicon.name(NameHash.name([word("foxconn")])).company
        let honHai = lexicon.name(NameHash.name([word("hon"), word("hai"), word("precision"), word("industry")]))
            .company
        #expect(foxconn != 0 && foxconn == honHai)
    }

    @Test func exponentialsAndLogarithmsAreAccurate() {
        for step in -40...40 {
            let value = Float(step) / 2
            #expect(abs(logarithm(exponential(value)) - value) < 1e-3)
        }
        #expect(exponential(-100) == 0)
        #expect(abs(probability(logOdds: 0) - 0.5) < 1e-6)
    }
}

@Test func manyKeysAreFoundAsOneByOneIs() throws {
    let bytes = try #require(Assets.bytes("data/models/words.bin"))
    let table = try #require(HashedTable(bytes, valueSize: 4))
    let listed = ["the", "bank", "of", "inc", "gmbh", "chairman", "agreement", "danish", "supply", "brewer"]
    let hashes = (listed + (0..<2000).map { "w\($0)" }).map { FeatureHash.of($0.utf8) }
    var found: [UInt32] = []
    table.forEach(of: hashes, as: UInt32.self) { found.append($0) }
    let expected = hashes.compactMap { table.value($0, as: UInt32.self) }
    #expect(expected.count >= listed.count)
    #expect(found.sorted() == expected.sorted())
}
