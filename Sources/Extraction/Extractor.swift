public import Model

/// Reads companies, agreements and clauses out of an article. Pure: no files, no database, no clock;
/// the same article and models give the same extraction.
public struct Extractor: Sendable {
    /// Changes whenever the same article may give another extraction; a test compares what some articles give.
    public static let version = "4"

    private let names: NameFinder?
    private let clauses: ClauseFinder?
    private let deals: DealFinder?

    public init() {
        names = NameFinder()
        clauses = ClauseFinder()
        deals = DealFinder()
    }

    /// What is done to an article, one after the other.
    public enum Stage: Sendable { case tokens, names, clauses, agreements }

    /// - Parameters:
    ///   - isWanted: is asked now and then in a long text; where it says no, what was read so far is returned.
    ///   - stage: is told when a stage is done, for those who measure.
    public func extract(
        _ article: Article, while isWanted: () -> Bool = { true }, done stage: (Stage) -> Void = { _ in }
    ) -> Extraction {
        guard article.text.count > ArticleSections.limit else { return extractWhole(article, stage) }
        var merger = SectionMerger()
        ArticleSections.forEach(of: article) { section in
            merger.add(extractWhole(section.article, stage), start: section.start)
            return isWanted()
        }
        return merger.extraction
    }

    private func extractWhole(_ article: Article, _ done: (Stage) -> Void) -> Extraction {
        let text = TokenizedText(article)
        done(.tokens)
        let companies = names?.find(in: text) ?? []
        done(.names)
        let clauses = (clauses?.find(in: text) ?? []).map {
            Extraction.Clause(type: $0.type, quote: $0.range, confidence: Double($0.probability))
        }
        done(.clauses)
        guard let deals else { return Extraction(companies: companies, clauses: clauses) }
        let found = deals.find(text, companies: companies, clauses: clauses)
        done(.agreements)
        return Extraction(companies: companies, agreements: found.agreements, clauses: found.clauses)
    }
}
