package import Model

/// What speaks for the kind and the status of an agreement: the words, the cues and the clauses of the
/// sentences that tell of it.
package struct AgreementFeatures {
    private let deal: DealText
    private let clauses: [Extraction.Clause]
    private let focus: ClauseFocus
    private let parties: [Int]
    private let zones: AgreementZones

    package init(_ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, parties: [Int]) {
        self.deal = deal
        self.clauses = clauses
        self.focus = focus
        self.parties = parties
        zones = AgreementZones(deal, parties: parties)
    }

    private static let word = FeatureHash.of("word")
    private static let pair = FeatureHash.of("pair")
    private static let count = FeatureHash.of("cue count")
    private static let share = FeatureHash.of("cue share")
    private static let type = FeatureHash.of("clause type")
    private static let typeShare = FeatureHash.of("clause type share")
    private static let name = FeatureHash.of("party name")
    private static let shape = FeatureHash.of("shape")
    private static let kind = FeatureHash.of("kind")

    package func kindRow() -> FeatureRow {
        var row = FeatureRow()
        cues(&row, cues: 0..<deal.lexicon.cues.names.count, scale: 1)
        clauseTypes(&row)
        names(&row)
        bag(&row, weights: [1, 0.6, 0.6, 0.5, 0.4, 0.1], pairsFrom: 0.5, length: 3)
        row.endRun()
        return row
    }

    /// - Parameter kind: its kind, by its place in the table.
    package func statusRow(kind: Int) -> FeatureRow {
        var row = FeatureRow()
        cues(&row, cues: 0..<deal.lexicon.cues.names.count, scale: 1)
        bag(&row, weights: [1, 0.4, 0.4, 0.3, 0.3, 0.05], pairsFrom: 0.9, length: 3)
        row.begin(1)
        row.add(Self.kind, kind)
        row.add(Self.shape, 10 + min(zones.first, 6))
        row.add(Self.shape, 30 + 6 * zones.first / max(1, deal.sentenceCount))
        row.add(Self.shape, 50 + min(4, zones.zones.indices.count { zones.contains($0, .together) }))
        row.endRun()
        return row
    }

    /// For each zone the number of hits of each cue, and the share it has of all hits.
    private func cues(_ row: inout FeatureRow, cues: Range<Int>, scale: Float) {
        for zone in AgreementZones.Zone.allCases {
            var counts = [Float](repeating: 0, count: deal.lexicon.cues.names.count)
            for sentence in 0..<deal.sentenceCount where zones.contains(sentence, zone) {
                for hit in deal.hits[deal.sentenceHits[sentence]] { counts[Int(hit.cue)] += 1 }
            }
            let totals = [deal.lexicon.kinds, deal.lexicon.statuses, deal.lexicon.statuses.upperBound..<counts.count]
                .map { $0.reduce(Float(1)) { $0 + counts[$1] } }
            for cue in cues where counts[cue] > 0 {
                let group = deal.lexicon.kinds.contains(cue) ? 0 : deal.lexicon.statuses.contains(cue) ? 1 : 2
                let id = UInt64(zone.rawValue * 256 + cue)
                row.begin(scale * min(1.5, logarithm(1 + counts[cue]) / 1.5))
                row.add(Self.count, id)
                row.begin(scale * counts[cue] / totals[group])
                row.add(Self.share, id)
            }
        }
    }

    /// The types of the clauses near the parties.
    private func clauseTypes(_ row: inout FeatureRow) {
        var strengths: [UInt64: Float] = [:]
        var order: [UInt64] = []
        var total: Float = 0.3
        for (index, clause) in clauses.enumerated() {
            let near = parties.map { focus.focus[index][$0] }.sorted(by: >)
            let others = focus.focus[index].indices.filter { !parties.contains($0) }.map { focus.focus[index][$0] }.max() ?? 0
            let strength = (near.first ?? 0) * (0.3 + 0.7 * (near.dropFirst().first ?? 1)) * (others > near.first ?? 0 ? 0.3 : 1) * Float(clause.confidence)
            if strengths[clause.type.hash] == nil { order.append(clause.type.hash) }
            strengths[clause.type.hash, default: 0] += strength
            total += strength
        }
        for type in order {
            let strength = strengths[type] ?? 0
            row.begin(min(1.5, strength * 1.5))
            row.add(Self.type, type)
            row.begin(2 * strength / total)
            row.add(Self.typeShare, type)
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
    private func bag(_ row: inout FeatureRow, weights: [Float], pairsFrom: Float, length: Float) {
        var bag: [UInt64: Float] = [:]
        for sentence in 0..<deal.sentenceCount {
            let weight = AgreementZones.Zone.allCases.map { zones.contains(sentence, $0) ? weights[$0.rawValue] : 0 }.max() ?? 0
            var last = DealLexicon.edge
            for token in deal.text.sentenceTokens[sentence] {
                let word = partyWord(token)
                let feature = FeatureHash.combine(Self.word, word)
                bag[feature] = max(bag[feature] ?? 0, weight)
                if weight >= pairsFrom {
                    let pair = FeatureHash.combine(Self.pair, FeatureHash.combine(last, word))
                    bag[pair] = max(bag[pair] ?? 0, weight * 0.7)
                }
                last = word
            }
        }
        let norm = bag.values.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        guard norm > 0 else { return }
        // Few different weights: one run for each.
        for (weight, features) in Dictionary(grouping: bag.keys, by: { bag[$0] ?? 0 }).sorted(by: { $0.key > $1.key }) {
            row.begin(weight / norm * length)
            for feature in features.sorted() { row.add(Self.word, feature) }
        }
    }

    private func partyWord(_ token: Int) -> UInt64 {
        let mention = deal.mentionAt[token]
        guard mention >= 0 else { return deal.stems[token] }
        return parties.contains(deal.mentions[Int(mention)].company) ? DealLexicon.party : DealLexicon.entity
    }
}
