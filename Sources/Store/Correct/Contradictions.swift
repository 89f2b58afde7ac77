public import Model
internal import SQLite

extension Store {
    /// Corrections in force that contradict each other, as those of people who did not know of each other's do once
    /// their knowledge bases are merged. To take one of the two back, or to say anew what is right, settles it.
    public func contradictions() throws(StoreError) -> [Contradiction] {
        try wrap {
            let log = CorrectionLog(database)
            try log.refresh()
            let ids = try database.values(
                "SELECT id FROM correction WHERE undone_at IS NULL AND action <> 'forget' ORDER BY id", as: Int64.self)
            let corrections = try ids.compactMap { try log.correction($0) }
            var found = ContradictionFinder(corrections)
            for pair in try pairsInArticles(corrections, log).union(try pairsInAgreements()) { found.add(pair) }
            return try found.pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }.map {
                Contradiction(earlier: try record(of: $0.earlier), later: try record(of: $0.later))
            }
        }
    }

    /// Those that meet in one report of an agreement, or in one clause.
    private func pairsInArticles(
        _ corrections: [Correction], _ log: CorrectionLog
    ) throws -> Set<Draft.Contradiction> {
        let (scope, readings) = (Scope(database: database), try Readings(database))
        var articles: Set<Int64> = []
        for correction in corrections where ![.company, .article].contains(correction.action.subject) {
            articles.formUnion(try scope.articles(of: correction))
        }
        var pairs: Set<Draft.Contradiction> = []
        for article in articles.sorted() {
            guard let entry = try readings.entry(article), let draft = try log.draft(of: entry, article: article)
            else { continue }
            pairs.formUnion(draft.overruled)
            for setting in draft.reports.flatMap(\.settings) {
                guard let former = setting.former else { continue }
                pairs.insert(Draft.Contradiction(earlier: former, later: setting.correction))
            }
        }
        return pairs
    }

    /// Those that meet in an agreement, of several reports.
    private func pairsInAgreements() throws(SQLiteError) -> Set<Draft.Contradiction> {
        let rows = try database.rows(
            """
            SELECT DISTINCT one.correction_id, other.correction_id
            FROM agreement_setting AS one JOIN agreement_setting AS other USING (agreement_id, field)
            WHERE one.correction_id < other.correction_id AND field <> 'reports'
                AND NOT EXISTS (
                    SELECT 1 FROM agreement_setting AS last
                    WHERE last.agreement_id = one.agreement_id AND last.field = one.field
                    AND last.correction_id > other.correction_id)
            """, as: Int64.self, Int64.self)
        return Set(rows.map { Draft.Contradiction(earlier: $0.0, later: $0.1) })
    }
}

/// Finds, of corrections of the same thing, those whose authors did not know of each other.
private struct ContradictionFinder {
    private let corrections: [Int64: Correction]
    private let names: LaterNames
    private(set) var pairs: Set<Draft.Contradiction> = []

    /// - Parameter corrections: those in force, in their order.
    init(_ corrections: [Correction]) {
        self.corrections = Dictionary(corrections.map { ($0.id, $0) }) { first, _ in first }
        var later = LaterNames()
        for correction in corrections.reversed() {
            guard [.renameCompany, .mergeCompanies].contains(correction.action),
                case .company(let company, _, _) = correction.subject
            else { continue }
            var names = CompanyNames(company)
            names.insert(correction.text)
            later.precede(names, calledThen: correction.text)
        }
        names = later
        addCompanies(corrections.filter { $0.action.subject == .company })
    }

    mutating func add(_ pair: Draft.Contradiction) {
        guard let earlier = corrections[pair.earlier], let later = corrections[pair.later],
            later.action != earlier.action
                || (!isSame(later.after, earlier.after) && !isSame(later.before, earlier.after)),
            !isKnown(earlier, to: later), !isDecided(earlier, later)
        else { return }
        pairs.insert(pair)
    }

    /// Whether the later one changes what a third one said after the earlier: who made it saw both.
    private func isDecided(_ earlier: Correction, _ later: Correction) -> Bool {
        corrections.values.contains { between in
            between.id > earlier.id && between.id < later.id && between.action == later.action
                && between.field == later.field && isSame(later.before, between.after)
                && !between.articles.isDisjoint(with: later.articles)
        }
    }

    /// Whether who rejects a clause saw what another made of it.
    private func isKnown(_ earlier: Correction, to later: Correction) -> Bool {
        guard later.action == .rejectClause, earlier.action == .setClause, case .clause(let clause) = later.subject
        else { return false }
        let said: Correction.Content? =
            switch earlier.field {
            case "type": .text(clause.type)
            case "status": .text(clause.status)
            case "obligor": .list(clause.obligors)
            case "beneficiary": .list(clause.beneficiaries)
            case "amount": .text(clause.amount?.words ?? "")
            case "percent": .text(clause.percent.map { "\($0)" } ?? "")
            case "speaker": .text(clause.speaker ?? "")
            case "quote": .quote(clause.quote, clause.range)
            case "agreement": clause.agreement.map { .agreement($0) } ?? .nothing
            default: nil
            }
        return said.map { isSame($0, earlier.after) } ?? false
    }

    private func isSame(_ one: Correction.Content, _ other: Correction.Content) -> Bool {
        switch (one, other) {
        case (.list(let one), .list(let other)): Set(one.map { names[$0] }) == Set(other.map { names[$0] })
        // Of an empty list nothing is left to tell it from nothing.
        case (.list(let list), .nothing), (.nothing, .list(let list)): list.isEmpty
        case (.agreement(let one), .agreement(let other)):
            one.kind == other.kind
                && Set(one.parties.map { names[$0.name] }) == Set(other.parties.map { names[$0.name] })
        default: one == other
        }
    }

    // MARK: Companies

    private mutating func addCompanies(_ corrections: [Correction]) {
        for (place, later) in corrections.enumerated() {
            for earlier in corrections[..<place] where contradict(earlier, later) {
                // Somebody has decided since, or in between.
                let isSettled = corrections.contains {
                    $0.id > earlier.id && $0.id != later.id && $0.action == .renameCompany
                        && [earlier.after, later.after].contains($0.before)
                }
                if !isSettled { pairs.insert(Draft.Contradiction(earlier: earlier.id, later: later.id)) }
            }
        }
    }

    private func contradict(_ earlier: Correction, _ later: Correction) -> Bool {
        let (one, other) = (CompanyKey(earlier.companyName), CompanyKey(later.companyName))
        let (first, second) = (CompanyKey(earlier.text), CompanyKey(later.text))
        switch (earlier.action, later.action) {
        case (.renameCompany, .renameCompany): return one == other && earlier.text != later.text
        case (.mergeCompanies, .mergeCompanies): return one == other && first != second
        case (.addAlias, .addAlias):
            return first == second && one != other && names[earlier.companyName] != names[later.companyName]
        case (.mergeCompanies, .distinguishCompanies), (.distinguishCompanies, .mergeCompanies):
            return Set([one, first]) == Set([other, second])
        default: return false
        }
    }
}

extension Correction {
    /// The SHA-256 of the articles that it is known to be about.
    fileprivate var articles: Set<String> {
        switch subject {
        case .company, .article: []
        case .agreement(let agreement): Set(agreement.articles)
        case .clause(let clause): [clause.article]
        }
    }

    /// What the company that it is about was called.
    fileprivate var companyName: String {
        if case .company(let company, _, _) = subject { company.name } else { "" }
    }
}

extension Correction.Action {
    fileprivate enum SubjectKind { case company, agreement, clause, article }

    fileprivate var subject: SubjectKind {
        switch self {
        case .mergeCompanies, .renameCompany, .splitCompany, .distinguishCompanies, .addAlias, .removeAlias: .company
        case .mergeAgreements, .splitAgreement, .setAgreement, .acceptAgreement, .rejectAgreement: .agreement
        case .addClause, .setClause, .acceptClause, .rejectClause: .clause
        case .forget: .article
        }
    }
}
