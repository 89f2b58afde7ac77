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
    let sentences: [[Int]]
    let paragraphs: [[Int]]
    let carried: CarriedSubjects
    private let local: ParagraphCompanies
    /// For each company, how many of its sentences each other company shares.
    let shared: SharedSentences
    /// For each company the share of its mentions near words for outsiders: rivals, analysts, advisers.
    let outside: [Float]

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
        shared = SharedSentences(sentences, of: deal.sentenceCount)
        outside = deal.companies.indices.map { Self.outside($0, deal) }
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
        for count in [countA, countB, min(countA, countB), max(countA, countB)] { row.append(Float(count)) }
        row.append(Float(min(meetings.count, 6)))
        row.append(Float(paragraphs[a].count { paragraphs[b].contains($0) }))
        for rank in [ranks[a], ranks[b], ranks[a] + ranks[b]] { row.append(Float(min(rank, 10))) }
        row.append(ranks[a] + ranks[b] == 1 ? 1 : 0)
        row.append(Float(min(deal.companies.count, 12)))
        row.append(position(a))
        row.append(position(b))
        row.append(max(position(a), position(b)))
        row.append(Float(deal.mentionsOf[a].count) / total)
        row.append(Float(deal.mentionsOf[b].count) / total)
        let (titleA, titleB) = (isInTitle(a), isInTitle(b))
        row.append(titleA && titleB ? 1 : 0)
        row.append(titleA || titleB ? 1 : 0)
        row.append(isInLead(a) && isInLead(b) ? 1 : 0)
        distances(a, b, &row)
        company(a, b, meetings, &row)
        clauseShares(a, b, &row)
        sentenceCues(a, b, meetings, &row)
        parties(a, b, &row)
        local.append(a, b, to: &row)
        implied(a, b, &row)
        return row
    }

    /// How likely the two, and others, are parties.
    private func parties(_ a: Int, _ b: Int, _ row: inout [Float]) {
        row.append(isParty[a])
        row.append(isParty[b])
        row.append(isParty[a] * isParty[b])
        let least = min(isParty[a], isParty[b])
        row.append(least)
        row.append(Float(isParty.indices.count { $0 != a && $0 != b && isParty[$0] > least }))
        row.append(Float(deal.companies[a].confidence))
        row.append(Float(deal.companies[b].confidence))
        row.append(isParty.reduce(0, +))
    }

    /// The sentences that are about one of the two without naming it.
    private func implied(_ a: Int, _ b: Int, _ row: inout [Float]) {
        let implied = carried.meetings(a, b)
        let kinds = implied.lazy.map { sentence in
            deal.hits[deal.sentenceHits[sentence]].count { deal.lexicon.kinds.contains(Int($0.cue)) }
        }
        row.append(Float(min(implied.count, 5)))
        row.append(Float(min(kinds.max() ?? 0, 8)))
        row.append(implied.first.map { Float(min($0, 20)) } ?? 30)
    }

    /// How many cues between the two mentions are such.
    func count(_ meeting: Meeting, _ isSuch: (DealCueTable.Hit) -> Bool) -> Int {
        deal.hits[deal.sentenceHits[meeting.sentence]].count {
            Int($0.first) >= meeting.first.tokens.upperBound && Int($0.end) <= meeting.second.tokens.lowerBound
                && isSuch($0)
        }
    }

    /// The cues between the two mentions.
    func hits(_ meeting: Meeting) -> [DealCueTable.Hit] {
        deal.hits[deal.sentenceHits[meeting.sentence]].filter {
            Int($0.first) >= meeting.first.tokens.upperBound && Int($0.end) <= meeting.second.tokens.lowerBound
        }
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
