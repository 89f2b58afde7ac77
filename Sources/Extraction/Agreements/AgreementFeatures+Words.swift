internal import Model

/// Features of words: those of the sentences that tell of the agreement, of its clauses and of its parties' names.
extension AgreementFeatures {
    func names(_ row: inout FeatureRow) {
        row.begin(0.7)
        row.add(Self.shape, min(parties.count, 4))
        for party in parties {
            for index in deal.mentionsOf[party].prefix(2) where !deal.mentions[index].isProduct {
                for token in deal.mentions[index].tokens { row.add(Self.name, deal.stems[token]) }
            }
        }
    }

    /// Stems and pairs of stems, each with the weight of its best zone; the whole scaled to `length`.
    func bag(_ row: inout FeatureRow, weights: [Float], pairsFrom: Float, length: Float, isInflected: Bool) {
        var bag = FeatureBag(capacity: 2 * deal.text.tokens.count)
        for sentence in 0..<deal.sentenceCount {
            let weight = Self.zones.reduce(Float(0)) {
                zones.contains(sentence, $1) ? max($0, weights[$1.rawValue]) : $0
            }
            var last = DealLexicon.edge
            for token in deal.text.sentenceTokens[sentence] {
                let word = partyWord(token, isInflected: isInflected)
                bag.add(FeatureHash.combine(Self.word, word), weight)
                if weight >= pairsFrom {
                    bag.add(FeatureHash.combine(Self.pair, FeatureHash.combine(last, word)), weight * 0.7)
                }
                last = word
            }
        }
        add(bag, Self.word, length: length, &row)
    }

    private func add(_ bag: FeatureBag, _ feature: UInt64, length: Float, _ row: inout FeatureRow) {
        let norm = bag.norm
        guard norm > 0 else { return }
        let (features, runs) = bag.byWeight()
        var first = 0
        for run in runs {
            row.begin(run.weight / norm * length)
            for place in first..<run.end { row.add(feature, features[place]) }
            first = run.end
        }
    }

    /// The words of the clauses, each as strong as the clause is about the parties.
    func quotes(_ row: inout FeatureRow, isInflected: Bool) {
        var bag = FeatureBag(capacity: 2 * deal.text.tokens.count)
        for (clause, strength) in zip(clauses, strengths) where strength > 0.1 {
            let weight = (min(1, strength * 1.5) * 10).rounded() / 10
            var last = DealLexicon.edge
            for token in deal.tokens(in: clause.quote) {
                let word = partyWord(token, isInflected: isInflected)
                bag.add(FeatureHash.combine(Self.quote, word), weight)
                bag.add(FeatureHash.combine(Self.quotePair, FeatureHash.combine(last, word)), weight * 0.7)
                last = word
            }
        }
        add(bag, Self.quote, length: 4, &row)
    }

    private func partyWord(_ token: Int, isInflected: Bool) -> UInt64 {
        let mention = deal.mentionAt[token]
        guard mention >= 0 else { return isInflected ? deal.form(token) : deal.stems[token] }
        return parties.contains(deal.mentions[Int(mention)].company) ? DealLexicon.party : DealLexicon.entity
    }
}
