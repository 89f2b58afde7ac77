import Model

extension Edit {
    /// The correction as a line that `kb import` reads; null for those that no question has for an answer.
    /// - Parameters:
    ///   - companies: names for ids; so for articles.
    func json(companies: [String: String] = [:], articles: [String: String] = [:]) -> JSON {
        func company(_ id: String) -> JSON { .string(companies[id] ?? id) }
        func agreement(_ id: String) -> JSON { Int(id).map { .int($0) } ?? .string(id) }
        return switch self {
        case .acceptClause(let id): Self.line("clause-accept", ["clause": .int(Int(id))])
        case .rejectClause(let id): Self.line("clause-reject", ["clause": .int(Int(id))])
        case .acceptAgreement(let id): Self.line("agreement-accept", ["agreement": agreement(id)])
        case .rejectAgreement(let id): Self.line("agreement-reject", ["agreement": agreement(id)])
        case .setAgreement(let id, let field, let value):
            Self.line(
                "agreement-set", ["agreement": agreement(id)], field: field.rawValue,
                after: .string(value.texts.joined(separator: " ")))
        case .mergeCompanies(let one, let other):
            Self.line("company-merge", ["company": company(one)], after: company(other))
        case .distinguishCompanies(let one, let other):
            Self.line("company-distinct", ["company": company(one)], after: company(other))
        case .splitCompany(let id, let called, let article, let name):
            Self.line(
                "company-split",
                [
                    "company": company(id), "called": .string(called),
                    "article": .string(article.map { articles[$0] ?? $0 }),
                ],
                after: .string(name))
        default: .null
        }
    }

    private static func line(_ action: String, _ subject: JSON, field: String? = nil, after: JSON? = nil) -> JSON {
        var members: [JSON.Member] = [
            .init(key: "action", value: .string(action)), .init(key: "subject", value: subject),
        ]
        if let field { members.append(.init(key: "field", value: .string(field))) }
        if let after { members.append(.init(key: "after", value: after)) }
        return .object(members)
    }
}
