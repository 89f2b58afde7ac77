package import Model

/// Finds the agreements of an article: which companies, what kind, and how it stands.
package struct AgreementFinder: Sendable {
    /// An agreement with the probabilities behind it.
    package struct Found: Sendable {
        package var parties: [Int]
        package var kind: Int
        package var confidence: Float
        /// The probability of each kind and each status.
        package var kinds: [Float]
        package var statuses: [Float]

        package init(parties: [Int], kind: Int, confidence: Float, kinds: [Float], statuses: [Float]) {
            self.parties = parties
            self.kind = kind
            self.confidence = confidence
            self.kinds = kinds
            self.statuses = statuses
        }

        /// The likeliest status.
        package var status: Int { statuses.bestIndex }
    }

    let models: DealModels
    let decoder: PartyDecoder
    /// A second deal of the same parties is one whose kind is likelier than this.
    private let secondKind: Float = 0.55

    package init(models: DealModels, decoder: PartyDecoder = PartyDecoder()) {
        self.models = models
        self.decoder = decoder
    }

    /// What was found in an article.
    package struct Result {
        package var agreements: [Found]
        /// Pairs of companies `a < b` and the probability that they have an agreement; of very many companies those
        /// of the likeliest parties.
        package var pairs: [(a: Int, b: Int, probability: Float)]
        /// For each clause what speaks for its status in its words alone.
        var statusRows: [FeatureRow]
    }

    package func find(_ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, descriptions: Descriptions)
        -> Result
    {
        let statusRows = clauses.map {
            RoleFeatures(deal, $0, kind: -1, parties: [], descriptions: descriptions).statusRow(statuses: [])
        }
        let standing = statusRows.map {
            $0.scores(models.clauseStanding).map { probability(logOdds: $0) }.scaledToOne
        }
        let (candidates, pairs) = candidates(deal, clauses, focus)
        let sets = decoder.sets(candidates)
        let agreements = sets.flatMap {
            describe($0, among: sets.map(\.parties), deal, clauses, focus: focus, standing: standing)
        }
        return Result(agreements: agreements, pairs: pairs, statusRows: statusRows)
    }

    /// The agreement of a set of parties; several where they are of kinds that are likely beside each other.
    /// - Parameter standing: for each clause the probability of each status, told from its words alone.
    func describe(
        _ set: PartyDecoder.PartySet, among sets: [[Int]], _ deal: DealText, _ clauses: [Extraction.Clause],
        focus: ClauseFocus, standing: [[Float]]
    ) -> [Found] {
        let features = AgreementFeatures(deal, clauses, focus: focus, parties: set.parties, among: sets)
        let kinds = models.kinds(features)
        let best = kinds.bestIndex
        let chosen = [best] + kinds.indices.filter { $0 != best && kinds[$0] > secondKind }
        return chosen.map { kind in
            Found(
                parties: set.parties, kind: kind, confidence: set.confidence, kinds: kinds,
                statuses: models.statuses(features, kind: kind, clauseStatuses: standing).scaledToOne)
        }
    }

    /// The sets of companies that may have an agreement, and what the pairs have.
    private func candidates(_ deal: DealText, _ clauses: [Extraction.Clause], _ focus: ClauseFocus) -> (
        sets: [PartyDecoder.PartySet], pairs: [(a: Int, b: Int, probability: Float)]
    ) {
        let partyFeatures = PartyFeatures(deal: deal)
        let isParty = deal.companies.indices.map { probability(logOdds: partyFeatures.row($0).score(models.party)) }
        let features = PairFeatures(deal, clauses, focus: focus, isParty: isParty)
        let considered = Self.likeliest(isParty)
        var pairs: [(a: Int, b: Int, probability: Float)] = []
        var rows: [Float] = []
        for (place, a) in considered.enumerated() {
            for b in considered[(place + 1)...] {
                let meetings = features.meetings(a, b)
                rows += features.dense(a, b, meetings)
                rows.append(probability(logOdds: features.sparse(a, b, meetings).score(models.pair)))
                pairs.append((a, b, 0))
            }
        }
        for (index, value) in models.pairTrees.values(rows).enumerated() {
            pairs[index].probability = probability(logOdds: value)
        }
        let table = PairTable(pairs, companies: deal.companies.count)
        let sets = PartySetFeatures(deal, clauses, focus: focus, isParty: isParty, pairs: table)
        var setRows: [Float] = []
        for set in sets.candidates.sets { setRows += sets.row(set, pairRow: table.meanRow(of: set, rows[...])) }
        let found = zip(sets.candidates.sets, models.setTrees.values(setRows)).map { set, value in
            PartyDecoder.PartySet(parties: set, confidence: probability(logOdds: value))
        }
        return (found, pairs)
    }

    /// How many companies of a text are looked at in pairs: a list of a thousand names would take hours otherwise.
    private static let mostCompanies = 40

    /// The likeliest parties, in ascending order.
    private static func likeliest(_ isParty: [Float]) -> [Int] {
        guard isParty.count > mostCompanies else { return Array(isParty.indices) }
        return isParty.indices.sorted { (isParty[$1], $0) < (isParty[$0], $1) }.prefix(mostCompanies).sorted()
    }
}

extension DealModels {
    /// The probability of each kind.
    func kinds(_ features: AgreementFeatures) -> [Float] {
        let options = features.kindOptions(scores: features.kindRow().scores(kind))
        return kindTrees.values(options.table(ModelTerms.kinds.count)).map { probability(logOdds: $0) }
    }

    /// The probability of each status of an agreement of a kind.
    func statuses(_ features: AgreementFeatures, kind: Int, clauseStatuses: [[Float]]) -> [Float] {
        let scores = features.statusRow(kind: kind, clauseStatuses: clauseStatuses).scores(status)
        let options = features.statusOptions(scores: scores, kind: kind, clauseStatuses: clauseStatuses)
        return statusTrees.values(options.table(ModelTerms.statuses.count)).map { probability(logOdds: $0) }
    }
}

extension [Float] {
    /// Where the largest number stands; the first of equal ones.
    package var bestIndex: Int { indices.max { (self[$0], -$0) < (self[$1], -$1) } ?? 0 }

    package var scaledToOne: [Float] {
        let sum = reduce(0, +)
        return sum > 0 ? map { $0 / sum } : self
    }
}
