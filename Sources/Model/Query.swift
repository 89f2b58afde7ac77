/// What is asked of the knowledge base: words and filters. Empty and nil filters keep all.
public struct Query: Sendable, Equatable {
    /// Where to look.
    public enum Scope: String, CaseIterable, Sendable { case clauses, text, both }
    /// What comes first: the best, the newest, or the largest sum.
    public enum Order: String, CaseIterable, Sendable { case score, date, amount }

    /// What the user typed. Any text is a query: quotes make a phrase, a trailing `*` a prefix.
    public var text: String
    /// Clause types to keep, by name, or families of them.
    public var types: [ClauseType]
    /// A company to keep, by any of its names, and a second one that must be concerned too.
    public var company: String?
    public var counterparty: String?
    /// `obligor` or `beneficiary`: the side on which `company` must be.
    public var role: String?
    /// Agreement kinds, clause statuses and agreement statuses to keep, by name.
    public var kinds: [String] = []
    public var statuses: [String] = []
    public var agreementStatuses: [String] = []
    /// First and last date of publication, ISO 8601, of day, month or year precision.
    public var since: String?
    public var until: String?
    /// The day whose knowledge is asked for, ISO 8601 as above: what was published, or without a date ingested, later
    /// is left out, and agreements stand as they were known to.
    public var asOf: String?
    /// The least sum that a clause names, in `currency` (ISO 4217) where that is given.
    public var minimumAmount: Double?
    public var currency: String?
    /// A pattern of the article's source or its last part: `*`, `?`, `[…]`.
    public var source: String?
    /// The least confidence of a clause, 0 to 1.
    public var confidence: Double = 0
    public var scope: Scope = .both
    public var order: Order = .score
    /// How many hits to leave out, and the most to return after them; a limit of 0 or less means all.
    public var offset: Int = 0
    public var limit: Int

    public init(text: String, types: [ClauseType] = [], company: String? = nil, limit: Int = 20) {
        self.text = text
        self.types = types
        self.company = company
        self.limit = limit
    }
}

/// Which agreements are asked for. Empty and nil filters keep all.
public struct AgreementFilter: Sendable, Equatable {
    /// A party, by any of its names, and a second one.
    public var company: String?
    public var counterparty: String?
    /// Kinds and statuses to keep, by name.
    public var kinds: [String]
    public var statuses: [String]

    public init(
        company: String? = nil, counterparty: String? = nil, kinds: [String] = [], statuses: [String] = []
    ) {
        self.company = company
        self.counterparty = counterparty
        self.kinds = kinds
        self.statuses = statuses
    }
}

/// The answer to a query, best first.
public struct Answer: Sendable, Equatable {
    public var hits: [Hit]
    /// True where so many sentences matched that only the newest of them were ranked.
    public var capped: Bool
    /// True where even the best hit has not all of what was asked for.
    public var isLoose: Bool

    public init(hits: [Hit] = [], capped: Bool = false, isLoose: Bool = false) {
        self.hits = hits
        self.capped = capped
        self.isLoose = isLoose
    }
}

/// A clause, or a sentence that no clause covers, that answers a query.
public struct Hit: Sendable, Equatable {
    /// The clause's id and what it is; nil where a sentence without a clause was found.
    public var clause: Int64?
    public var type: ClauseType?
    public var status: ClauseStatus?
    public var obligors: [String]
    public var beneficiaries: [String]
    public var agreement: Agreement?
    /// The verbatim words; code points `start..<end` of the article's text.
    public var quote: String
    public var start: Int
    public var end: Int
    /// What matched, in UTF-8 bytes of `quote`; in order, without overlaps.
    public var highlights: [TextRange]
    /// The article's id, source, title and date, and the line on which the quote begins, from 1.
    public var article: Int64
    public var source: String
    public var title: String
    public var published: String?
    public var line: Int
    /// Larger is better; comparable only within one answer.
    public var score: Double
    /// Why it was found: what each part of the query added to the score.
    public var reasons: [Reason]

    /// What a hit says of the agreement that its clause is of.
    public struct Agreement: Sendable, Equatable {
        public var id: Int64
        public var kind: AgreementKind
        public var status: AgreementStatus
        /// The canonical names of the parties.
        public var parties: [String]

        public init(id: Int64, kind: AgreementKind, status: AgreementStatus, parties: [String]) {
            self.id = id
            self.kind = kind
            self.status = status
            self.parties = parties
        }
    }

    public struct Reason: Sendable, Equatable {
        /// The words of the query, and what they were taken for.
        public var words: String
        public var meaning: String
        public var points: Double

        public init(words: String, meaning: String, points: Double) {
            self.words = words
            self.meaning = meaning
            self.points = points
        }
    }

    public init(
        clause: Int64? = nil, type: ClauseType? = nil, status: ClauseStatus? = nil, obligors: [String] = [],
        beneficiaries: [String] = [], agreement: Agreement? = nil, quote: String, start: Int, end: Int,
        highlights: [TextRange] = [], article: Int64, source: String, title: String, published: String? = nil,
        line: Int, score: Double, reasons: [Reason] = []
    ) {
        self.clause = clause
        self.type = type
        self.status = status
        self.obligors = obligors
        self.beneficiaries = beneficiaries
        self.agreement = agreement
        self.quote = quote
        self.start = start
        self.end = end
        self.highlights = highlights
        self.article = article
        self.source = source
        self.title = title
        self.published = published
        self.line = line
        self.score = score
        self.reasons = reasons
    }
}
