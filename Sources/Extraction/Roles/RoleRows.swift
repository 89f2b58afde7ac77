internal import Model

/// What speaks for each hypothesis of the roles of a clause, as rows for the trees.
///
/// Half of a row is alike for all hypotheses and made once a clause, a fifth hangs on one side and is made once a side;
/// who is on a side is looked up in marks. Made anew for each, with lists of who is where, the rows took two thirds as
/// long as the trees that read them.
struct RoleRows {
    /// One row after the other.
    private(set) var table: [Float] = []

    private let evidence: RoleEvidence
    private let pairs: PairTable
    /// For each company whether it is among those who owe (1) and those who get (2).
    private var marks: [UInt8]
    /// For each agreement, one number a company: whether it is a party.
    private let isParty: [Bool]
    /// Those who owe or get, each once.
    private var all: [Int] = []
    private let shared: Shared

    /// What all hypotheses have alike.
    private struct Shared {
        var likeliestForm: Float
        var tied: Float
        var link: Float
        /// Of the likeliest agreement.
        var parties: Float
        var named: Float
        /// The companies of the first and the last actor that has one; -1 for none.
        var first: Int
        var last: Int
        var firstForm: Float
        var hasGroup: Float
        var nouns: Float
        var isPassive: Float
        var role: Float

        init(_ evidence: RoleEvidence) {
            let actors = evidence.features.actors
            likeliestForm = evidence.forms.max() ?? 0
            tied = evidence.companies.lazy.map { evidence.tied[$0] }.max() ?? 0
            link = evidence.links.max() ?? 0
            parties = evidence.links.isEmpty ? 0 : Float(evidence.agreements[evidence.links.bestIndex].count)
            named = Float(evidence.named.count)
            first = actors.actors.first { $0.company >= 0 }?.company ?? -1
            last = actors.actors.last { $0.company >= 0 }?.company ?? -1
            firstForm = Float(actors.actors.first?.form.rawValue ?? -1)
            hasGroup = actors.actors.contains { $0.form == .group } ? 1 : 0
            nouns = Float(actors.actors.count { $0.form == .noun })
            isPassive = actors.verbs.contains(where: \.isPassive) ? 1 : 0
            let sentences = evidence.features.deal.text.article.sentences
            role = actors.sentence >= 0 ? Float(sentences[actors.sentence].role.rawValue) : -1
        }
    }

    init(_ evidence: RoleEvidence, _ pairs: PairTable) {
        self.evidence = evidence
        self.pairs = pairs
        let count = evidence.near.count
        marks = [UInt8](repeating: 0, count: count)
        var isParty = [Bool](repeating: false, count: evidence.agreements.count * count)
        for (agreement, parties) in evidence.agreements.enumerated() {
            for party in parties { isParty[agreement * count + party] = true }
        }
        self.isParty = isParty
        shared = Shared(evidence)
        let companies = evidence.companies.count
        table.reserveCapacity(RoleEvidence.columns * (companies + 1) * (companies + 1 + 2 * evidence.groups.count))
    }

    /// Adds the row of a hypothesis.
    mutating func append(owe owing: RoleSide, get getting: RoleSide) {
        let (owe, get) = (owing.companies, getting.companies)
        for company in owe { marks[company] |= 1 }
        for company in get { marks[company] |= 2 }
        let form = RoleHypothesis(owe: owe, get: get).form
        table.append(Float(form.rawValue))
        table.append(Float(owe.count))
        table.append(Float(get.count))
        table.append(evidence.forms[form.rawValue])
        table.append(shared.likeliestForm)
        table.append(evidence.forms[RoleForm.directed.rawValue])
        table.append(evidence.forms[RoleForm.nobody.rawValue])
        for side in [owing.owes, owing.gets, getting.owes, getting.gets] {
            table.append(side.score)
            table.append(side.lead)
        }
        table.append(owe.isEmpty || get.isEmpty || owe == get ? 0 : lean(owe, get))
        appendBalance(owe, get)
        appendTies(owe, get)
        appendPlaces(owing, getting)
        table.append(evidence.isWire ? 1 : 0)
        for company in owe { marks[company] = 0 }
        for company in get { marks[company] = 0 }
    }

    private func lean(_ owe: [Int], _ get: [Int]) -> Float {
        (evidence.leans.least(of: owe) ?? 0) - (get.lazy.map { evidence.leans[$0] }.max() ?? 0)
    }

    /// How near the nearest company stands that is on no side.
    private var nearestOutside: Float {
        var nearest: Float?
        for company in evidence.companies where marks[company] == 0 {
            nearest = max(nearest ?? evidence.near[company], evidence.near[company])
        }
        return nearest ?? 0
    }

    private mutating func appendBalance(_ owe: [Int], _ get: [Int]) {
        var sign: Float = 0
        if let balance = evidence.balance, owe != get {
            func leans(_ side: [Int]) -> Float {
                side.first.map { $0 == balance.first ? 1 : $0 == balance.second ? -1 : 0 } ?? 0
            }
            sign = (leans(owe) - leans(get)) / 2
        }
        table.append(sign * (evidence.balance?.owes ?? 0))
        table.append(sign * (evidence.balance?.provides ?? 0))
    }

    /// How sure it is that those who owe and those who get have an agreement, and that it is that of the clause.
    private mutating func appendTies(_ owe: [Int], _ get: [Int]) {
        all.removeAll(keepingCapacity: true)
        all += owe
        for company in get where marks[company] & 1 == 0 { all.append(company) }
        var weakest: Float = all.count > 1 ? 1 : all.first.map { evidence.tied[$0] } ?? 0
        for (index, a) in all.enumerated() {
            for b in all[..<index] { weakest = min(weakest, pairs[a, b]) }
        }
        table.append(weakest)
        table.append(shared.tied)
        var (inside, exact): (Float, Float) = (0, 0)
        for (agreement, link) in evidence.links.enumerated() {
            let first = agreement * marks.count
            guard all.allSatisfy({ isParty[first + $0] }) else { continue }
            inside += link
            if evidence.agreements[agreement].count == all.count { exact += link }
        }
        table.append(inside)
        table.append(exact)
        table.append(shared.link)
        table.append(Float(evidence.agreements.count))
        table.append(Float(evidence.companies.count))
        table.append(shared.parties)
    }

    /// Where those of a hypothesis stand in the clause.
    private mutating func appendPlaces(_ owe: RoleSide, _ get: RoleSide) {
        let actors = evidence.features.actors
        table.append(owe.near)
        table.append(get.near)
        table.append(nearestOutside)
        table.append(shared.named)
        table.append(Float(evidence.named.count { marks[$0] == 0 }))
        table.append(stands(shared.first))
        table.append(shared.first == shared.last ? -2 : stands(shared.last))
        table.append(stands(actors.subject))
        table.append(shared.firstForm)
        table.append(shared.hasGroup)
        table.append(shared.nouns)
        table.append(Float(actors.quote.count))
        table.append(owe.place)
        table.append(get.place)
        table.append(shared.isPassive)
        table.append(shared.role)
        table.append(Float(min(actors.sentence, 20)))
    }

    private func stands(_ company: Int) -> Float {
        company < 0 ? -1 : marks[company] & 1 != 0 ? 1 : marks[company] & 2 != 0 ? 2 : 0
    }
}
