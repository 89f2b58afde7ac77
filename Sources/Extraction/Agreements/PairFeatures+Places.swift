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
    func distances(_ a: Int, _ b: Int, _ row: inout [Float]) {
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
        row.append(Float(best.tokens))
        row.append(Float(min(best.sentences, 8)))
        row.append(Float(min(best.between, 8)))
    }

    /// How the two stand among the other companies of their sentences.
    func company(_ a: Int, _ b: Int, _ meetings: [Meeting], _ row: inout [Float]) {
        var fewest = 6
        var isListed = 0
        var owned = 0
        for meeting in meetings {
            fewest = min(fewest, others(a, b, in: meeting.sentence))
            if isList(meeting.first.tokens.upperBound..<meeting.second.tokens.lowerBound) { isListed += 1 }
            owned += count(meeting) { $0.cue == deal.lexicon.owned }
        }
        let together = shared.count(a, b)
        let (bestA, bestB) = (together >= shared.most(a, but: b), together >= shared.most(b, but: a))
        row.append(Float(fewest))
        row.append(Float(isListed))
        row.append(Float(owned))
        row.append(bestA ? 1 : 0)
        row.append(bestB ? 1 : 0)
        row.append(bestA && bestB ? 1 : 0)
        row.append((paragraphs[a].count == 1 ? 1 : 0) + (paragraphs[b].count == 1 ? 1 : 0))
    }

    /// How many companies a sentence names besides two, 6 for more.
    private func others(_ a: Int, _ b: Int, in sentence: Int) -> Int {
        var others: [Int] = []
        for mention in deal.mentions[deal.sentenceMentions[sentence]] where others.count < 6 {
            let company = mention.company
            if company != a, company != b, !others.contains(company) { others.append(company) }
        }
        return others.count
    }

    private func isList(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 8
            && tokens.allSatisfy { deal.mentionAt[$0] >= 0 || deal.lexicon.listWords.contains(deal.stems[$0]) }
    }
}
