internal import Model

/// What the clauses and the cues around two companies say of them.
extension PairFeatures {
    /// How much of the clauses stands near both, near one and near neither.
    func clauseShares(_ a: Int, _ b: Int, _ row: inout [Float]) {
        var (both, onlyA, onlyB, total, bestBoth) = (Float(0), Float(0), Float(0), Float(0), Float(0))
        var leading = Float(0)
        for (index, clause) in clauses.enumerated() {
            let confidence = Float(clause.confidence)
            let near = focus.focus[index]
            total += confidence
            let product = near[a] * near[b]
            both += confidence * product
            onlyA += confidence * near[a]
            onlyB += confidence * near[b]
            bestBoth = max(bestBoth, confidence * product)
            if near.indices.count(where: { $0 != a && $0 != b && near[$0] > min(near[a], near[b]) }) == 0, product > 0.1
            {
                leading += confidence
            }
        }
        let scale = max(total, 0.5)
        row.append(min(both, 8))
        row.append(both / scale)
        row.append(min(onlyA, 8))
        row.append(onlyA / scale)
        row.append(min(onlyB, 8))
        row.append(onlyB / scale)
        row.append(min(total, 20))
        row.append(bestBoth)
        row.append(min(leading, 8))
        row.append(leading / scale)
    }

    func sentenceCues(_ a: Int, _ b: Int, _ meetings: [Meeting], _ row: inout [Float]) {
        var kinds = 0, statuses = 0, agree = 0, between = 0
        for meeting in meetings {
            var counts = (0, 0, 0)
            for hit in deal.hits[deal.sentenceHits[meeting.sentence]] {
                if deal.lexicon.kinds.contains(Int(hit.cue)) { counts.0 += 1 }
                if deal.lexicon.statuses.contains(Int(hit.cue)) { counts.1 += 1 }
                if hit.cue == deal.lexicon.agree { counts.2 += 1 }
            }
            (kinds, statuses, agree) = (max(kinds, counts.0), max(statuses, counts.1), max(agree, counts.2))
            between = max(between, count(meeting) { deal.lexicon.kinds.contains(Int($0.cue)) })
        }
        row.append(Float(min(kinds, 10)))
        row.append(Float(min(statuses, 10)))
        row.append(Float(min(agree, 5)))
        row.append(Float(min(between, 8)))
        row.append(outside[a])
        row.append(outside[b])
        row.append(max(outside[a], outside[b]))
        row.append(Float(min(sentences[a].first ?? 20, 20) + min(sentences[b].first ?? 20, 20)))
    }

    static func outside(_ company: Int, _ deal: DealText) -> Float {
        let mentions = deal.mentionsOf[company]
        let outside = mentions.count { index in
            let mention = deal.mentions[index]
            guard mention.sentence >= 0 else { return false }
            return deal.hits[deal.sentenceHits[mention.sentence]].contains {
                $0.cue == deal.lexicon.third && Int($0.end) > mention.tokens.lowerBound - 6
                    && Int($0.first) < mention.tokens.upperBound + 5
            }
        }
        return Float(outside) / Float(max(1, mentions.count))
    }
}
