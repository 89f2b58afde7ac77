internal import Model

extension Draft {
    /// Applies a correction of a clause. Who puts a clause right vouches for it: where another extractor misses
    /// it, it is put back as it was.
    mutating func apply(_ rule: ClauseRule) {
        let (correction, clause) = (rule.correction, rule.clause)
        var index = place(of: clause, type: clause.type)
        if index == nil, correction.field == "type" { index = place(of: clause, type: correction.text) }
        if correction.action == .rejectClause {
            rejectedClauses.append((clause, correction.id))
            if let index {
                for earlier in clauseSettings[index].values {
                    overruled.insert(Contradiction(earlier: earlier, later: correction.id))
                }
                removeClause(index)
            }
            note(correction, found: index != nil)
            return
        }
        note(correction, found: index != nil)
        if index == nil { noteRejection(before: rule) }
        guard let index = index ?? putBack(rule) else { return }
        clauseIDs[index] = correction.recordID ?? clauseIDs[index]
        extraction.clauses[index].confidence = 1
        switch correction.action {
        case .addClause: fill(index, rule)
        case .setClause: set(rule, ofClause: index)
        default: clauseSettings[index][""] = correction.id
        }
    }

    /// Who puts a clause right that is rejected did not know of it.
    private mutating func noteRejection(before rule: ClauseRule) {
        for (clause, correction) in rejectedClauses
        where rule.correction.action != .addClause && clause.type == rule.clause.type
            && clause.range.overlap(with: rule.clause.range) > 0.5
        {
            overruled.insert(Contradiction(earlier: correction, later: rule.correction.id))
        }
    }

    private mutating func note(_ correction: Correction, found: Bool) {
        if found { applied.insert(correction.id) } else { held.insert(correction.id) }
    }

    /// The index of the clause of this type at this place, or overlapping it by more than half.
    private mutating func place(of clause: ClauseReference, type: String) -> Int? {
        var best: (index: Int, share: Double)?
        for index in extraction.clauses.indices where extraction.clauses[index].type.rawValue == type {
            let share = codePoints(extraction.clauses[index].quote).overlap(with: clause.range)
            if share > max(0.5, best?.share ?? 0) { best = (index, share) }
        }
        return best?.index
    }

    private mutating func putBack(_ rule: ClauseRule) -> Int? {
        guard let quote = bytes(rule.clause.range) else { return nil }
        extraction.clauses.append(Extraction.Clause(type: ClauseType(rawValue: rule.clause.type), quote: quote))
        clauseIDs.append(nil)
        clauseSettings.append([:])
        fill(extraction.clauses.count - 1, rule)
        return extraction.clauses.count - 1
    }

    /// Makes the clause at `index` as it was when it was put right.
    private mutating func fill(_ index: Int, _ rule: ClauseRule) {
        let clause = rule.clause
        if let quote = bytes(clause.range) { extraction.clauses[index].quote = quote }
        extraction.clauses[index].status = ClauseStatus(rawValue: clause.status) ?? .stated
        extraction.clauses[index].obligors = rule.obligors.map { company(named: $0) }
        extraction.clauses[index].beneficiaries = rule.beneficiaries.map { company(named: $0) }
        extraction.clauses[index].values = []
        if let amount = clause.amount { say(.money(amount), in: index) }
        if let percent = clause.percent { say(.percent(percent), in: index) }
        extraction.clauses[index].speaker = clause.speaker.flatMap { words($0, before: index) }
        extraction.clauses[index].agreement = rule.former.flatMap { report(of: $0) }
    }

    private mutating func set(_ rule: ClauseRule, ofClause index: Int) {
        let text = rule.correction.text
        if let field = rule.correction.field {
            if let earlier = clauseSettings[index].updateValue(rule.correction.id, forKey: field) {
                overruled.insert(Contradiction(earlier: earlier, later: rule.correction.id))
            }
        }
        switch rule.correction.field {
        case "type":
            extraction.clauses[index].type = ClauseType(rawValue: text)
            removeTwins(of: index)
        case "status": extraction.clauses[index].status = ClauseStatus(rawValue: text) ?? .stated
        case "quote":
            guard case .quote(_, let range) = rule.correction.after, let quote = bytes(range) else { return }
            extraction.clauses[index].quote = quote
        case "obligor": extraction.clauses[index].obligors = rule.parties.map { company(named: $0) }
        case "beneficiary": extraction.clauses[index].beneficiaries = rule.parties.map { company(named: $0) }
        case "amount":
            extraction.clauses[index].values.removeAll { if case .money = $0.content { true } else { false } }
            if let sum = Money(words: text) { say(.money(sum), in: index) }
        case "percent":
            extraction.clauses[index].values.removeAll { if case .percent = $0.content { true } else { false } }
            if let percent = Double(text) { say(.percent(percent), in: index) }
        case "speaker":
            extraction.clauses[index].speaker = text.isEmpty ? nil : words(text, before: index)
        case "agreement":
            extraction.clauses[index].agreement = rule.agreement.map { report(of: $0) ?? add($0) }
        default: break
        }
    }

    /// Puts a value first that a person gave; it is said, as far as that can be told, by the whole quote.
    private mutating func say(_ content: Value.Content, in index: Int) {
        extraction.clauses[index].values.insert(Value(content, range: extraction.clauses[index].quote), at: 0)
    }

    /// Another clause of the same type at the same place would now say the same twice.
    private mutating func removeTwins(of index: Int) {
        let clause = extraction.clauses[index]
        for other in extraction.clauses.indices.reversed()
        where other != index && extraction.clauses[other].type == clause.type
            && extraction.clauses[other].quote == clause.quote
        {
            removeClause(other)
        }
    }

    private mutating func removeClause(_ index: Int) {
        extraction.clauses.remove(at: index)
        clauseIDs.remove(at: index)
        clauseSettings.remove(at: index)
    }

    /// Where the article says these words: next before the end of the clause's quote, else first.
    private func words(_ words: String, before index: Int) -> TextRange? {
        let places = article.places(of: words)
        return places.last { $0.end <= extraction.clauses[index].quote.end } ?? places.first
    }
}
