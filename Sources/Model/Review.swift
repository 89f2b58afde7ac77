/// Something that kb is not sure of, for a person to decide.
public struct ReviewItem: Sendable, Equatable {
    public enum Question: Sendable, Equatable {
        /// Does the article say this?
        case clause(ClauseRecord)
        /// Is there this agreement between these parties?
        case agreement(AgreementRecord)
        /// Are the two one company?
        case companies(CompanyRecord, CompanyRecord)
        /// Which of the two sources is right?
        case conflict(Conflict)
        /// Which company does the article mean by a name that several share?
        case shortName(SharedName)
    }

    public var question: Question
    /// Why it is asked, in words.
    public var reason: String
    /// How sure kb is, 0 to 1.
    public var confidence: Double
    /// The paragraph that says it, where one does; of a conflict, the later source's.
    public var passage: Passage?
    /// Of a conflict, the earlier source's.
    public var otherPassage: Passage?

    public init(question: Question, reason: String, confidence: Double, passage: Passage? = nil) {
        (self.question, self.reason, self.confidence, self.passage) = (question, reason, confidence, passage)
    }

    /// Where the question is not one of yes or no: what accepting stands for, and what rejecting stands for.
    public var choices: [String] {
        switch question {
        case .clause, .agreement, .companies: []
        case .conflict(let conflict): [conflict.other.says, conflict.one.says]
        case .shortName(let name): name.candidates.map(\.name)
        }
    }

    /// What is done where the answer is yes.
    public var accepting: Edit {
        switch question {
        case .clause(let clause): .acceptClause(clause.id)
        case .agreement(let agreement): .acceptAgreement("\(agreement.id)")
        case .companies(let one, let other): .mergeCompanies("\(other.id)", into: "\(one.id)")
        case .conflict(let conflict): conflict.settled(by: conflict.other)
        case .shortName(let name): name.means(name.candidates[0].name)
        }
    }

    /// What is done where it is no; nil where that leaves several answers.
    public var rejecting: Edit? {
        switch question {
        case .clause(let clause): .rejectClause(clause.id)
        case .agreement(let agreement): .rejectAgreement("\(agreement.id)")
        case .companies(let one, let other): .distinguishCompanies("\(one.id)", "\(other.id)")
        case .conflict(let conflict): conflict.settled(by: conflict.one)
        case .shortName(let name): name.candidates.count == 2 ? name.means(name.candidates[1].name) : nil
        }
    }
}

/// A short name that several companies share, in an article that does not tell which of them it means.
public struct SharedName: Sendable, Equatable {
    /// The name, and the company of its own under which it is kept meanwhile.
    public var name: String
    public var company: Int64
    public var article: Int64
    public var source: String
    /// Two companies or more, the one that is spoken of most first.
    public var candidates: [CompanyRecord]

    public init(name: String, company: Int64, article: Int64, source: String, candidates: [CompanyRecord]) {
        (self.name, self.company, self.article, self.source) = (name, company, article, source)
        self.candidates = candidates
    }

    /// That the article means this company.
    public func means(_ company: String) -> Edit {
        .splitCompany("\(self.company)", called: name, article: "\(article)", name: company)
    }
}

extension Conflict {
    /// What can be set of the agreement; nil where two clauses differ.
    public var agreementField: AgreementField? {
        if one.clause != nil { return nil }
        return field == "amount" ? .value : AgreementField(rawValue: field)
    }

    /// That this side is right.
    public func settled(by side: Side) -> Edit {
        if let clause = side.clause { return .acceptClause(clause) }
        return .setAgreement("\(agreement)", field: agreementField ?? .status, to: FieldValue([side.says]))
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
