/// How companies are called after the corrections that came before one.
///
/// Who makes a correction names companies as kb calls them then. A name that an earlier correction has changed is found
/// in one of another knowledge base only, whose author did not know of it: it means what that made of the company.
struct EarlierNames {
    private var now: [CompanyKey: String] = [:]

    private subscript(name: String) -> String {
        let key = CompanyKey(name)
        return now[key] ?? now[key.bare] ?? name
    }

    /// Takes the next correction.
    /// - Returns: it, in terms of what it finds.
    mutating func follow(_ correction: Correction) -> Correction {
        let correction = translated(correction)
        switch (correction.action, correction.subject) {
        case (.renameCompany, .company(let company, _, _)), (.mergeCompanies, .company(let company, _, _)):
            for key in CompanyNames(company).keys { now[key] = correction.text }
            now[CompanyKey(correction.text)] = nil
        case (.splitCompany, _), (.addAlias, _): now[CompanyKey(correction.text)] = nil
        default: break
        }
        return correction
    }

    private func translated(_ correction: Correction) -> Correction {
        if now.isEmpty { return correction }
        var correction = correction
        switch correction.subject {
        case .company(let company, let called, let article):
            correction.subject = .company(translated(company), called: called, article: article)
            if correction.action == .mergeCompanies { correction.after = .text(self[correction.text]) }
        case .agreement(let agreement): correction.subject = .agreement(translated(agreement))
        case .clause(var clause):
            clause.obligors = clause.obligors.map { self[$0] }
            clause.beneficiaries = clause.beneficiaries.map { self[$0] }
            clause.agreement = clause.agreement.map(translated)
            correction.subject = .clause(clause)
        case .article: break
        }
        switch correction.after {
        case .agreement(let agreement): correction.after = .agreement(translated(agreement))
        case .list(let names): correction.after = .list(names.map { self[$0] })
        default: break
        }
        return correction
    }

    private func translated(_ company: CompanyReference) -> CompanyReference {
        CompanyReference(name: self[company.name], names: company.names)
    }

    private func translated(_ agreement: AgreementReference) -> AgreementReference {
        var agreement = agreement
        agreement.parties = agreement.parties.map(translated)
        return agreement
    }
}
