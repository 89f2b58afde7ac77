public import Model

/// Reads companies, agreements and clauses out of an article. Pure: no files, no database, no clock;
/// the same article and models give the same extraction.
public struct Extractor: Sendable {
    /// Changes whenever the same article may give another extraction.
    public static let version = "1"

    private let names: NameFinder?
    private let clauses: ClauseFinder?
    private let deals: DealFinder?

    public init() {
        names = NameFinder()
        clauses = ClauseFinder()
        deals = DealFinder()
    }

    public func extract(_ article: Article) -> Extraction {
        let text = TokenizedText(article)
        let companies = names?.find(in: text) ?? []
        let clauses = (clauses?.find(in: text) ?? []).map {
            Extraction.Clause(type: $0.type, quote: $0.range, confidence: Double($0.probability))
        }
        guard let deals else { return Extraction(companies: companies, clauses: clauses) }
        let found = deals.find(text, companies: companies, clauses: clauses)
        return Extraction(companies: companies, agreements: found.agreements, clauses: found.clauses)
    }
}
