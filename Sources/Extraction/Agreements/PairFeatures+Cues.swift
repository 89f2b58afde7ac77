internal import Model

/// What the clauses and the cues around two companies say of them.
extension PairFeatures {
    /// How much of the clauses stands near both, near one and near neither.
    func clauseShares(_ a: Int, _ b: Int) -> [Float] {
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
        return [
            min(both, 8), both / scale, min(onlyA, 8), onlyA / scale, min(onlyB, 8), onlyB / scale, min(total, 20),
            bestBoth, min(leading, 8),
            leading / scale,
        ]
    }

    func sentenceCues(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> [Float] {
        var kinds = 0, statuses = 0, agree = 0, between = 0
        for meeting in meetings {
            var counts = (0, 0, 0)
            for hit in deal.hits[deal.sentenceHits[meeting.sentence]] {
                if deal.lexicon.kinds.contains(Int(hit.cue)) { counts.0 += 1 }
                if deal.lexicon.statuses.contains(Int(hit.cue)) { counts.1 += 1 }
                if hit.cue == deal.lexicon.agree { counts.2 += 1 }
            }
            (kinds, statuses, agree) = (max(kinds, counts.0), max(statuses, counts.1), max(agree, counts.2))
            between = max(between, hits(meeting).count { deal.lexicon.kinds.contains(Int($0.cue)) })
        }
        return [min(kinds, 10), min(statuses, 10), min(agree, 5), min(between, 8)].map(Float.init) + [
            third(a), third(b), max(third(a), third(b)), leadSpeech(a, b),
        ]
    }

    /// The share of a company's mentions near words for outsiders: rivals, analysts, advisers.
    private func third(_ company: Int) -> Float {
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

    private func leadSpeech(_ a: Int, _ b: Int) -> Float {
        Float(min(sentences[a].first ?? 20, 20) + min(sentences[b].first ?? 20, 20))
    }
}
