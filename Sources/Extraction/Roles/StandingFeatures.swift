internal import Model

/// What speaks for the provider owing a clause, and for how a clause stands.
extension RoleFeatures {
    private static let side = FeatureHash.of("side")
    private static let sideWord = FeatureHash.of("side word")
    private static let sideCue = FeatureHash.of("side cue")
    private static let sideActor = FeatureHash.of("side actor")

    /// What speaks for the provider of the agreement owing the clause, whoever that is.
    package func providerRow() -> FeatureRow {
        var row = FeatureRow()
        row.begin(1)
        row.add(Self.side, type)
        row.add(Self.side, type, kind)
        row.add(Self.side, kind)
        for actor in actors.actors.prefix(3) where actor.form == .noun {
            both(Self.sideActor, deal.stems[actor.tokens.lowerBound], &row)
        }
        row.begin(0.5)
        var last = DealLexicon.edge
        for token in actors.quote.prefix(30) {
            let word = deal.word(token)
            both(Self.sideWord, word, &row)
            row.add(Self.sideWord, last, word)
            row.add(FeatureHash.combine(Self.sideWord, kind), word)
            last = word
        }
        if actors.sentence >= 0 {
            for hit in deal.hits[deal.sentenceHits[actors.sentence]] where actors.quote.contains(Int(hit.first)) {
                both(Self.sideCue, UInt64(hit.cue), &row)
            }
        }
        row.endRun()
        return row
    }

    private static let status = FeatureHash.of("status")
    private static let outside = FeatureHash.of("status outside")
    private static let agreement = FeatureHash.of("agreement status")

    /// What speaks for the status of the clause.
    /// - Parameter statuses: the probability of each status of its agreement.
    package func statusRow(statuses: [Float]) -> FeatureRow {
        var row = FeatureRow()
        statusInside(&row)
        if actors.sentence >= 0 { statusAround(&row) }
        row.endRun()
        return statusRow(row, statuses: statuses)
    }

    /// As above, from a `row` that was made without the statuses of the agreement: the words of a clause are read once
    /// for how it stands by itself and in its agreement.
    func statusRow(_ row: FeatureRow, statuses: [Float]) -> FeatureRow {
        var row = row
        for (index, probability) in statuses.enumerated() where probability > 0.05 {
            row.begin(1.5 * probability)
            row.add(Self.agreement, UInt64(index))
            row.add(Self.agreement, UInt64(index), type)
        }
        row.endRun()
        return row
    }

    private func statusInside(_ row: inout FeatureRow) {
        row.begin(1)
        row.add(Self.shape, type)
        row.begin(0.7)
        var last = DealLexicon.edge
        for token in actors.quote {
            let word = deal.form(token)
            row.add(Self.formWord, word)
            row.add(Self.formPair, last, word)
            last = word
        }
        for token in actors.quote.prefix(3) { row.add(Self.status, deal.form(token)) }
    }

    /// The rest of the sentence, and the cues in and around the quote.
    private func statusAround(_ row: inout FeatureRow) {
        row.begin(0.4)
        for token in deal.text.sentenceTokens[actors.sentence] where !actors.quote.contains(token) {
            row.add(Self.outside, deal.form(token))
        }
        row.begin(1)
        for hit in deal.hits[deal.sentenceHits[actors.sentence]] {
            if actors.quote.contains(Int(hit.first)) {
                both(Self.cue, UInt64(hit.cue), &row)
            } else {
                row.add(Self.outside, UInt64(hit.cue))
            }
        }
        row.add(Self.status, UInt64(deal.text.article.sentences[actors.sentence].role.rawValue) + 1)
    }
}
