internal import Model

/// What speaks for a party being the provider of an agreement: who sells, licenses, lends or lets, and so
/// owes the goods and gets the money.
package struct SideFeatures {
    private let deal: DealText
    private let kind: UInt64
    private let parties: [Int]
    private let descriptions: Descriptions

    package init(_ deal: DealText, kind: Int, parties: [Int], descriptions: Descriptions) {
        self.deal = deal
        self.kind = UInt64(truncatingIfNeeded: kind + 2)
        self.parties = parties
        self.descriptions = descriptions
    }

    private static let description = FeatureHash.of("description")
    private static let place = FeatureHash.of("side place")
    private static let before = FeatureHash.of("side before")
    private static let after = FeatureHash.of("side after")
    private static let verb = FeatureHash.of("side verb")
    private static let lastVerb = FeatureHash.of("side last verb")

    package func row(_ company: Int) -> FeatureRow {
        var row = FeatureRow()
        row.begin(0.7)
        for word in descriptions.words[company].sorted() { both(Self.description, word, &row) }
        both(Self.place, UInt64(parties.firstIndex(of: company).map { min($0, 2) } ?? 3), &row)
        let mentions = deal.mentionsOf[company].prefix(6)
        row.begin(1 / Float(max(1, mentions.count)).squareRoot())
        for index in mentions { context(deal.mentions[index], &row) }
        row.endRun()
        return row
    }

    private func both(_ template: UInt64, _ value: UInt64, _ row: inout FeatureRow) {
        row.add(template, value)
        row.add(FeatureHash.combine(template, kind), value)
    }

    private func context(_ mention: DealText.Mention, _ row: inout FeatureRow) {
        let (first, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        let before = deal.word(first - 1)
        both(Self.before, before, &row)
        row.add(Self.before, deal.word(first - 2), before)
        both(Self.after, deal.word(end), &row)
        row.add(Self.after, deal.word(end), deal.word(end + 1))
        guard mention.sentence >= 0 else { return }
        let verbs = deal.hits[deal.sentenceHits[mention.sentence]].filter {
            deal.lexicon.isVerb($0.cue) && $0.cue != deal.lexicon.say
        }
        if let next = verbs.first(where: { Int($0.first) >= end }), Int(next.first) < end + 12 {
            both(Self.verb, deal.stems[Int(next.first)], &row)
            for hit in verbs where hit.first == next.first { both(Self.verb, UInt64(hit.cue), &row) }
        }
        if let last = verbs.last(where: { Int($0.end) <= first }), Int(last.end) > first - 12 {
            both(Self.lastVerb, FeatureHash.combine(deal.stems[Int(last.first)], before), &row)
            for hit in verbs where hit.first == last.first {
                both(Self.lastVerb, FeatureHash.combine(UInt64(hit.cue), before), &row)
            }
        }
    }
}
