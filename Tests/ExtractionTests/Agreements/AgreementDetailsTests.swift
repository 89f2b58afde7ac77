import Model
import Reading
import Testing

@testable import Extraction

/// What an agreement is worth, from the sums of its clauses.
@Suite struct AgreementDetailsTests {
    private static func value(_ type: String, _ sentence: String) throws -> Double? {
        let article = try Reader().read(Array("A title\n\n\(sentence)\n".utf8), source: "")
        let quote = try #require(article.sentences.last).range
        let clause = Extraction.Clause(
            type: ClauseType(rawValue: type), quote: quote,
            values: ValueRecognizer().values(in: article, range: quote))
        var agreement = Extraction.Agreement(
            kind: AgreementKind(rawValue: "supply"), status: .signed, parties: [0, 1])
        AgreementDetails.fill(&agreement, from: [clause], in: article)
        return agreement.value?.amount
    }

    @Test func aPaymentIsThePrice() throws {
        #expect(try Self.value("payment", "Brenlow pays $30 million at once and $50 million in May.") == 50_000_000)
        #expect(try Self.value("payment", "Brenlow pays $40 million a year.") == 40_000_000)
    }

    @Test func theWorthOfASupplyAgreementIsThePrice() throws {
        #expect(try Self.value("supply", "Corvane signed a supply agreement worth $50 million.") == 50_000_000)
    }

    @Test func thePriceOfOneIsNotThePriceOfAll() throws {
        #expect(try Self.value("payment", "Brenlow pays €1.70 a meal.") == nil)
        #expect(try Self.value("payment", "The phones cost $210 each.") == nil)
    }
}
