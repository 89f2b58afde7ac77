internal import Crypto
public import Model

/// One article, read and extracted, made ready for the writer.
///
/// Make it where the article was read: what can be computed without the database is computed here,
/// off the writer's thread.
public struct Entry: Sendable {
    public let article: Article
    public let extraction: Extraction
    /// SHA-256 of the bytes that were read; 32 bytes.
    public let sha256: [UInt8]
    /// The version of the extractor.
    public let extractor: String

    public init(article: Article, extraction: Extraction, sha256: [UInt8], extractor: String) {
        self.article = article
        self.extraction = extraction
        self.sha256 = sha256
        self.extractor = extractor
    }

    /// The SHA-256 of a file's bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}

/// What became of an entry.
public struct Outcome: Sendable, Equatable {
    public enum Change: String, Sendable { case added, unchanged, updated }

    public var change: Change
    /// The id of the article that now holds these bytes.
    public var article: Int64
    /// True where the bytes are known, but an earlier version of the extractor read them.
    public var reextractionDue: Bool

    public init(change: Change, article: Int64, reextractionDue: Bool = false) {
        self.change = change
        self.article = article
        self.reextractionDue = reextractionDue
    }
}
