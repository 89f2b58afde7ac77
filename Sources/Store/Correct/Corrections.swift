internal import Model

/// The corrections in force, and what they make of what an article says.
///
/// Facts are never edited: what the extractor read is kept as it was, and what is known is derived from it and
/// from this list, in this order. So a correction holds after the next ingest and the next extractor, none is
/// applied twice, and to take one back is to derive again without it.
struct Corrections {
    private var companies: [CompanyRule] = []
    private var agreements: [AgreementRule] = []
    /// By the SHA-256 of the article.
    private var clauses: [String: [ClauseRule]] = [:]

    init(_ corrections: [Correction]) {
        var (earlier, later) = (EarlierNames(), LaterNames())
        for correction in corrections.map({ earlier.follow($0) }).reversed() {
            switch correction.subject {
            case .company(let company, let called, let article):
                var names = CompanyNames(company)
                if correction.renames { names.insert(correction.text) }
                companies.append(
                    CompanyRule(
                        correction: correction, name: company.name, names: names, called: called, article: article))
                if correction.renames { later.precede(names, calledThen: correction.text) }
            case .agreement(let agreement):
                agreements.append(AgreementRule(correction, agreement, later))
            case .clause(let clause):
                clauses[clause.article, default: []].append(ClauseRule(correction, clause, later))
            case .article: break
            }
        }
        companies.reverse()
        agreements.reverse()
        for article in clauses.keys { clauses[article]?.reverse() }
    }

    var isEmpty: Bool { companies.isEmpty && agreements.isEmpty && clauses.isEmpty }

    /// What `entry` says once it is put right; nil where no correction concerns it.
    /// - Parameter earlier: SHA-256 of the earlier readings of its source.
    func draft(of entry: Entry, earlier: Set<String>) -> Draft? {
        if isEmpty { return nil }
        var draft = Draft(entry, earlier: earlier)
        for rule in companies where rule.article.map(draft.isReading) ?? true { draft.apply(rule) }
        for rule in agreements { draft.apply(rule) }
        for rule in clauses(of: draft) { draft.apply(rule) }
        return draft.applied.isEmpty && draft.held.isEmpty ? nil : draft
    }

    /// Those of the article, and those of its earlier readings as far as this one has their words, in the order in
    /// which they were made.
    private func clauses(of draft: Draft) -> [ClauseRule] {
        let own = clauses[draft.sha256] ?? []
        let former = draft.earlier.flatMap { clauses[$0] ?? [] }.compactMap { $0.moved(to: draft.article) }
        return former.isEmpty ? own : (own + former).sorted { $0.correction.id < $1.correction.id }
    }
}

extension Correction {
    /// Whether it calls all that is called so otherwise.
    fileprivate var renames: Bool { action == .mergeCompanies || action == .renameCompany }
}
