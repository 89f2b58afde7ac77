/// Something that a person, or a program for one, puts right. Companies and agreements are named as everywhere:
/// by an id or by what they are called.
public enum Edit: Sendable, Equatable {
    /// What is known as the first company is the second one.
    case mergeCompanies(String, into: String)
    case renameCompany(String, to: String)
    /// What is called `called` (nil: all of it), in one article or in all, is another company, `name`.
    case splitCompany(String, called: String?, article: String?, name: String)
    /// Two companies that could be taken for one are two.
    case distinguishCompanies(String, String)
    case addAlias(String, company: String)
    case removeAlias(String, company: String)

    case mergeAgreements(String, into: String)
    /// What these articles report is another agreement.
    case splitAgreement(String, articles: [String])
    case setAgreement(String, field: AgreementField, to: FieldValue)
    case acceptAgreement(String)
    case rejectAgreement(String)

    case addClause(NewClause)
    case setClause(Int64, field: ClauseField, to: FieldValue)
    case acceptClause(Int64)
    case rejectClause(Int64)
}

/// What can be set of an agreement.
public enum AgreementField: String, Sendable, CaseIterable {
    case kind, status, parties, value, announced, effective, expires
}

/// What can be set of a clause.
public enum ClauseField: String, Sendable, CaseIterable {
    case type, status, quote, obligor, beneficiary, agreement, amount, percent, speaker
}

/// The value that a field is given, as it is written: one text or several; none for `none`.
public struct FieldValue: Sendable, Equatable, ExpressibleByStringLiteral {
    public var texts: [String]

    public init(_ texts: [String]) { self.texts = texts == ["none"] ? [] : texts }

    public init(stringLiteral value: String) { self.init([value]) }
}

/// A clause that the extractor missed.
public struct NewClause: Sendable, Equatable {
    /// The article's id, source or title.
    public var article: String
    public var type: String
    /// Words of the article.
    public var quote: String
    public var status: String
    /// Companies by any of their names.
    public var obligors: [String]
    public var beneficiaries: [String]
    /// An agreement by its id or name.
    public var agreement: String?

    public init(
        article: String, type: String, quote: String, status: String = ClauseStatus.stated.rawValue,
        obligors: [String] = [], beneficiaries: [String] = [], agreement: String? = nil
    ) {
        self.article = article
        self.type = type
        self.quote = quote
        self.status = status
        self.obligors = obligors
        self.beneficiaries = beneficiaries
        self.agreement = agreement
    }
}

/// Two corrections that do not say the same of one thing, the later made by somebody who did not know of the earlier:
/// in knowledge bases that were made apart. The later one holds.
public struct Contradiction: Sendable, Equatable {
    public var earlier: CorrectionRecord
    public var later: CorrectionRecord

    public init(earlier: CorrectionRecord, later: CorrectionRecord) {
        (self.earlier, self.later) = (earlier, later)
    }
}

/// A correction as the log tells it.
public struct CorrectionRecord: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        case inForce = "in-force"
        /// No present article has what it is about; it waits for one that does.
        case notFound = "not-found"
        case undone
    }

    public var id: Int64
    /// UTC time, ISO 8601.
    public var made: String
    /// What was done: `company-merge`, `clause-set`…
    public var action: String
    /// What it is about, in words.
    public var about: String
    /// What was said and what is said now, in words; empty where there is nothing to say.
    public var was: String
    public var now: String
    /// What it is about, for programs: a JSON object that names it without an id.
    public var subject: String
    public var field: String?
    /// JSON values; nil for nothing.
    public var before: String?
    public var after: String?
    public var reason: String?
    public var state = State.inForce
    /// When it was taken back, and why.
    public var undone: String?
    public var undoneReason: String?

    public init(
        id: Int64, made: String, action: String, about: String, was: String, now: String, subject: String,
        field: String? = nil,
        before: String? = nil, after: String? = nil, reason: String? = nil, undone: String? = nil,
        undoneReason: String? = nil
    ) {
        (self.id, self.made, self.action, self.about, self.subject) = (id, made, action, about, subject)
        (self.was, self.now) = (was, now)
        (self.field, self.before, self.after, self.reason) = (field, before, after, reason)
        (self.undone, self.undoneReason) = (undone, undoneReason)
    }
}
