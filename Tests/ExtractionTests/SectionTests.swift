import Extraction
import Model
import Reading
import Testing

@Suite struct SectionTests {
    private static let story =
        "Norden Paper Corp said it agreed to supply Halvard Foods Ltd with cartons for five years. "
        + "Halvard Foods will pay Norden 12 mln dlrs a year.\n\n"

    /// A text that is read in sections names what it names where it stands, and one company once.
    @Test func whatIsFoundInSectionsStandsInTheWholeText() throws {
        let text = String(repeating: Self.story, count: 200)
        let article = try Reader().read(Array(text.utf8), source: "long")
        let extraction = Extractor().extract(article)
        #expect(Set(extraction.companies.map(\.name)).count == extraction.companies.count)
        for company in extraction.companies {
            let names = [company.name] + company.aliases + company.products
            #expect(company.mentions.allSatisfy { names.contains(article.string($0)) })
        }
        #expect(extraction.clauses.allSatisfy { $0.quote.end <= article.text.count && $0.quote.count > 0 })
        #expect((extraction.clauses.last?.quote.end ?? 0) > article.text.count / 2)
    }
}
