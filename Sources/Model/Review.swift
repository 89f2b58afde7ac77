/// Something that kb is not sure of, for a person to decide.
public struct ReviewItem: Sendable, Equatable {
    public enum Question: Sendable, Equatable {
        /// Does the article say this?
        case clause(ClauseRecord)
        /// Is there this agreement between these parties?
        case agreement(AgreementRecord)
        /// Are the two one company?
        case companies(CompanyRecord, CompanyRecord)
    }

    public var question: Question
    /// Why it is asked, in words.
    public var reason: String
    /// How sure kb is, 0 to 1.
    public var confidence: Double
    /// The paragraph that says it, where one does.
    public var passage: Passage?

    public init(question: Question, reason: String, confidence: Double, passage: Passage? = nil) {
        (self.question, self.reason, self.confidence, self.passage) = (question, reason, confidence, passage)
    }

    /// What is done where the answer is yes, and where it is no.
    public var accepting: Edit {
        switch question {
        case .clause(let clause): .acceptClause(clause.id)
        case .agreement(let agreement): .acceptAgreement("\(agreement.id)")
        case .companies(let one, let other): .mergeCompanies("\(other.id)", into: "\(one.id)")
        }
    }

    public var rejecting: Edit {
        switch question {
        case .clause(let clause): .rejectClause(clause.id)
        case .agreement(let agreement): .rejectAgreement("\(agreement.id)")
        case .companies(let one, let other): .distinguishCompanies("\(one.id)", "\(other.id)")
        }
    }
}

/// A paragraph of an article, with a quote in it.
public struct Passage: Sendable, Equatable {
    /// The words before the quote, the quote, and the words after it.
    public var before: String
    public var quote: String
    public var after: String
    /// The article's source, and the line on which the quote begins.
    public var source: String
    public var line: Int

    public init(before: String, quote: String, after: String, source: String, line: Int) {
        (self.before, self.quote, self.after, self.source, self.line) = (before, quote, after, source, line)
    }
}
