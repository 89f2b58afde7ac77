internal import Model

/// What speaks for a company being a party to some agreement, whoever the other parties are: how it is named
/// and the words around its names.
package struct PartyFeatures {
    private let deal: DealText

    private static let before = FeatureHash.of("before")
    private static let before2 = FeatureHash.of("before2")
    private static let after = FeatureHash.of("after")
    private static let after2 = FeatureHash.of("after2")
    private static let sentence = FeatureHash.of("sentence")
    private static let cue = FeatureHash.of("cue")
    private static let nearCue = FeatureHash.of("near cue")
    private static let name = FeatureHash.of("name")
    private static let shape = FeatureHash.of("shape")

    package init(deal: DealText) { self.deal = deal }

    package func row(_ company: Int) -> FeatureRow {
        var row = FeatureRow()
        let mentions = deal.mentionsOf[company].prefix(10)
        row.begin(1)
        counts(company, &row)
        row.begin(0.6 / Float(max(1, mentions.count)).squareRoot())
        for index in mentions { context(deal.mentions[index], &row) }
        var seen: [Int] = []
        row.begin(0.3)
        for index in mentions {
            let sentence = deal.mentions[index].sentence
            guard sentence >= 0, !seen.contains(sentence), seen.count < 6 else { continue }
            seen.append(sentence)
            for hit in deal.hits[deal.sentenceHits[sentence]] { row.add(Self.cue, UInt64(hit.cue)) }
            for token in deal.text.sentenceTokens[sentence] where deal.mentionAt[token] < 0 {
                row.add(Self.sentence, deal.stems[token])
            }
        }
        row.endRun()
        return row
    }

    private func context(_ mention: DealText.Mention, _ row: inout FeatureRow) {
        let (first, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        row.add(Self.before, deal.word(first - 1))
        row.add(Self.before2, deal.word(first - 2), deal.word(first - 1))
        row.add(Self.after, deal.word(end))
        row.add(Self.after2, deal.word(end), deal.word(end + 1))
        guard mention.sentence >= 0 else { return }
        for hit in deal.hits[deal.sentenceHits[mention.sentence]] {
            if hit.first >= end, Int(hit.first) < end + 6 { row.add(Self.nearCue, UInt64(hit.cue) * 2) }
            if hit.end <= first, Int(hit.end) > first - 6 { row.add(Self.nearCue, UInt64(hit.cue) * 2 + 1) }
        }
        for token in mention.tokens { row.add(Self.name, deal.stems[token]) }
    }

    private func counts(_ company: Int, _ row: inout FeatureRow) {
        let mentions = deal.mentionsOf[company]
        let rank = deal.companies.indices.count { deal.mentionsOf[$0].count > mentions.count }
        row.add(Self.shape, 100 + min(mentions.count, 8))
        row.add(Self.shape, 200 + min(rank, 6))
        row.add(Self.shape, 300 + min(deal.companies.count, 8) * 8 + min(rank, 4))
        let isTitle = mentions.contains { index in
            let sentence = deal.mentions[index].sentence
            return sentence >= 0 && deal.text.article.sentences[sentence].role == .title
        }
        row.add(Self.shape, 400 + (isTitle ? 1 : 0))
        let first = mentions.first.map { deal.mentions[$0].tokens.lowerBound } ?? 0
        row.add(Self.shape, 500 + 6 * first / max(1, deal.text.tokens.count))
        row.add(Self.shape, 600 + (deal.companies[company].products.isEmpty ? 0 : 1))
    }
}
