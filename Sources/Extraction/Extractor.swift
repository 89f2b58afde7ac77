public import Model

/// Reads companies, agreements and clauses out of an article. Pure: no files, no database, no clock;
/// the same article and models give the same extraction.
public struct Extractor: Sendable {
    /// Changes whenever the same article may give another extraction.
    public static let version = "1"

    private let names: NameFinder?

    public init() {
        names = NameFinder()
    }

    public func extract(_ article: Article) -> Extraction {
        let text = TokenizedText(article)
        return Extraction(companies: names?.find(in: text) ?? [])
    }
}
