import Model
import Reading
import Testing

@testable import Extraction

/// Agreements and roles on marked text: `[name]` is a company, `{type: words}` a clause.
@Suite struct DealTests {
    static let finder = DealFinder()

    /// Agreements as `A + B: kind, status`, clauses as `type: A > B, status`.
    static func found(_ marked: String) throws -> (agreements: [String], clauses: [String]) {
        let marked = MarkedText(marked)
        let found = try #require(finder).find(
            TokenizedText(marked.article()), companies: marked.companies, clauses: marked.clauses)
        func names(_ companies: [Int]) -> String {
            companies.map { marked.companies[$0].name }.sorted().joined(separator: " + ")
        }
        return (
            found.agreements.map { "\(names($0.parties)): \($0.kind.rawValue), \($0.status.rawValue)" },
            found.clauses.map {
                "\($0.type.rawValue): \(names($0.obligors)) > \(names($0.beneficiaries)), \($0.status.rawValue)"
            }
        )
    }

    @Test func anActiveVerbTellsWhoPays() throws {
        let found = try Self.found(
            "[Norvik Oy] signs with [Tessera Chips]\n\n[Norvik Oy] has agreed to buy sensors from [Tessera Chips]. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n"
        )
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: ") == true)
        #expect(found.clauses == ["payment: Norvik Oy > Tessera Chips, stated"])
    }

    @Test func aCompanyWithoutADealIsNoParty() throws {
        let found = try Self.found(
            "[Norvik Oy] licenses camera patents to [Tessera Chips]\n\n[Norvik Oy] said it had licensed its camera patents to [Tessera Chips]. {license-grant: [Norvik Oy] grants [Tessera Chips] a license to its patents}. Shares of rival [Amberline] fell, an analyst at [Harsund Bank] said.\n"
        )
        #expect(found.agreements.count == 1)
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: license") == true)
    }

    @Test func aSumInAClauseIsAValueOfIt() throws {
        let marked = MarkedText(
            "[Norvik Oy] and [Tessera Chips] signed a deal. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n"
        )
        let found = try #require(Self.finder).find(
            TokenizedText(marked.article()), companies: marked.companies, clauses: marked.clauses)
        #expect(found.clauses.first?.values.map(\.content) == [.money(Money(amount: 5_000_000, currency: "USD"))])
    }
}
