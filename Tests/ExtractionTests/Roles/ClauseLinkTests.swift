import Model
import Testing

@testable import Extraction

/// The agreement that a clause belongs to, on marked text.
@Suite struct ClauseLinkTests {
    @Test func aClauseBelongsToTheAgreementOfTheCompaniesItNames() throws {
        let marked = MarkedText(
            "[Norvik] sells sensors to [Tessera]. [Amberline] rents a hall from [Harsund].\n\n{payment: [Amberline] pays [Harsund] rent}. {supply: [Norvik] ships [Tessera] sensors}.\n"
        )
        let deal = try marked.deal(DealLexicon())
        let models = try #require(DealModels.builtIn)
        let found = [[0, 1], [2, 3]].map {
            AgreementFinder.Found(parties: $0, kind: 0, confidence: 1, kinds: [], statuses: [])
        }
        let links = ClauseLinker(model: models.link).probabilities(
            deal, marked.clauses, focus: ClauseFocus(deal, marked.clauses), found: found)
        #expect(links.map(\.bestIndex) == [1, 0])
    }
}
