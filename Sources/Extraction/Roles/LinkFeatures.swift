package import Model

/// What speaks for a clause belonging to an agreement: how near its parties stand, and whether clauses of that
/// type and in such words are found in agreements of that kind.
package struct LinkFeatures {
    private let deal: DealText
    private let near: [Float]
    private let type: UInt64
    private let quote: Range<Int>
    private let sentence: Int

    package init(_ deal: DealText, _ clause: Extraction.Clause, near: [Float]) {
        self.deal = deal
        self.near = near
        type = clause.type.hash
        quote = deal.tokens(in: clause.quote)
        sentence = quote.isEmpty ? -1 : deal.sentence(ofToken: quote.lowerBound)
    }

    private static let kindOfType = FeatureHash.of("link kind of type")
    private static let kindOfWord = FeatureHash.of("link kind of word")
    private static let nearest = FeatureHash.of("link nearest")
    private static let second = FeatureHash.of("link second")
    private static let both = FeatureHash.of("link both")
    private static let others = FeatureHash.of("link others")
    private static let last = FeatureHash.of("link last")
    private static let together = FeatureHash.of("link together")
    private static let order = FeatureHash.of("link order")

    /// - Parameters:
    ///   - kind: of the agreement, by its place in the table.
    ///   - place: of the agreement among those of the article, in the order of the text.
    ///   - isLast: the clause before belongs to it.
    package func row(parties: [Int], kind: Int, place: Int, isLast: Bool) -> FeatureRow {
        var row = FeatureRow()
        row.begin(1)
        row.add(Self.kindOfType, type, UInt64(kind))
        let distances = parties.map { near[$0] }.sorted(by: >)
        let (first, next) = (Self.step(distances.first ?? 0), Self.step(distances.dropFirst().first ?? 0))
        row.add(Self.nearest, first)
        row.add(Self.second, next)
        row.add(Self.both, first * 8 + next)
        let other = near.indices.lazy.filter { !parties.contains($0) }.map { near[$0] }.max() ?? 0
        row.add(Self.others, Self.step(other))
        row.add(Self.others, 100 + Self.step(other) * 8 + first)
        row.add(Self.last, isLast ? 1 : 0)
        row.add(Self.last, 10 + (isLast ? 8 : 0) + first)
        row.add(Self.together, lastMeeting(parties))
        row.add(Self.order, min(place, 3))
        row.begin(0.4)
        for token in quote.prefix(24) {
            row.add(FeatureHash.combine(Self.kindOfWord, UInt64(kind)), deal.word(token))
        }
        row.endRun()
        return row
    }

    /// How near a company stands, in steps: in the quote, in the sentence, in one of the sentences before.
    private static func step(_ near: Float) -> Int {
        near >= 1 ? 6 : near >= 0.7 ? 5 : near >= 0.5 ? 4 : near >= 0.25 ? 3 : near > 0.1 ? 2 : near > 0 ? 1 : 0
    }

    /// How many sentences back two of the parties stand together.
    private func lastMeeting(_ parties: [Int]) -> Int {
        guard sentence >= 0 else { return 0 }
        for back in 0...min(7, sentence) {
            var seen = -1
            for index in deal.sentenceMentions[sentence - back] {
                let company = deal.mentions[index].company
                guard parties.contains(company) else { continue }
                if seen >= 0, seen != company { return 1 + back }
                seen = company
            }
        }
        return 0
    }
}
