import Model
import Testing

@testable import Extraction

/// Which sets of companies may be parties, and which are chosen.
@Suite struct PartySetTests {
    private static let lexicon = DealLexicon()

    private static func deal(_ marked: String) throws -> DealText {
        try MarkedText(marked).deal(lexicon)
    }

    private static func table(_ probabilities: [[Int]: Float], companies: Int) -> PairTable {
        var pairs: [(a: Int, b: Int, probability: Float)] = []
        for a in 0..<companies {
            for b in a + 1..<companies { pairs.append((a, b, probabilities[[a, b]] ?? 0)) }
        }
        return PairTable(pairs, companies: companies)
    }

    private static func chosen(_ sets: [[Int]: Float]) -> [[Int]] {
        PartyDecoder().sets(
            sets.sorted { $0.key.lexicographicallyPrecedes($1.key) }
                .map { PartyDecoder.PartySet(parties: $0.key, confidence: $0.value) }
        ).map(\.parties)
    }

    @Test func companiesThatAllHaveADealWithEachOtherAreACandidate() throws {
        let sets = PartySets(
            Self.table([[0, 1]: 0.9, [0, 2]: 0.8, [1, 2]: 0.7], companies: 3),
            lists: NameLists(try Self.deal("Nothing was said.\n")))
        #expect(sets.sets == [[0, 1], [0, 2], [1, 2], [0, 1, 2]])
    }

    @Test func aCompanyWithTwoPartnersThatHaveNothingMakesNoLargerSet() throws {
        let sets = PartySets(
            Self.table([[0, 1]: 0.9, [0, 2]: 0.8, [1, 2]: 0.01], companies: 3),
            lists: NameLists(try Self.deal("Nothing was said.\n")))
        #expect(sets.sets == [[0, 1], [0, 2]])
    }

    @Test func theLikeliestPairIsACandidateHoweverUnlikely() throws {
        let sets = PartySets(
            Self.table([[0, 1]: 0.02, [1, 2]: 0.01], companies: 3),
            lists: NameLists(try Self.deal("Nothing was said.\n")))
        #expect(sets.sets == [[0, 1]])
    }

    @Test func listedCompaniesAreACandidateTogether() throws {
        let lists = NameLists(try Self.deal("[Norvik], [Tessera] and the [Harsund Bank] met [Amberline] in Oslo.\n"))
        #expect(lists.lists.map(\.companies) == [[0, 1, 2]])
        let sets = PartySets(Self.table([[0, 1]: 0.2, [1, 2]: 0.2], companies: 4), lists: lists)
        #expect(sets.sets.contains([0, 1, 2]))
    }

    @Test func oneDealToldWithMoreAndFewerPartiesIsOne() {
        #expect(Self.chosen([[0, 1]: 0.5, [0, 1, 2]: 0.6, [1, 2]: 0.4]) == [[0, 1, 2]])
        #expect(Self.chosen([[0, 1]: 0.7, [0, 1, 2]: 0.6]) == [[0, 1]])
    }

    @Test func twoDealsOfOneCompanyStayApart() {
        #expect(Self.chosen([[0, 1]: 0.9, [0, 2]: 0.8]) == [[0, 1], [0, 2]])
    }

    @Test func unlikelySetsAreNone() {
        #expect(Self.chosen([[0, 1]: 0.1, [0, 2]: 0.05]).isEmpty)
    }

    @Test func theMeanOfARowIsOverThePairsInside() {
        let table = Self.table([:], companies: 4)
        let rows = table.pairs.map { Float(10 * $0.a + $0.b) }
        #expect(table.meanRow(of: [1, 3], rows[...]) == [13])
        #expect(table.meanRow(of: [0, 2, 3], rows[...]) == [(2 + 3 + 23) / 3])
    }
}
