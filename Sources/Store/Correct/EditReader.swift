internal import Model
internal import SQLite

/// Turns what people ask for into a correction, in words that outlive ids, and refuses what cannot be.
struct EditReader {
    let database: Database

    var finder: ReferenceFinder { ReferenceFinder(database: database) }
    var lookup: Lookup { Lookup(database: database) }

    func correction(_ edit: Edit) throws -> Correction {
        switch edit {
        case .mergeCompanies(let name, let target): return try merge(name, into: target)
        case .renameCompany(let name, let new): return try rename(name, to: new)
        case .splitCompany(let name, let called, let article, let new):
            return try split(name, called: called, article: article, as: new)
        case .distinguishCompanies(let one, let other):
            let (first, second) = (try finder.company(one), try finder.company(other))
            guard first.id != second.id else { throw refusal("'\(one)' and '\(other)' are one company already") }
            return Correction(
                action: .distinguishCompanies, subject: .company(first.reference), after: .text(second.reference.name))
        case .addAlias(let alias, let name): return try addAlias(alias, to: name)
        case .removeAlias(let alias, let name): return try removeAlias(alias, of: name)
        case .mergeAgreements(let name, let target): return try merge(agreement: name, into: target)
        case .splitAgreement(let name, let articles): return try split(agreement: name, articles)
        case .setAgreement(let name, let field, let value): return try set(agreement: name, field, value)
        case .acceptAgreement(let name):
            return Correction(action: .acceptAgreement, subject: .agreement(try finder.agreement(name).reference))
        case .rejectAgreement(let name):
            let (id, agreement) = try finder.agreement(name)
            return Correction(action: .rejectAgreement, subject: .agreement(agreement), recordID: id)
        case .addClause(let clause): return try add(clause)
        case .setClause(let id, let field, let value): return try set(clause: id, field, value)
        case .acceptClause(let id): return try clause(id, .acceptClause)
        case .rejectClause(let id): return try clause(id, .rejectClause)
        }
    }

    func refusal(_ reason: String, hint: String? = nil) -> StoreError { .refused(reason: reason, hint: hint) }

    private func clause(_ id: Int64, _ action: Correction.Action) throws -> Correction {
        Correction(action: action, subject: .clause(try finder.clause(id)), recordID: id)
    }
}

// Companies.
extension EditReader {
    private func merge(_ name: String, into target: String) throws -> Correction {
        let (merged, stays) = (try finder.company(name), try finder.company(target))
        guard merged.id != stays.id else { throw refusal("'\(name)' and '\(target)' are one company already") }
        return Correction(
            action: .mergeCompanies, subject: .company(merged.reference), before: .text(merged.reference.name),
            after: .text(stays.reference.name), recordID: merged.id)
    }

    private func rename(_ name: String, to new: String) throws -> Correction {
        let company = try finder.company(name)
        let new = try nonEmpty(new, "name")
        guard company.reference.name != new else { throw refusal("it is called '\(new)' already") }
        try requireFree(new, besides: company.id)
        return Correction(
            action: .renameCompany, subject: .company(company.reference), before: .text(company.reference.name),
            after: .text(new))
    }

    private func split(_ name: String, called: String?, article: String?, as new: String) throws -> Correction {
        let company = try finder.company(name)
        let new = try nonEmpty(new, "name")
        guard CompanyKey(new) != CompanyKey(company.reference.name) else {
            throw refusal("'\(new)' is the name of the company itself", hint: "Give the other company another name.")
        }
        if let called { try requireName(called, of: company) }
        let sha256 = try article.flatMap { try finder.sha256(of: try lookup.article($0)) }
        return Correction(
            action: .splitCompany, subject: .company(company.reference, called: called, article: sha256),
            before: .text(company.reference.name), after: .text(new), recordID: company.id)
    }

    private func addAlias(_ alias: String, to name: String) throws -> Correction {
        let company = try finder.company(name)
        let alias = try nonEmpty(alias, "alias")
        try requireFree(alias, besides: company.id)
        let known = try database.value(
            "SELECT EXISTS (SELECT 1 FROM company_name WHERE company_id = ?1 AND name = ?2 AND kind <> 'product')",
            [company.id, alias], as: Bool.self)
        guard known != true else { throw refusal("'\(alias)' is a name of \(company.reference.name) already") }
        return Correction(action: .addAlias, subject: .company(company.reference), after: .text(alias))
    }

    private func removeAlias(_ alias: String, of name: String) throws -> Correction {
        let company = try finder.company(name)
        try requireName(alias, of: company)
        guard CompanyKey(alias) != CompanyKey(company.reference.name) else {
            throw refusal(
                "'\(alias)' is what \(company.reference.name) is called",
                hint: "Give it another name first: kb company rename '\(company.reference.name)' NAME")
        }
        return Correction(
            action: .removeAlias, subject: .company(company.reference, called: alias), before: .text(alias))
    }

    private func nonEmpty(_ text: String, _ what: String) throws -> String {
        let text = String(text.drop { $0 == " " })
        guard text.contains(where: { $0 != " " }) else { throw refusal("the \(what) is empty") }
        return text
    }

    /// A name that another company has is no free one: then the two are to be merged.
    private func requireFree(_ name: String, besides company: Int64) throws {
        let key = IdentityKey(name)
        let other = try database.rows(
            "SELECT id, name FROM company WHERE normalized = ?1 AND legal_form = ?2 AND id <> ?3",
            [key.normalized, key.legalForm, company], as: Int64.self, String.self
        ).first
        guard let other else { return }
        throw refusal(
            "there is another company called '\(other.1)'",
            hint: "If it is the same: kb company merge \(company) \(other.0)")
    }

    private func requireName(_ name: String, of company: (id: Int64, reference: CompanyReference)) throws {
        let key = CompanyKey(name)
        let names = try database.values(
            "SELECT DISTINCT name FROM company_name WHERE company_id = ?1 AND kind <> 'product' ORDER BY name",
            [company.id], as: String.self)
        guard !names.contains(where: { CompanyKey($0) == key }) else { return }
        throw StoreError.unknown(kind: "name of \(company.reference.name)", name: name, similar: names)
    }
}
