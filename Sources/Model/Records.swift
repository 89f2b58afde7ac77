/// A company as the database holds it.
public struct CompanyRecord: Sendable, Equatable {
    public var id: Int64
    /// The fullest name that any article gives it.
    public var name: String
    /// Its other names: short forms, acronyms, tickers.
    public var aliases: [String]
    public var products: [String]
    /// How many articles name it, and how often they do.
    public var articles: Int
    public var mentions: Int
    /// How many agreements it is a party to.
    public var agreements: Int

    public init(
        id: Int64, name: String, aliases: [String] = [], products: [String] = [], articles: Int = 0,
        mentions: Int = 0, agreements: Int = 0
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.products = products
        self.articles = articles
        self.mentions = mentions
        self.agreements = agreements
    }
}

/// An agreement as the database holds it: what all its sources together say.
public struct AgreementRecord: Sendable, Equatable {
    public var id: Int64
    public var kind: AgreementKind
    public var status: AgreementStatus
    /// The names of its parties, in the order in which the first source names them.
    public var parties: [String]
    public var value: Money?
    /// ISO 8601 dates, of day, month or year precision. Reported: by its newest source.
    public var reported: String?
    public var announced: String?
    public var effective: String?
    public var expires: String?
    /// 0 to 1: the confidence of its surest source.
    public var confidence: Double
    /// How many articles report it, and how many clauses it has.
    public var articles: Int
    public var clauses: Int
    /// How many stories tell of it: reprints of one story count once.
    public var sources: Int

    public init(
        id: Int64, kind: AgreementKind, status: AgreementStatus, parties: [String], value: Money? = nil,
        reported: String? = nil, announced: String? = nil, effective: String? = nil, expires: String? = nil,
        confidence: Double = 1, articles: Int = 1, clauses: Int = 0, sources: Int = 1
    ) {
        self.sources = sources
        self.id = id
        self.kind = kind
        self.status = status
        self.parties = parties
        self.value = value
        self.reported = reported
        self.announced = announced
        self.effective = effective
        self.expires = expires
        self.confidence = confidence
        self.articles = articles
        self.clauses = clauses
    }
}

/// A clause as the database holds it, with the names of what it refers to.
public struct ClauseRecord: Sendable, Equatable {
    public var id: Int64
    public var type: ClauseType
    public var status: ClauseStatus
    /// The verbatim words; code points `start..<end` of the article's text.
    public var quote: String
    public var start: Int
    public var end: Int
    /// The line of the article on which the quote begins, counted from 1.
    public var line: Int
    /// The agreement's id; nil where the clause belongs to none.
    public var agreement: Int64?
    public var obligors: [String]
    public var beneficiaries: [String]
    /// The first sum and the first percentage said in the quote.
    public var amount: Money?
    public var percent: Double?
    /// Who said it, where the text says so.
    public var speaker: String?
    public var confidence: Double
    /// The id, source, title and date of the article that it stands in.
    public var article: Int64
    public var source: String
    public var title: String
    public var published: String?

    public init(
        id: Int64, type: ClauseType, status: ClauseStatus, quote: String, start: Int, end: Int, line: Int,
        agreement: Int64? = nil, obligors: [String] = [], beneficiaries: [String] = [], amount: Money? = nil,
        percent: Double? = nil, speaker: String? = nil, confidence: Double = 1, article: Int64, source: String,
        title: String, published: String? = nil
    ) {
        self.id = id
        self.type = type
        self.status = status
        self.quote = quote
        self.start = start
        self.end = end
        self.line = line
        self.agreement = agreement
        self.obligors = obligors
        self.beneficiaries = beneficiaries
        self.amount = amount
        self.percent = percent
        self.speaker = speaker
        self.confidence = confidence
        self.article = article
        self.source = source
        self.title = title
        self.published = published
    }
}

/// An article as the database lists it, without its text.
public struct ArticleRecord: Sendable, Equatable {
    public var id: Int64
    public var source: String
    public var title: String
    public var published: String?
    public var publisher: String?
    /// SHA-256 of the bytes that were read, in lower-case hexadecimal.
    public var sha256: String
    /// UTC time of the ingest, ISO 8601.
    public var ingested: String
    /// The version of the extractor that read it.
    public var extractor: String
    /// False where a later reading of the same source has taken its place.
    public var current: Bool
    public var agreements: Int
    public var clauses: Int

    public init(
        id: Int64, source: String, title: String, published: String? = nil, publisher: String? = nil,
        sha256: String, ingested: String, extractor: String, current: Bool = true, agreements: Int = 0,
        clauses: Int = 0
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.published = published
        self.publisher = publisher
        self.sha256 = sha256
        self.ingested = ingested
        self.extractor = extractor
        self.current = current
        self.agreements = agreements
        self.clauses = clauses
    }
}
