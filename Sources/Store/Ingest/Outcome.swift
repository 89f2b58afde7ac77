/// What became of an entry.
public struct Outcome: Sendable, Equatable {
    public enum Change: String, Sendable { case added, unchanged, updated }

    public var change: Change
    /// The id of the article that now holds these bytes.
    public var article: Int64
    /// True where the bytes are known, but another version of the extractor read them.
    public var reextractionDue: Bool
    /// Where these bytes first came from, if they came from elsewhere now; the article keeps that source.
    public var otherSource: String?
    /// What the article is called and dated, where that is not what the entry says.
    public var heading: Heading?

    public init(change: Change, article: Int64, reextractionDue: Bool = false, otherSource: String? = nil) {
        self.change = change
        self.article = article
        self.reextractionDue = reextractionDue
        self.otherSource = otherSource
    }
}
