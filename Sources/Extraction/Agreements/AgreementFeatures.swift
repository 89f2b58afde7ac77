package import Model

/// What speaks for the kind and the status of an agreement: the words, the cues and the clauses of the
/// sentences that tell of it.
package struct AgreementFeatures {
    private let deal: DealText
    private let clauses: [Extraction.Clause]
    private let parties: [Int]
    private let zones: AgreementZones
    /// For each clause, how much it is about the parties rather than others and those of other agreements, times how
    /// sure it is.
    private let strengths: [Float]
    private let numbers: NearNumbers

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
    }

    private static let word = FeatureHash.of("word")
    private static let pair = FeatureHash.of("pair")
    private static let quote = FeatureHash.of("quote word")
    private static let quotePair = FeatureHash.of("quote pair")
    private static let count = FeatureHash.of("cue count")
    private static let share = FeatureHash.of("cue share")
    private static let type = FeatureHash.of("clause type")
    private static let typeShare = FeatureHash.of("clause type share")
    private static let name = FeatureHash.of("party name")
    private static let shape = FeatureHash.of("shape")
    private static let standing = FeatureHash.of("clause standing")
    private static let stake = FeatureHash.of("stake")
    private static let kind = FeatureHash.of("kind")

    /// What is left of a claim on a clause in a sentence that tells of another agreement.
    private static let othersClaim: Float = 0.3

    /// Made once: `allCases` makes a new array each time it is asked.
    private static let zones = AgreementZones.Zone.allCases

    package func kindRow() -> FeatureRow {
        var row = FeatureRow()
        cues(&row)
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
        cues(&row)
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

    /// For each zone the number of hits of each cue, and the share it has of the hits of its file.
    private func cues(_ row: inout FeatureRow) {
        let names = deal.lexicon.cues.names.count
        var counts = [Float](repeating: 0, count: Self.zones.count * names)
        var totals = [Float](repeating: 1, count: Self.zones.count * 3)
        for sentence in 0..<deal.sentenceCount {
            for hit in deal.hits[deal.sentenceHits[sentence]] {
                let group = cueGroup(Int(hit.cue))
                for zone in Self.zones where zones.contains(sentence, zone) {
                    counts[zone.rawValue * names + Int(hit.cue)] += 1
                    totals[zone.rawValue * 3 + group] += 1
                }
            }
        }
        for zone in Self.zones {
            for cue in 0..<names where counts[zone.rawValue * names + cue] > 0 {
                let count = counts[zone.rawValue * names + cue]
                let id = UInt64(zone.rawValue * 256 + cue)
                row.begin(min(1.5, logarithm(1 + count) / 1.5))
                row.add(Self.count, id)
                row.begin(count / totals[zone.rawValue * 3 + cueGroup(cue)])
                row.add(Self.share, id)
            }
        }
    }

    /// Which of three files a cue is of: kinds, statuses, or another.
    private func cueGroup(_ cue: Int) -> Int {
        deal.lexicon.kinds.contains(cue) ? 0 : deal.lexicon.statuses.contains(cue) ? 1 : 2
    }

    /// The types of the clauses near the parties.
    private func clauseTypes(_ row: inout FeatureRow) {
        var types: [(hash: UInt64, strength: Float)] = []
        var total: Float = 0.3
        for (index, clause) in clauses.enumerated() {
            let type = clause.type.hash
            if let place = types.firstIndex(where: { $0.hash == type }) {
                types[place].strength += strengths[index]
            } else {
                types.append((type, strengths[index]))
            }
            total += strengths[index]
        }
        for (type, strength) in types {
            row.begin(min(1.5, strength * 1.5))
            row.add(Self.type, type)
            row.begin(2 * strength / total)
            row.add(Self.typeShare, type)
        }
    }

    /// How the clauses near the parties stand: the mean and the largest probability of each status.
    private func clauseStanding(_ statuses: [[Float]], _ row: inout FeatureRow) {
        guard let count = statuses.first?.count else { return }
        var sums = [Float](repeating: 0, count: count)
        var largest = sums
        var total: Float = 0.2
        for (index, strength) in strengths.enumerated() {
            total += strength
            for status in 0..<count {
                sums[status] += strength * statuses[index][status]
                largest[status] = max(largest[status], min(1, strength * 1.5) * statuses[index][status])
            }
        }
        for status in 0..<count {
            row.begin(2 * sums[status] / total)
            row.add(Self.standing, UInt64(status))
            row.begin(largest[status])
            row.add(Self.standing, UInt64(status + 100))
        }
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

    /// The percentages said near the parties: a stake below or above a half.
    private func stakes(_ row: inout FeatureRow) {
        row.begin(0.7)
        for value in numbers.percentages {
            let bucket = value < 10 ? 0 : value < 30 ? 1 : value < 50 ? 2 : value == 50 ? 3 : value < 100 ? 4 : 5
            row.add(Self.stake, bucket)
        }
    }

    private func names(_ row: inout FeatureRow) {
        row.begin(0.7)
        row.add(Self.shape, min(parties.count, 4))
        for party in parties {
            for index in deal.mentionsOf[party].prefix(2) where !deal.mentions[index].isProduct {
                for token in deal.mentions[index].tokens { row.add(Self.name, deal.stems[token]) }
            }
        }
    }

    /// Stems and pairs of stems, each with the weight of its best zone; the whole scaled to `length`.
    private func bag(_ row: inout FeatureRow, weights: [Float], pairsFrom: Float, length: Float, isInflected: Bool) {
        var bag = FeatureBag(capacity: 2 * deal.text.tokens.count)
        for sentence in 0..<deal.sentenceCount {
            let weight = Self.zones.reduce(Float(0)) {
                zones.contains(sentence, $1) ? max($0, weights[$1.rawValue]) : $0
            }
            var last = DealLexicon.edge
            for token in deal.text.sentenceTokens[sentence] {
                let word = partyWord(token, isInflected: isInflected)
                bag.add(FeatureHash.combine(Self.word, word), weight)
                if weight >= pairsFrom {
                    bag.add(FeatureHash.combine(Self.pair, FeatureHash.combine(last, word)), weight * 0.7)
                }
                last = word
            }
        }
        add(bag, Self.word, length: length, &row)
    }

    private func add(_ bag: FeatureBag, _ feature: UInt64, length: Float, _ row: inout FeatureRow) {
        let norm = bag.norm
        guard norm > 0 else { return }
        for weight in bag.distinctWeights {
            row.begin(weight / norm * length)
            bag.forEach(ofWeight: weight) { row.add(feature, $0) }
        }
    }

    /// The words of the clauses, each as strong as the clause is about the parties.
    private func quotes(_ row: inout FeatureRow, isInflected: Bool) {
        var bag = FeatureBag(capacity: 2 * deal.text.tokens.count)
        for (clause, strength) in zip(clauses, strengths) where strength > 0.1 {
            let weight = (min(1, strength * 1.5) * 10).rounded() / 10
            var last = DealLexicon.edge
            for token in deal.tokens(in: clause.quote) {
                let word = partyWord(token, isInflected: isInflected)
                bag.add(FeatureHash.combine(Self.quote, word), weight)
                bag.add(FeatureHash.combine(Self.quotePair, FeatureHash.combine(last, word)), weight * 0.7)
                last = word
            }
        }
        add(bag, Self.quote, length: 4, &row)
    }

    private func partyWord(_ token: Int, isInflected: Bool) -> UInt64 {
        let mention = deal.mentionAt[token]
        guard mention >= 0 else { return isInflected ? deal.form(token) : deal.stems[token] }
        return parties.contains(deal.mentions[Int(mention)].company) ? DealLexicon.party : DealLexicon.entity
    }
}
