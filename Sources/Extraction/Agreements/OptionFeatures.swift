/// What speaks for each kind that an agreement may be of, or each status that it may have: the score that its
/// words give the option, beside those of the others, and how often and where cues of the option stand.
package struct OptionFeatures {
    package static let columns = 30 + extras
    /// Numbers of the agreement itself.
    static let extras = 12

    private let scores: Values
    private let total: Float
    /// For each zone, and last for all weighted by zones, the hits of each option's cues.
    private let counts: [Values]
    /// For each option, the first sentence with a hit, counted from the first with any.
    private let first: [Int]
    private let extra: [Float]

    private static let zoneWeights: [Float] = [1, 0.6, 0.6, 0.5, 0.4, 0.1, 0.9]

    /// - Parameters:
    ///   - scores: the logarithms of the odds of each option by the words.
    ///   - cues: those of the options, one each, in their order.
    ///   - extra: up to `extras` numbers of the agreement itself.
    init(_ deal: DealText, _ zones: AgreementZones, scores: [Float], cues: Range<Int>, extra: [Float]) {
        self.scores = Values(scores)
        self.extra = Array((extra + [Float](repeating: 0, count: Self.extras)).prefix(Self.extras))
        total = scores.reduce(1e-6) { $0 + probability(logOdds: $1) }
        let all = AgreementFeatures.zones
        var counts = [[Float]](repeating: [Float](repeating: 0, count: scores.count), count: all.count + 1)
        var first = [Int](repeating: deal.sentenceCount + 5, count: scores.count)
        for sentence in 0..<deal.sentenceCount {
            var weight: Float = 0
            for zone in all where zones.contains(sentence, zone) {
                weight = max(weight, Self.zoneWeights[zone.rawValue])
            }
            for hit in deal.hits[deal.sentenceHits[sentence]] where cues.contains(Int(hit.cue)) {
                let option = Int(hit.cue) - cues.lowerBound
                for zone in all where zones.contains(sentence, zone) { counts[zone.rawValue][option] += 1 }
                counts[all.count][option] += weight
                if weight >= 0.5 { first[option] = min(first[option], sentence) }
            }
        }
        let earliest = first.min() ?? 0
        self.counts = counts.map(Values.init)
        self.first = first.map { $0 - earliest }
    }

    /// A number for each option, and what each is held against.
    ///
    /// A class, as each option asks all: a structure's list was counted each time.
    private final class Values {
        let values: [Float]
        let sum: Float
        /// The highest, where it stands first, and the highest of the others.
        private var best = (value: -Float.infinity, place: -1)
        private var second = -Float.infinity

        init(_ values: [Float]) {
            self.values = values
            sum = values.reduce(0, +)
            for (place, value) in values.enumerated() {
                if value > best.value {
                    second = best.value
                    best = (value, place)
                } else {
                    second = max(second, value)
                }
            }
        }

        subscript(option: Int) -> Float { values[option] }

        func share(_ option: Int) -> Float { values[option] / (0.5 + sum) }

        /// How far an option lies above the best of the others.
        func lead(_ option: Int) -> Float { values[option] - (option == best.place ? second : best.value) }
    }

    /// The row of an option.
    package func row(_ option: Int) -> [Float] {
        var row: [Float] = []
        row.reserveCapacity(Self.columns)
        append(option, to: &row)
        return row
    }

    /// The rows of all options.
    func table(_ options: Int) -> [Float] {
        var table: [Float] = []
        table.reserveCapacity(options * Self.columns)
        for option in 0..<options { append(option, to: &table) }
        return table
    }

    private func append(_ option: Int, to row: inout [Float]) {
        let own = scores[option]
        row.append(Float(option))
        row.append(own)
        row.append(probability(logOdds: own) / total)
        row.append(scores.lead(option))
        row.append(Float(scores.values.count { $0 > own }))
        for counts in counts {
            row.append(counts[option])
            row.append(counts.share(option))
            row.append(counts.lead(option))
        }
        row.append(Float(first[option]))
        row += extra
    }
}
