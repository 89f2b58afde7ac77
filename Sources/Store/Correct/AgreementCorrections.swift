internal import Model

/// An agreement as its reports can be known by.
struct AgreementPattern {
    var kind: String
    /// What its parties are called in the end, and all names that they have had.
    var parties: [(name: String, names: CompanyNames)]
    var value: Money?
    var articles: Set<String>
    var isOnlyOne: Bool

    init(_ agreement: AgreementReference, _ later: LaterNames) {
        kind = agreement.kind
        parties = agreement.parties.map { (later[$0.name], later.names($0)) }
        value = agreement.value
        articles = Set(agreement.articles)
        isOnlyOne = agreement.isOnlyOne
    }
}

/// A correction of an agreement.
struct AgreementRule {
    var correction: Correction
    var pattern: AgreementPattern
    /// The agreement that it is merged with.
    var target: AgreementPattern?
    /// The names of its parties, where those are corrected.
    var parties: [String]

    init(_ correction: Correction, _ agreement: AgreementReference, _ later: LaterNames) {
        self.correction = correction
        pattern = AgreementPattern(agreement, later)
        if case .agreement(let target) = correction.after { self.target = AgreementPattern(target, later) }
        parties = correction.field == "parties" ? correction.list.map { later[$0] } : []
    }
}

extension Draft {
    mutating func apply(_ rule: AgreementRule) {
        if let target = rule.target { return merge(rule, into: target) }
        guard let index = report(of: rule.pattern) else { return noteRejection(before: rule) }
        applied.insert(rule.correction.id)
        switch rule.correction.action {
        case .splitAgreement: reports[index].grouping = rule.correction.id
        case .acceptAgreement:
            extraction.agreements[index].confidence = 1
            reports[index].accepted = rule.correction.id
        case .rejectAgreement:
            if let accepted = reports[index].accepted {
                overruled.insert(Contradiction(earlier: accepted, later: rule.correction.id))
            }
            rejectedAgreements.append((extraction.agreements[index], rule.correction.id))
            removeAgreement(index)
        case .setAgreement: set(rule, index)
        default: break
        }
    }

    /// Reports of either agreement belong together, and tell of the one that stays.
    private mutating func merge(_ rule: AgreementRule, into target: AgreementPattern) {
        let (merged, stays) = (report(of: rule.pattern), report(of: target))
        let found = Set([merged, stays].compactMap { $0 })
        for index in found { reports[index].grouping = rule.correction.id }
        if !found.isEmpty { applied.insert(rule.correction.id) }
        guard let merged else { return }
        // An article that took one agreement for two.
        if let stays, stays != merged {
            extraction.agreements[stays].complete(from: extraction.agreements[merged])
            return removeAgreement(merged, for: stays)
        }
        extraction.agreements[merged].kind = AgreementKind(rawValue: target.kind)
        extraction.agreements[merged].parties = target.parties.map { company(named: $0.name) }
    }

    private mutating func set(_ rule: AgreementRule, _ index: Int) {
        let correction = rule.correction
        // Who puts it right vouches for it.
        extraction.agreements[index].confidence = 1
        switch correction.field {
        case "kind":
            let known = reports[index].settings.first { $0.field == "kind" }?.text
            let read = known ?? extraction.agreements[index].kind.rawValue
            extraction.agreements[index].kind = AgreementKind(rawValue: correction.text)
            settle(Setting(field: "kind", correction: correction.id, text: read), index)
        case "parties":
            extraction.agreements[index].parties = rule.parties.map { company(named: $0) }
            settle(Setting(field: "parties", correction: correction.id), index)
            // One known party would not hold its reports together.
            reports[index].grouping = reports[index].grouping ?? correction.id
        case "value":
            let sum = Money(words: correction.text)
            settle(Setting(field: "value", correction: correction.id, text: sum?.currency, number: sum?.amount), index)
        case let field?:
            let text = correction.text.isEmpty ? nil : correction.text
            settle(Setting(field: field, correction: correction.id, text: text), index)
        case nil: break
        }
    }

    private mutating func settle(_ setting: Setting, _ index: Int) {
        var setting = setting
        setting.former = reports[index].settings.first { $0.field == setting.field }?.correction
        reports[index].settings.removeAll { $0.field == setting.field }
        reports[index].settings.append(setting)
    }

    /// Who puts an agreement right that is rejected did not know of it.
    private mutating func noteRejection(before rule: AgreementRule) {
        for (agreement, correction) in rejectedAgreements
        where rule.correction.action != .rejectAgreement && rank(of: agreement, rule.pattern) != nil {
            overruled.insert(Contradiction(earlier: correction, later: rule.correction.id))
        }
    }

    /// Takes an agreement out; its clauses belong to `other` then, if any.
    private mutating func removeAgreement(_ index: Int, for other: Int? = nil) {
        extraction.agreements.remove(at: index)
        reports.remove(at: index)
        for clause in extraction.clauses.indices {
            guard let agreement = extraction.clauses[clause].agreement else { continue }
            let stays = agreement == index ? other : agreement
            extraction.clauses[clause].agreement = stays.map { $0 > index ? $0 - 1 : $0 }
        }
    }

    /// The index of the agreement that is meant. In an article that is known to report it, the one that is most
    /// like it; in others one of that kind and just those parties, where no other agreement has them.
    func report(of pattern: AgreementPattern) -> Int? {
        var best: (index: Int, rank: [Int])?
        for (index, found) in extraction.agreements.enumerated() {
            guard let rank = rank(of: found, pattern) else { continue }
            if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true { best = (index, rank) }
        }
        return best?.index
    }

    /// How like the pattern the agreement is; nil where it is not the one that is meant.
    private func rank(of agreement: Extraction.Agreement, _ pattern: AgreementPattern) -> [Int]? {
        let isKnown = pattern.articles.contains(where: isReading)
        guard isKnown || pattern.isOnlyOne else { return nil }
        let parties = Set(agreement.parties.map { keys[$0] })
        let met = pattern.parties.count { party in parties.contains { party.names.contains($0) } }
        let isSame = met == pattern.parties.count && parties.count == pattern.parties.count
        let isKind = agreement.kind.rawValue == pattern.kind
        guard isKnown ? isSame || (isKind && met > 0) : isSame && isKind else { return nil }
        return [isKind ? 1 : 0, isSame ? 1 : 0, met, agreement.value == pattern.value ? 1 : 0]
    }

    /// Adds a report of an agreement that the article does not tell of by itself.
    mutating func add(_ pattern: AgreementPattern) -> Int {
        let parties = pattern.parties.map { company(named: $0.name) }
        extraction.agreements.append(
            Extraction.Agreement(kind: AgreementKind(rawValue: pattern.kind), status: .signed, parties: parties))
        reports.append(Report())
        return extraction.agreements.count - 1
    }
}

extension Extraction.Agreement {
    /// Takes over what this one does not say.
    fileprivate mutating func complete(from other: Extraction.Agreement) {
        value = value ?? other.value
        announced = announced ?? other.announced
        effective = effective ?? other.effective
        expires = expires ?? other.expires
    }
}
