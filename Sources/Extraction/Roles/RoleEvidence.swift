internal import Model

/// What is known of a clause before its roles are decided: who may have one, and what speaks for each.
package struct RoleEvidence {
    let features: RoleFeatures
    /// How near each company of the article stands.
    let near: [Float]
    /// What the likeliest pair of each company has.
    let tied: [Float]
    /// Those that may have a role of their own.
    let companies: [Int]
    /// For each company of the article: log-odds of owing, of getting, and what speaks for owing rather than
    /// getting; 0 for those that are not in `companies`.
    let owes: [Float]
    let gets: [Float]
    let leans: [Float]
    /// The probability of each form.
    let forms: [Float]
    /// Those that may have one together.
    let groups: [[Int]]
    /// The agreements of the article, and the probability that the clause belongs to each.
    let agreements: [[Int]]
    let links: [Float]
    /// The companies that are named in the quote, or stand for what is.
    let named: [Int]
    /// The article is wire copy, which has habits of its own.
    let isWire: Bool
    /// What all clauses of its agreement tell together, where that has two parties.
    var balance: Balance?

    /// The log-odds of something being so of the first of two parties rather than of the second.
    struct Balance {
        var first: Int
        var second: Int
        /// It owes the clause, all clauses told.
        var owes: Float
        /// It is the provider.
        var provides: Float
    }

    package var hypotheses: [RoleHypothesis] { RoleHypothesis.all(companies: companies, groups: groups) }

    /// Numbers a row.
    package static let columns = 44

    /// What speaks for a hypothesis.
    package func row(_ hypothesis: RoleHypothesis, _ pairs: PairTable) -> [Float] {
        var row: [Float] = []
        row.reserveCapacity(Self.columns)
        append(hypothesis, pairs, to: &row)
        return row
    }

    /// As `row`, at the end of `row`.
    func append(_ hypothesis: RoleHypothesis, _ pairs: PairTable, to row: inout [Float]) {
        let (owe, get) = (hypothesis.owe, hypothesis.get)
        let form = hypothesis.form
        row.append(Float(form.rawValue))
        row.append(Float(owe.count))
        row.append(Float(get.count))
        row.append(forms[form.rawValue])
        row.append(forms.max() ?? 0)
        row.append(forms[RoleForm.directed.rawValue])
        row.append(forms[RoleForm.nobody.rawValue])
        appendSide(owe, owes, &row)
        appendSide(owe, gets, &row)
        appendSide(get, owes, &row)
        appendSide(get, gets, &row)
        let lean = (least(owe, leans) ?? 0) - (get.map { leans[$0] }.max() ?? 0)
        row.append(owe.isEmpty || get.isEmpty || owe == get ? 0 : lean)
        appendBalance(owe, get, &row)
        appendTies(owe, get, pairs, &row)
        appendPlaces(owe, get, &row)
        row.append(isWire ? 1 : 0)
    }

    private func least(_ side: [Int], _ values: [Float]) -> Float? { side.lazy.map { values[$0] }.min() }

    /// The score of a side, and how far it lies above the best of the others.
    private func appendSide(_ side: [Int], _ values: [Float], _ row: inout [Float]) {
        let score = least(side, values) ?? -9
        let rival = companies.lazy.filter { !side.contains($0) }.map { values[$0] }.max() ?? -9
        row.append(score)
        row.append(side.isEmpty ? rival : score - rival)
    }

    private func appendBalance(_ owe: [Int], _ get: [Int], _ row: inout [Float]) {
        var sign: Float = 0
        if let balance, owe != get {
            func leans(_ side: [Int]) -> Float {
                side.first.map { $0 == balance.first ? 1 : $0 == balance.second ? -1 : 0 } ?? 0
            }
            sign = (leans(owe) - leans(get)) / 2
        }
        row.append(sign * (balance?.owes ?? 0))
        row.append(sign * (balance?.provides ?? 0))
    }

    /// How sure it is that those who owe and those who get have an agreement, and that it is that of the clause.
    private func appendTies(_ owe: [Int], _ get: [Int], _ pairs: PairTable, _ row: inout [Float]) {
        let all = owe + get.filter { !owe.contains($0) }
        var weakest: Float = all.count > 1 ? 1 : all.first.map { tied[$0] } ?? 0
        for (index, a) in all.enumerated() {
            for b in all[..<index] { weakest = min(weakest, pairs[a, b]) }
        }
        row.append(weakest)
        row.append(companies.map { tied[$0] }.max() ?? 0)
        var (inside, exact): (Float, Float) = (0, 0)
        for (parties, link) in zip(agreements, links) where all.allSatisfy(parties.contains) {
            inside += link
            if parties.count == all.count { exact += link }
        }
        row.append(inside)
        row.append(exact)
        row.append(links.max() ?? 0)
        row.append(Float(agreements.count))
        row.append(Float(companies.count))
        let best = links.isEmpty ? [] : agreements[links.bestIndex]
        row.append(Float(best.count))
    }

    /// Where those of a hypothesis stand in the clause.
    private func appendPlaces(_ owe: [Int], _ get: [Int], _ row: inout [Float]) {
        let all = owe + get
        row.append(least(owe, near) ?? -1)
        row.append(least(get, near) ?? -1)
        row.append(companies.lazy.filter { !all.contains($0) }.map { near[$0] }.max() ?? 0)
        row.append(Float(named.count))
        row.append(Float(named.count { !all.contains($0) }))
        let actors = features.actors
        let first = actors.actors.first { $0.company >= 0 }?.company ?? -1
        let last = actors.actors.last { $0.company >= 0 }?.company ?? -1
        func stands(_ company: Int) -> Float {
            company < 0 ? -1 : owe.contains(company) ? 1 : get.contains(company) ? 2 : 0
        }
        row.append(stands(first))
        row.append(first == last ? -2 : stands(last))
        row.append(stands(actors.subject))
        row.append(Float(actors.actors.first?.form.rawValue ?? -1))
        row.append(actors.actors.contains { $0.form == .group } ? 1 : 0)
        row.append(Float(actors.actors.count { $0.form == .noun }))
        row.append(Float(actors.quote.count))
        let rank = features.parties
        row.append(Float(owe.first.flatMap(rank.firstIndex) ?? -1))
        row.append(Float(get.first.flatMap(rank.firstIndex) ?? -1))
        row.append(actors.verbs.contains(where: \.isPassive) ? 1 : 0)
        row.append(
            actors.sentence >= 0 ? Float(features.deal.text.article.sentences[actors.sentence].role.rawValue) : -1)
        row.append(Float(min(actors.sentence, 20)))
    }
}
