internal import Model

/// Features that count: cues, types and standing of clauses, percentages.
extension AgreementFeatures {
    /// For each zone the number of hits of each cue, and the share it has of the hits of its file.
    static func cues(_ deal: DealText, _ sentences: AgreementZones) -> FeatureRow {
        var row = FeatureRow()
        let names = deal.lexicon.cues.names.count
        var counts = [Float](repeating: 0, count: zones.count * names)
        var totals = [Float](repeating: 1, count: zones.count * 3)
        for sentence in 0..<deal.sentenceCount {
            for hit in deal.hits[deal.sentenceHits[sentence]] {
                let group = cueGroup(Int(hit.cue), deal)
                for zone in zones where sentences.contains(sentence, zone) {
                    counts[zone.rawValue * names + Int(hit.cue)] += 1
                    totals[zone.rawValue * 3 + group] += 1
                }
            }
        }
        for zone in zones {
            for cue in 0..<names where counts[zone.rawValue * names + cue] > 0 {
                let count = counts[zone.rawValue * names + cue]
                let id = UInt64(zone.rawValue * 256 + cue)
                row.begin(min(1.5, logarithm(1 + count) / 1.5))
                row.add(Self.count, id)
                row.begin(count / totals[zone.rawValue * 3 + cueGroup(cue, deal)])
                row.add(Self.share, id)
            }
        }
        row.endRun()
        return row
    }

    /// Which of three files a cue is of: kinds, statuses, or another.
    private static func cueGroup(_ cue: Int, _ deal: DealText) -> Int {
        deal.lexicon.kinds.contains(cue) ? 0 : deal.lexicon.statuses.contains(cue) ? 1 : 2
    }

    /// The types of the clauses near the parties.
    func clauseTypes(_ row: inout FeatureRow) {
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
    func clauseStanding(_ statuses: [[Float]], _ row: inout FeatureRow) {
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

    /// The percentages said near the parties: a stake below or above a half.
    func stakes(_ row: inout FeatureRow) {
        row.begin(0.7)
        for value in numbers.percentages {
            let bucket = value < 10 ? 0 : value < 30 ? 1 : value < 50 ? 2 : value == 50 ? 3 : value < 100 ? 4 : 5
            row.add(Self.stake, bucket)
        }
    }
}
