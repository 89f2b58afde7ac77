/// How the date of an event is known.
public enum DateBasis: String, Sendable, Equatable, CaseIterable {
    /// The text names it.
    case said
    /// The text tells it from another day ("last June", "on Tuesday"): reckoned from the date of the article.
    case reckoned
    /// It is the date of the article that reports the event, which was not later.
    case reported
}

/// Something that happened to an agreement, with the words that say so.
public struct TimelineEvent: Sendable, Equatable {
    /// ISO 8601, of day, month or year precision; nil where no text says when.
    public var date: String?
    /// Nil where there is no date.
    public var basis: DateBasis?
    /// `announced`, `signed`, `effective`, `expires`, another status of the agreement, or what became of a clause.
    public var what: String
    public var agreement: AgreementRecord
    /// The clause that says so, where there is any.
    public var clause: ClauseRecord?
    /// The words that say so, the clause's or else those that name the parties, and their line; nil where there is
    /// only the title.
    public var passage: Wording?
    /// The article's source, title and date.
    public var source: String
    public var title: String
    public var published: String?

    public init(
        date: String? = nil, basis: DateBasis? = nil, what: String, agreement: AgreementRecord,
        clause: ClauseRecord? = nil, passage: Wording? = nil, source: String, title: String,
        published: String? = nil
    ) {
        self.date = date
        self.basis = date == nil ? nil : basis
        self.what = what
        self.agreement = agreement
        self.clause = clause
        self.passage = clause.map { Wording(text: $0.quote, line: $0.line) } ?? passage
        self.source = source
        self.title = title
        self.published = published
    }
}

/// Verbatim words of an article.
public struct Wording: Sendable, Equatable {
    public var text: String
    /// The line of the article on which they begin, from 1.
    public var line: Int

    public init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}

/// That two sources say different things of one agreement.
public struct Conflict: Sendable, Equatable {
    /// What one of them says.
    public struct Side: Sendable, Equatable {
        public var says: String
        /// The words, and where they stand.
        public var quote: String
        public var source: String
        public var title: String
        public var published: String?
        public var line: Int
        /// The article's id; the clause's, where a clause says it.
        public var article: Int64
        public var clause: Int64?

        public init(
            says: String, quote: String, source: String, title: String, published: String?, line: Int,
            article: Int64, clause: Int64? = nil
        ) {
            (self.article, self.clause) = (article, clause)
            self.says = says
            self.quote = quote
            self.source = source
            self.title = title
            self.published = published
            self.line = line
        }
    }

    public var agreement: Int64
    public var kind: AgreementKind
    public var parties: [String]
    /// `amount`, `announced`, `effective`, `expires`, `status`, or the clause type.
    public var field: String
    /// Where two clauses differ, what of them does.
    public var clauseField: ClauseField?
    /// The earlier source first.
    public var one: Side
    public var other: Side

    public init(
        agreement: Int64, kind: AgreementKind, parties: [String], field: String, clauseField: ClauseField? = nil,
        one: Side, other: Side
    ) {
        self.clauseField = clauseField
        self.agreement = agreement
        self.kind = kind
        self.parties = parties
        self.field = field
        self.one = one
        self.other = other
    }
}
