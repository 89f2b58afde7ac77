public import Model

/// What an article is called, and when it was published.
public struct Heading: Sendable, Equatable {
    public var title: String
    /// ISO 8601, of day, month or year precision; nil where nobody says.
    public var published: String?

    public init(title: String, published: String? = nil) {
        self.title = title
        self.published = published
    }

    public init(_ article: Article) { self.init(title: article.title, published: article.published) }

    enum Field: String, CaseIterable, Sendable { case title, published }

    subscript(field: Field) -> String? {
        get {
            switch field {
            case .title: title
            case .published: published
            }
        }
        set {
            switch field {
            case .title: title = newValue ?? ""
            case .published: published = newValue
            }
        }
    }
}

/// What people said of an article's title and date over what its text says.
public struct GivenHeading: Sendable, Equatable {
    /// What the text says.
    let read: Heading
    private(set) var fields: [Heading.Field: Said] = [:]

    struct Said: Sendable, Equatable {
        /// What was said, and what the text says; nil for no date.
        var text: String?
        var read: String?
        /// When it was said; nil for now.
        var time: String?
    }

    /// - Parameters:
    ///   - title: nil where nothing was said of it, empty where that of the text is to hold again.
    ///   - published: likewise.
    ///   - read: what the text says.
    public init(title: String? = nil, published: String? = nil, over read: Heading) {
        self.read = read
        if let title { fields[.title] = Said(text: title.isEmpty ? read.title : title, read: read.title) }
        if let published {
            fields[.published] = Said(text: published.isEmpty ? read.published : published, read: read.published)
        }
    }

    init(_ fields: [Heading.Field: Said], over read: Heading) {
        self.read = read
        self.fields = fields
    }

    /// What the text says, put right by what was said.
    public var heading: Heading {
        fields.reduce(into: read) { heading, said in heading[said.key] = said.value.text }
    }
}
