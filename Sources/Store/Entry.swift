internal import Crypto
public import Model

/// One article, read and extracted, made ready for the writer.
///
/// Make it where the article was read: what can be computed without the database (lines, code points,
/// normalised names) is computed here, off the writer's thread.
public struct Entry: Sendable {
    public let article: Article
    public let extraction: Extraction
    /// SHA-256 of the bytes that were read; 32 bytes.
    public internal(set) var sha256: [UInt8]
    /// The version of the extractor.
    public let extractor: String

    let layout: Layout
    /// Extracts an article that was known when it was read.
    private let extract: (@Sendable () -> Extraction)?

    public init(article: Article, extraction: Extraction, sha256: [UInt8], extractor: String) {
        self.init(article: article, extraction: extraction, sha256: sha256, extractor: extractor, isFiled: false)
    }

    /// - Parameter isFiled: whether it comes out of the knowledge base and goes back with other companies only.
    init(article: Article, extraction: Extraction, sha256: [UInt8], extractor: String, isFiled: Bool) {
        self.article = article
        self.extraction = extraction
        self.sha256 = sha256
        self.extractor = extractor
        layout = Layout(article: article, extraction: extraction, isFiled: isFiled)
        extract = nil
    }

    /// An article whose bytes the knowledge base has already, as `KnownArticles` tells: `extract` is only asked
    /// where another process has taken them out again in the meantime.
    public init(
        known article: Article, sha256: [UInt8], extractor: String, extract: @escaping @Sendable () -> Extraction
    ) {
        self.article = article
        self.sha256 = sha256
        self.extractor = extractor
        self.extract = extract
        extraction = Extraction()
        layout = Layout(article: article, extraction: extraction)
    }

    /// With what it says, where that was not asked before.
    func extracted() -> Entry {
        guard let extract else { return self }
        return Entry(article: article, extraction: extract(), sha256: sha256, extractor: extractor)
    }

    /// The same article, saying something else.
    func saying(_ extraction: Extraction) -> Entry {
        Entry(article: article, extraction: extraction, sha256: sha256, extractor: extractor)
    }

    /// The SHA-256 of a file's bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
