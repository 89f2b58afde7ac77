package import Model

/// What speaks for the kind and the status of an agreement: the words, the cues and the clauses of the
/// sentences that tell of it.
package struct AgreementFeatures {
    let deal: DealText
    let clauses: [Extraction.Clause]
    let parties: [Int]
    let zones: AgreementZones
    /// For each clause, how much it is about the parties rather than others and those of other agreements, times how
    /// sure it is.
    let strengths: [Float]
    let numbers: NearNumbers
    /// What the cues say, which both the kind and the status are told by.
    private let cues: FeatureRow

    /// - Parameter sets: the parties of all agreements of the text, each in ascending order.
    package init(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, parties: [Int], among sets: [[Int]]
    ) {
        self.deal = deal
        self.clauses = clauses
        self.parties = parties
        let owners = SentenceOwners(deal, sets: sets, references: focus.references)
        zones = AgreementZones(deal, parties: parties, owners: owners)
        strengths = zip(clauses, focus.focus).map { clause, near in
            let sentence = deal.sentence(ofFirstTokenIn: clause.quote)
            func claim(_ set: [Int]) -> Float {
                Self.strength(near, set) * (owners.isOthers(sentence, set) ? Self.othersClaim : 1)
            }
            let own = claim(parties)
            return own * Float(clause.confidence) * own / sets.reduce(1e-3) { $0 + claim($1) }
        }
        numbers = NearNumbers(deal, zones)
        cues = Self.cues(deal, zones)
    }

    static let word = FeatureHash.of("word")
    static let pair = FeatureHash.of("pair")
    static let quote = FeatureHash.of("quote word")
    static let quotePair = FeatureHash.of("quote pair")
    static let count = FeatureHash.of("cue count")
    static let share = FeatureHash.of("cue share")
    static let type = FeatureHash.of("clause type")
    static let typeShare = FeatureHash.of("clause type share")
    static let name = FeatureHash.of("party name")
    static let shape = FeatureHash.of("shape")
    static let standing = FeatureHash.of("clause standing")
    static let stake = FeatureHash.of("stake")
    static let kind = FeatureHash.of("kind")

    /// What is left of a claim on a clause in a sentence that tells of another agreement.
    private static let othersClaim: Float = 0.3

    /// Made once: `allCases` makes a new array each time it is asked.
    static let zones = AgreementZones.Zone.allCases

    package func kindRow() -> FeatureRow {
        var row = FeatureRow()
        row.add(cues)
        clauseTypes(&row)
        quotes(&row, isInflected: false)
        names(&row)
        stakes(&row)
        bag(&row, weights: [1, 0.6, 0.6, 0.5, 0.4, 0.1, 0.9], pairsFrom: 0.5, length: 3, isInflected: false)
        row.endRun()
        return row
    }

    /// - Parameters:
    ///   - kind: its kind, by its place in the table.
    ///   - clauseStatuses: for each clause the probability of each status, told from its words alone.
    package func statusRow(kind: Int, clauseStatuses: [[Float]]) -> FeatureRow {
        var row = FeatureRow()
        row.add(cues)
        bag(&row, weights: [1, 0.5, 0.5, 0.3, 0.3, 0.05, 0.8], pairsFrom: 0.5, length: 4, isInflected: true)
        clauseStanding(clauseStatuses, &row)
        quotes(&row, isInflected: true)
        row.begin(1)
        row.add(Self.kind, kind)
        row.add(Self.shape, 10 + min(zones.first, 6))
        row.add(Self.shape, 30 + 6 * zones.first / max(1, deal.sentenceCount))
        row.add(Self.shape, 50 + min(4, zones.zones.indices.count { zones.contains($0, .together) }))
        row.endRun()
        return row
    }

    /// What speaks for each kind.
    /// - Parameter scores: of each, by `kindRow`.
    package func kindOptions(scores: [Float]) -> OptionFeatures {
        OptionFeatures(
            deal, zones, scores: scores, cues: deal.lexicon.kinds,
            extra: [Float(parties.count), strengths.reduce(0, +), Float(clauses.count), Float(deal.companies.count)]
                + [Float(numbers.percentages.max() ?? -1), Float(numbers.percentages.count)])
    }

    /// What speaks for each status.
    /// - Parameter scores: of each, by `statusRow`.
    package func statusOptions(scores: [Float], kind: Int, clauseStatuses: [[Float]]) -> OptionFeatures {
        var standing = [Float](repeating: 0, count: ModelTerms.clauseStatuses.count)
        for (strength, statuses) in zip(strengths, clauseStatuses) {
            for (status, probability) in statuses.enumerated() { standing[status] += strength * probability }
        }
        let total = 0.2 + strengths.reduce(0, +)
        return OptionFeatures(
            deal, zones, scores: scores, cues: deal.lexicon.statuses,
            extra: [Float(kind), Float(zones.first), Float(zones.first) / Float(max(1, deal.sentenceCount))]
                + standing.map { $0 / total } + [Float(deal.companies.count)] + numbers.years)
    }

    /// How much a clause is about the parties rather than others.
    /// - Parameter near: how near each company stands to it.
    private static func strength(_ near: [Float], _ parties: [Int]) -> Float {
        var (first, second, others) = (Float(0), Float(0), Float(0))
        for (company, nearness) in near.enumerated() {
            if !parties.contains(company) {
                others = max(others, nearness)
            } else if nearness > first {
                (first, second) = (nearness, first)
            } else {
                second = max(second, nearness)
            }
        }
        return first * (0.3 + 0.7 * (parties.count > 1 ? second : 1)) * (others > first ? 0.3 : 1)
    }
}
