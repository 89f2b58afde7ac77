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
    let decoder = PartyDecoder()
    /// A second deal of the same parties is one whose kind is likelier than this.
    private let secondKind: Float = 0.55

    package init(models: DealModels) { self.models = models }

    package func find(_ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus) -> [Found] {
        partySets(deal, clauses, focus).flatMap { set -> [Found] in
            let features = AgreementFeatures(deal, clauses, focus: focus, parties: set.parties)
            let kinds = features.kindRow().scores(models.kind).map { probability(logOdds: $0) }
            let best = kinds.bestIndex
            let chosen = kinds.indices.filter { $0 == best || kinds[$0] > secondKind }.sorted { ($0 == best ? 0 : 1, $0) < ($1 == best ? 0 : 1, $1) }
            return chosen.map { kind in
                let statuses = features.statusRow(kind: kind).scores(models.status).map { probability(logOdds: $0) }
                return Found(parties: set.parties, kind: kind, confidence: set.confidence, kinds: kinds, statuses: statuses.scaledToOne)
            }
        }
    }

    private func partySets(_ deal: DealText, _ clauses: [Extraction.Clause], _ focus: ClauseFocus) -> [PartyDecoder.PartySet] {
        let partyFeatures = PartyFeatures(deal: deal)
        let isParty = deal.companies.indices.map { probability(logOdds: partyFeatures.row($0).scores(models.party)[0]) }
        let features = PairFeatures(deal, clauses, focus: focus, isParty: isParty)
        var pairs: [(a: Int, b: Int, probability: Float)] = []
        for a in deal.companies.indices {
            for b in deal.companies.indices where a < b {
                let meetings = features.meetings(a, b)
                var dense = features.dense(a, b, meetings)
                dense.append(probability(logOdds: features.sparse(a, b, meetings).scores(models.pair)[0]))
                let value = dense.withUnsafeBufferPointer { row in row.baseAddress.map { models.pairTrees.value($0) } ?? 0 }
                pairs.append((a, b, probability(logOdds: value)))
            }
        }
        return decoder.sets(pairs, companies: deal.companies.count)
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
