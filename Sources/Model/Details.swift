/// A company with everything known of it.
public struct CompanyDetail: Sendable, Equatable {
    public var company: CompanyRecord
    public var agreements: [AgreementRecord]
    /// Clauses in which it owes or grants, and in which it gets.
    public var owes: [ClauseRecord]
    public var owed: [ClauseRecord]

    public init(
        company: CompanyRecord, agreements: [AgreementRecord], owes: [ClauseRecord], owed: [ClauseRecord]
    ) {
        self.company = company
        self.agreements = agreements
        self.owes = owes
        self.owed = owed
    }
}

/// What one article says of an agreement.
public struct AgreementReport: Sendable, Equatable {
    /// The article's id, source, title and date.
    public var article: Int64
    public var source: String
    public var title: String
    public var published: String?
    public var status: AgreementStatus
    public var value: Money?
    public var announced: String?
    public var effective: String?
    public var expires: String?
    public var confidence: Double
    /// The source of which this one is a reprint: the same story, printed before.
    public var reprintOf: String?

    public init(
        article: Int64, source: String, title: String, published: String? = nil, status: AgreementStatus,
        value: Money? = nil, announced: String? = nil, effective: String? = nil, expires: String? = nil,
        confidence: Double = 1, reprintOf: String? = nil
    ) {
        self.reprintOf = reprintOf
        self.article = article
        self.source = source
        self.title = title
        self.published = published
        self.status = status
        self.value = value
        self.announced = announced
        self.effective = effective
        self.expires = expires
        self.confidence = confidence
    }
}

/// An agreement with its clauses and with what each source says of it, oldest first.
public struct AgreementDetail: Sendable, Equatable {
    public var agreement: AgreementRecord
    public var reports: [AgreementReport]
    public var clauses: [ClauseRecord]
    /// What happened to it, by date.
    public var history: [TimelineEvent]
    /// The part that each of its parties has in it (`licensor`), in their order; nil where that is not known.
    public var partyRoles: [String?]

    public init(
        agreement: AgreementRecord, reports: [AgreementReport], clauses: [ClauseRecord],
        history: [TimelineEvent] = [], partyRoles: [String?] = []
    ) {
        self.partyRoles = partyRoles
        self.agreement = agreement
        self.reports = reports
        self.clauses = clauses
        self.history = history
    }
}

extension AgreementDetail {
    /// A party with the types of the clauses in which it owes or grants, and in which it gets.
    public struct PartyRole: Sendable, Equatable {
        public var company: String
        /// `licensor`, `lender`; nil where it is not known.
        public var role: String?
        public var owes: [ClauseType] = []
        public var gets: [ClauseType] = []
    }

    /// Each party, and after them each other company that clauses bind; the types in the order of the clauses.
    public var roles: [PartyRole] {
        var roles = agreement.parties.enumerated().map { index, party in
            PartyRole(company: party, role: index < partyRoles.count ? partyRoles[index] : nil)
        }
        func add(_ companies: [String], _ type: ClauseType, _ side: WritableKeyPath<PartyRole, [ClauseType]>) {
            for company in companies {
                let index = roles.firstIndex { $0.company == company } ?? roles.endIndex
                if index == roles.endIndex { roles.append(PartyRole(company: company)) }
                if !roles[index][keyPath: side].contains(type) { roles[index][keyPath: side].append(type) }
            }
        }
        for clause in clauses {
            add(clause.obligors, clause.type, \.owes)
            add(clause.beneficiaries, clause.type, \.gets)
        }
        return roles
    }
}

/// A clause with its agreement.
public struct ClauseDetail: Sendable, Equatable {
    public var clause: ClauseRecord
    public var agreement: AgreementRecord?
    /// The whole sentence that holds the quote.
    public var sentence: String

    public init(clause: ClauseRecord, agreement: AgreementRecord?, sentence: String) {
        self.clause = clause
        self.agreement = agreement
        self.sentence = sentence
    }
}

/// An article with its text and what was read out of it.
public struct ArticleDetail: Sendable, Equatable {
    public var article: ArticleRecord
    /// The whole text.
    public var body: String
    public var companies: [String]
    public var agreements: [AgreementRecord]
    /// In the order of the text.
    public var clauses: [ClauseRecord]

    public init(
        article: ArticleRecord, body: String, companies: [String], agreements: [AgreementRecord],
        clauses: [ClauseRecord]
    ) {
        self.article = article
        self.body = body
        self.companies = companies
        self.agreements = agreements
        self.clauses = clauses
    }
}
