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

    /// What the text says of title and date, and what people said over it; `article` has both together.
    public let given: GivenHeading

    let layout: Layout
    /// What is read out of the article; asked where it was not extracted, or is of another day than was thought.
    private let extract: (@Sendable (Article) -> Extraction)?
    /// Whether it was asked what it says.
    public let isExtracted: Bool

    /// - Parameters:
    ///   - given: what people said of title and date; nil where `article` has what its text says.
    ///   - extract: asked where an earlier reading of the source has a date that people gave it.
    public init(
        article: Article, extraction: Extraction, sha256: [UInt8], extractor: String, given: GivenHeading? = nil,
        extract: (@Sendable (Article) -> Extraction)? = nil
    ) {
        self.init(
            article: article, extraction: extraction, sha256: sha256, extractor: extractor, given: given,
            extract: extract, isFiled: false)
    }

    /// An article whose bytes the knowledge base has already, as `KnownArticles` tells: `extract` is only asked
    /// where another process has taken them out again in the meantime, or calls them otherwise.
    public init(
        known article: Article, sha256: [UInt8], extractor: String, given: GivenHeading? = nil,
        extract: @escaping @Sendable (Article) -> Extraction
    ) {
        self.init(
            article: article, extraction: nil, sha256: sha256, extractor: extractor, given: given, extract: extract,
            isFiled: false)
    }

    /// - Parameters:
    ///   - extraction: nil where it is not asked before it is needed.
    ///   - isFiled: whether it comes out of the knowledge base and goes back with other companies only.
    init(
        article: Article, extraction: Extraction?, sha256: [UInt8], extractor: String, given: GivenHeading? = nil,
        extract: (@Sendable (Article) -> Extraction)? = nil, isFiled: Bool
    ) {
        self.article = article
        self.extraction = extraction ?? Extraction()
        self.sha256 = sha256
        self.extractor = extractor
        self.given = given ?? GivenHeading(over: Heading(article))
        self.extract = extract
        isExtracted = extraction != nil
        layout = Layout(article: article, extraction: self.extraction, isFiled: isFiled)
    }

    /// With this title and date, and with what it says, where that was not asked before or hangs on the date.
    func reading(_ heading: Heading) -> Entry {
        if isExtracted && heading == Heading(article) { return self }
        var article = article
        (article.title, article.published) = (heading.title, heading.published)
        let isAsked = !isExtracted || heading.published != self.article.published
        let anew = isAsked ? extract?(article) : nil
        return Entry(
            article: article, extraction: anew ?? extraction, sha256: sha256, extractor: extractor, given: given)
    }

    /// Whether `reading` can tell what the article says if it was published then.
    func canTell(of published: String?) -> Bool {
        extract != nil || isExtracted && published == article.published
    }

    /// The same article, saying something else.
    func saying(_ extraction: Extraction) -> Entry {
        Entry(article: article, extraction: extraction, sha256: sha256, extractor: extractor, given: given)
    }

    /// The same, with what was said of a stored article's title and date.
    func given(_ fields: [Heading.Field: GivenHeading.Said]) -> Entry {
        if fields.isEmpty { return self }
        return Entry(
            article: article, extraction: extraction, sha256: sha256, extractor: extractor,
            given: GivenHeading(fields, over: given.read))
    }

    /// The SHA-256 of a file's bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
