package import Model

/// What speaks for two companies having an agreement with each other.
package struct PairFeatures {
    package static let denseCount = 65

    let deal: DealText
    let clauses: [Extraction.Clause]
    let focus: ClauseFocus
    /// For each company, the probability that it is a party to some agreement.
    let isParty: [Float]
    private let ranks: [Int]
    /// For each company, the sentences and paragraphs that name it, in order.
    private let sentences: [[Int]]
    private let paragraphs: [[Int]]
    let carried: CarriedSubjects
    private let local: ParagraphCompanies

    package init(_ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, isParty: [Float]) {
        self.deal = deal
        self.clauses = clauses
        self.focus = focus
        self.isParty = isParty
        let order = deal.companies.indices.sorted {
            (-deal.mentionsOf[$0].count, deal.mentionsOf[$0].first ?? .max) < (
                -deal.mentionsOf[$1].count, deal.mentionsOf[$1].first ?? .max
            )
        }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, company) in order.enumerated() { ranks[company] = rank }
        self.ranks = ranks
        sentences = deal.mentionsOf.map { $0.map { deal.mentions[$0].sentence }.filter { $0 >= 0 }.removingRepeats() }
        carried = CarriedSubjects(deal)
        local = ParagraphCompanies(deal, clauses)
        paragraphs = sentences.map { $0.map { deal.text.article.sentences[$0].paragraph }.removingRepeats() }
    }

    /// The closest mentions of two companies in a sentence, in the order of the text.
    package struct Meeting {
        var sentence: Int
        var first: DealText.Mention
        var second: DealText.Mention
        var gap: Int { second.tokens.lowerBound - first.tokens.upperBound }
    }

    package func meetings(_ a: Int, _ b: Int) -> [Meeting] {
        sentences[a].filter { sentences[b].contains($0) }.prefix(6).compactMap { sentence in
            var best: Meeting?
            let mentions = deal.sentenceMentions[sentence].map { deal.mentions[$0] }
            for x in mentions where x.company == a {
                for y in mentions where y.company == b {
                    let meeting =
                        x.tokens.lowerBound < y.tokens.lowerBound
                        ? Meeting(sentence: sentence, first: x, second: y)
                        : Meeting(sentence: sentence, first: y, second: x)
                    if meeting.gap < best?.gap ?? .max { best = meeting }
                }
            }
            return best
        }
    }

    // MARK: Dense

    package func dense(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> [Float] {
        var row: [Float] = []
        row.reserveCapacity(Self.denseCount)
        let (countA, countB) = (min(deal.mentionsOf[a].count, 8), min(deal.mentionsOf[b].count, 8))
        let total = Float(max(1, deal.mentions.count))
        row += [countA, countB, min(countA, countB), max(countA, countB)].map(Float.init)
        row.append(Float(min(meetings.count, 6)))
        row.append(Float(paragraphs[a].count { paragraphs[b].contains($0) }))
        row += [ranks[a], ranks[b], ranks[a] + ranks[b]].map { Float(min($0, 10)) }
        row.append(ranks[a] + ranks[b] == 1 ? 1 : 0)
        row.append(Float(min(deal.companies.count, 12)))
        row += [position(a), position(b), max(position(a), position(b))]
        row += [Float(deal.mentionsOf[a].count) / total, Float(deal.mentionsOf[b].count) / total]
        let (titleA, titleB) = (isInTitle(a), isInTitle(b))
        row += [titleA && titleB ? 1 : 0, titleA || titleB ? 1 : 0]
        row += [isInLead(a) && isInLead(b) ? 1 : 0]
        row += distances(a, b)
        row += company(a, b, meetings)
        row += clauseShares(a, b)
        row += sentenceCues(a, b, meetings)
        row += [isParty[a], isParty[b], isParty[a] * isParty[b], min(isParty[a], isParty[b])]
        let partyRank = isParty.indices.count { $0 != a && $0 != b && isParty[$0] > min(isParty[a], isParty[b]) }
        row.append(Float(partyRank))
        row += [Float(deal.companies[a].confidence), Float(deal.companies[b].confidence)]
        row.append(isParty.reduce(0, +))
        row += local.row(a, b)
        let implied = carried.meetings(a, b)
        row.append(Float(min(implied.count, 5)))
        row.append(
            Float(
                min(
                    implied.map { sentence in
                        deal.hits[deal.sentenceHits[sentence]].count { deal.lexicon.kinds.contains(Int($0.cue)) }
                    }.max() ?? 0, 8)))
        row.append(implied.first.map { Float(min($0, 20)) } ?? 30)
        return row
    }

    private func position(_ company: Int) -> Float {
        guard let first = deal.mentionsOf[company].first else { return 1 }
        return Float(deal.mentions[first].tokens.lowerBound) / Float(max(1, deal.text.tokens.count))
    }

    private func isInTitle(_ company: Int) -> Bool {
        sentences[company].contains { deal.text.article.sentences[$0].role == .title }
    }

    private func isInLead(_ company: Int) -> Bool { paragraphs[company].contains { $0 <= 2 } }

    /// Tokens and sentences between the nearest mentions, and the other companies between them.
    private func distances(_ a: Int, _ b: Int) -> [Float] {
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
    private func company(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> [Float] {
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

    func hits(_ meeting: Meeting) -> [DealCueTable.Hit] {
        deal.hits[deal.sentenceHits[meeting.sentence]].filter {
            Int($0.first) >= meeting.first.tokens.upperBound && Int($0.end) <= meeting.second.tokens.lowerBound
        }
    }

    /// How much of the clauses stands near both, near one and near neither.
    private func clauseShares(_ a: Int, _ b: Int) -> [Float] {
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

    private func sentenceCues(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> [Float] {
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

extension Array where Element: Equatable {
    /// Without elements that equal the one before.
    func removingRepeats() -> [Element] {
        var kept: [Element] = []
        for element in self where kept.last != element { kept.append(element) }
        return kept
    }
}

extension ClauseType {
    /// For features.
    var hash: UInt64 { FeatureHash.of(rawValue.utf8) }
}
