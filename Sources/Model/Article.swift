/// One source text as it was read: its words, what it says of itself, and where its sentences lie.
public struct Article: Sendable, Equatable {
    /// Where it came from: a path, a URL, or what `--source` said.
    public var source: String
    /// The headline, without what surrounds it; empty where the text has none.
    public var title: String
    /// ISO 8601 date (`2026-02-27`) on which the text says it was published.
    public var published: String?
    /// Who published it, where the text says so.
    public var publisher: String?
    /// The whole text, title and all, as valid UTF-8. Line ends are `\n`.
    public var text: [UInt8]
    /// Sentences in the order of the text; they do not overlap.
    public var sentences: [Sentence]

    public init(
        source: String, title: String, published: String? = nil, publisher: String? = nil,
        text: [UInt8], sentences: [Sentence]
    ) {
        self.source = source
        self.title = title
        self.published = published
        self.publisher = publisher
        self.text = text
        self.sentences = sentences
    }

    /// The text as a string.
    public var body: String { String(decoding: text, as: UTF8.self) }

    /// The words of `range` (bytes), as a string.
    public func string(_ range: TextRange) -> String {
        String(decoding: text[range.start..<range.end], as: UTF8.self)
    }
}

/// A stretch of text, as a half-open range of UTF-8 byte offsets.
///
/// Its ends take four bytes each: a text is shorter than 2 GB, and a long one has millions of ranges.
public struct TextRange: Sendable, Hashable, Comparable {
    @usableFromInline var first: Int32
    @usableFromInline var last: Int32

    @inlinable
    public init(_ start: Int, _ end: Int) {
        first = Int32(clamping: start)
        last = Int32(clamping: end)
    }

    @inlinable public var start: Int {
        get { Int(first) }
        set { first = Int32(clamping: newValue) }
    }

    @inlinable public var end: Int {
        get { Int(last) }
        set { last = Int32(clamping: newValue) }
    }

    @inlinable public var count: Int { end - start }

    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

    public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// One sentence, heading or bullet of an article.
public struct Sentence: Sendable, Equatable {
    /// Where it lies, in bytes, without the white space and the bullet around it.
    public var range: TextRange
    /// The paragraph it belongs to, counted from 0; hard-wrapped lines of one paragraph are one.
    @inlinable public var paragraph: Int {
        get { Int(paragraphNumber) }
        set { paragraphNumber = Int32(clamping: newValue) }
    }
    public var role: Role
    @usableFromInline var paragraphNumber: Int32

    public enum Role: UInt8, Sendable {
        case body, title, heading, bullet
        /// "LONDON, March 9 -": the place and date before the first sentence.
        case dateline
    }

    public init(range: TextRange, paragraph: Int, role: Role) {
        self.range = range
        paragraphNumber = Int32(clamping: paragraph)
        self.role = role
    }
}
