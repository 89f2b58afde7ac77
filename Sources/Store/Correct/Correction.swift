internal import Model
internal import SQLite

/// One correction as the table holds it.
struct Correction: Equatable {
    enum Action: String, CaseIterable {
        case mergeCompanies = "company-merge"
        case renameCompany = "company-rename"
        case splitCompany = "company-split"
        case distinguishCompanies = "company-distinct"
        case addAlias = "alias-add"
        case removeAlias = "alias-remove"
        case mergeAgreements = "agreement-merge"
        case splitAgreement = "agreement-split"
        case setAgreement = "agreement-set"
        case acceptAgreement = "agreement-accept"
        case rejectAgreement = "agreement-reject"
        case addClause = "clause-add"
        case setClause = "clause-set"
        case acceptClause = "clause-accept"
        case rejectClause = "clause-reject"
        case forget
    }

    enum Subject: Equatable {
        /// A company; of it, where given, only what is `called` so, and only in the article with this SHA-256.
        case company(CompanyReference, called: String? = nil, article: String? = nil)
        case agreement(AgreementReference)
        case clause(ClauseReference)
        case article(String)
    }

    /// What is said now.
    enum Content: Equatable {
        case nothing
        case text(String)
        case list([String])
        case agreement(AgreementReference)
        /// A quote, and where it stands in code points.
        case quote(String, TextRange)
    }

    var id: Int64 = 0
    var action: Action
    var subject: Subject
    var field: String?
    var before: Content = .nothing
    var after: Content = .nothing
    /// The id of the company, agreement or clause that may be gone because of it.
    var recordID: Int64?
}

extension Correction {
    /// The text of `after`, empty where it is none.
    var text: String { if case .text(let text) = after { text } else { "" } }

    /// The texts of `after`.
    var list: [String] {
        switch after {
        case .text(let text): [text]
        case .list(let list): list
        default: []
        }
    }
}

extension Correction.Subject {
    init?(_ fields: Fields, of action: Correction.Action) {
        switch action.rawValue.split(separator: "-").first {
        case "company", "alias":
            guard let company = CompanyReference(fields, at: "$") else { return nil }
            self = .company(company, called: fields.text("$.called"), article: fields.text("$.article"))
        case "agreement":
            guard let agreement = AgreementReference(fields, at: "$") else { return nil }
            self = .agreement(agreement)
        case "clause":
            guard let clause = ClauseReference(fields) else { return nil }
            self = .clause(clause)
        default:
            guard let article = fields.text("$.article") else { return nil }
            self = .article(article)
        }
    }

    var json: String {
        switch self {
        case .company(let company, let called, let article):
            JSONText.object(
                company.members + [("called", called.map(JSONText.quoted)), ("article", article.map(JSONText.quoted))])
        case .agreement(let agreement): agreement.json
        case .clause(let clause): clause.json
        case .article(let article): JSONText.object([("article", JSONText.quoted(article))])
        }
    }
}

extension Correction.Content {
    init(_ fields: Fields) {
        if let text = fields.text("$") {
            self = .text(text)
        } else if let agreement = AgreementReference(fields, at: "$") {
            self = .agreement(agreement)
        } else if let quote = fields.text("$.quote"), let start = fields.number("$.start"),
            let end = fields.number("$.end"), start >= 0, start < end
        {
            self = .quote(quote, TextRange(start, end))
        } else {
            self = .list(fields.list("$"))
        }
    }

    /// Nil for nothing.
    var json: String? {
        switch self {
        case .nothing: nil
        case .text(let text): JSONText.quoted(text)
        case .list(let list): JSONText.array(list)
        case .agreement(let agreement): agreement.json
        case .quote(let quote, let range):
            JSONText.object([
                ("quote", JSONText.quoted(quote)), ("start", String(range.start)), ("end", String(range.end)),
            ])
        }
    }
}
