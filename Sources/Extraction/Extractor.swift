public import Model

/// Reads companies, agreements and clauses out of an article. Pure: no files, no database, no clock;
/// the same article and models give the same extraction.
public struct Extractor: Sendable {
    /// Changes whenever the same article may give another extraction.
    public static let version = "1"

    public init() {}

    public func extract(_ article: Article) -> Extraction {
        Extraction()
    }
}
