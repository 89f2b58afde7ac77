/// What speaks for each kind that an agreement may be of, or each status that it may have: the score that its
/// words give the option, beside those of the others, and how often and where cues of the option stand.
package struct OptionFeatures {
    package static let columns = 30 + extras
    /// Numbers of the agreement itself.
    static let extras = 12

    private let scores: [Float]
    private let total: Float
    /// For each zone, the hits of each option's cues; the same weighted by zones, and their first sentences.
    private let counts: [[Float]]
    private let weighted: [Float]
    private let first: [Int]
    private let extra: [Float]

    private static let zoneWeights: [Float] = [1, 0.6, 0.6, 0.5, 0.4, 0.1, 0.9]

    /// - Parameters:
    ///   - scores: the logarithms of the odds of each option by the words.
    ///   - cues: those of the options, one each, in their order.
    ///   - extra: up to `extras` numbers of the agreement itself.
    init(_ deal: DealText, _ zones: AgreementZones, scores: [Float], cues: Range<Int>, extra: [Float]) {
        self.scores = scores
        self.extra = Array((extra + [Float](repeating: 0, count: Self.extras)).prefix(Self.extras))
        total = scores.reduce(1e-6) { $0 + probability(logOdds: $1) }
        let all = AgreementZones.Zone.allCases
        var counts = [[Float]](repeating: [Float](repeating: 0, count: scores.count), count: all.count)
        var weighted = [Float](repeating: 0, count: scores.count)
        var first = [Int](repeating: deal.sentenceCount + 5, count: scores.count)
        for sentence in 0..<deal.sentenceCount {
            let inside = all.filter { zones.contains(sentence, $0) }
            let weight = inside.map { Self.zoneWeights[$0.rawValue] }.max() ?? 0
            for hit in deal.hits[deal.sentenceHits[sentence]] where cues.contains(Int(hit.cue)) {
                let option = Int(hit.cue) - cues.lowerBound
                for zone in inside { counts[zone.rawValue][option] += 1 }
                weighted[option] += weight
                if weight >= 0.5 { first[option] = min(first[option], sentence) }
            }
        }
        let earliest = first.min() ?? 0
        self.counts = counts
        self.weighted = weighted
        self.first = first.map { $0 - earliest }
    }

    /// The row of an option.
    package func row(_ option: Int) -> [Float] {
        var row: [Float] = []
        row.reserveCapacity(Self.columns)
        let own = scores[option]
        row += [Float(option), own, probability(logOdds: own) / total, own - best(scores, but: option)]
        row.append(Float(scores.count { $0 > own }))
        for counts in counts {
            row += [counts[option], share(counts, option), counts[option] - best(counts, but: option)]
        }
        row += [weighted[option], share(weighted, option), weighted[option] - best(weighted, but: option)]
        row.append(Float(first[option]))
        return row + extra
    }

    private func share(_ counts: [Float], _ option: Int) -> Float { counts[option] / (0.5 + counts.reduce(0, +)) }

    private func best(_ values: [Float], but option: Int) -> Float {
        var best = -Float.infinity
        for (place, value) in values.enumerated() where place != option { best = max(best, value) }
        return best
    }
}
