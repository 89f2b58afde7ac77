internal import Model

/// Where two companies stand in the text, and among the others.
extension PairFeatures {
    func position(_ company: Int) -> Float {
        guard let first = deal.mentionsOf[company].first else { return 1 }
        return Float(deal.mentions[first].tokens.lowerBound) / Float(max(1, deal.text.tokens.count))
    }

    func isInTitle(_ company: Int) -> Bool {
        sentences[company].contains { deal.text.article.sentences[$0].role == .title }
    }

    func isInLead(_ company: Int) -> Bool { paragraphs[company].contains { $0 <= 2 } }

    /// Tokens and sentences between the nearest mentions, and the other companies between them.
    func distances(_ a: Int, _ b: Int) -> [Float] {
        var best = (tokens: 60, sentences: 8, between: 8)
        for i in deal.mentionsOf[a] {
            for j in deal.mentionsOf[b] {
                let (first, second) = i < j ? (i, j) : (j, i)
                let gap = deal.mentions[second].tokens.lowerBound - deal.mentions[first].tokens.upperBound
                if gap < best.tokens {
                    best = (
                        gap, abs(deal.mentions[first].sentence - deal.mentions[second].sentence), second - first - 1
                    )
                }
            }
        }
        return [Float(best.tokens), Float(min(best.sentences, 8)), Float(min(best.between, 8))]
    }

    /// How the two stand among the other companies of their sentences.
    func company(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> [Float] {
        var fewest = 6
        var isListed = 0
        var owned = 0
        for meeting in meetings {
            let others = Set(deal.sentenceMentions[meeting.sentence].map { deal.mentions[$0].company }).subtracting([
                a, b,
            ])
            fewest = min(fewest, others.count)
            if isList(meeting.first.tokens.upperBound..<meeting.second.tokens.lowerBound) { isListed += 1 }
            owned += hits(meeting).count { $0.cue == deal.lexicon.owned }
        }
        func partners(_ x: Int, but y: Int) -> Int {
            deal.companies.indices.filter { $0 != x && $0 != y }
                .map { other in sentences[x].count { sentences[other].contains($0) } }.max() ?? 0
        }
        let together = sentences[a].count { sentences[b].contains($0) }
        let (bestA, bestB) = (together >= partners(a, but: b), together >= partners(b, but: a))
        let alone = (paragraphs[a].count == 1 ? 1 : 0) + (paragraphs[b].count == 1 ? 1 : 0)
        return [
            Float(fewest), Float(isListed), Float(owned), bestA ? 1 : 0, bestB ? 1 : 0, bestA && bestB ? 1 : 0,
            Float(alone),
        ]
    }

    private func isList(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 8
            && tokens.allSatisfy { deal.mentionAt[$0] >= 0 || deal.lexicon.listWords.contains(deal.stems[$0]) }
    }
}
