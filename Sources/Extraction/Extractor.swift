public import Model

/// Reads companies, agreements and clauses out of an article. Pure: no files, no database, no clock;
/// the same article and models give the same extraction.
public struct Extractor: Sendable {
    /// Changes whenever the same article may give another extraction.
    public static let version = "1"

    private let names: NameFinder?
    private let clauses: ClauseFinder?

    public init() {
        names = NameFinder()
        clauses = ClauseFinder()
    }

    public func extract(_ article: Article) -> Extraction {
        let text = TokenizedText(article)
        let clauses = clauses?.find(in: text) ?? []
        return Extraction(
            companies: names?.find(in: text) ?? [],
            clauses: clauses.map {
                Extraction.Clause(type: $0.type, quote: $0.range, confidence: Double($0.probability))
            })
    }
}
