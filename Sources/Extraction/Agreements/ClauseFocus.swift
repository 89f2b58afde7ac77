package import Model

/// How near each company stands to each clause: 1 where the quote names it, less where the sentence or the
/// sentences before it do.
package struct ClauseFocus {
    /// One number a company for each clause.
    let focus: [[Float]]

    /// How near each company stands to a clause.
    package func near(_ clause: Int) -> [Float] { focus[clause] }

    package init(_ deal: DealText, _ clauses: [Extraction.Clause]) {
        focus = clauses.map { clause in
            let quote = deal.tokens(in: clause.quote)
            let sentence = quote.isEmpty ? -1 : deal.sentence(ofToken: quote.lowerBound)
            var focus = [Float](repeating: 0, count: deal.companies.count)
            for mention in deal.mentions
            where mention.tokens.lowerBound < quote.upperBound || mention.sentence == sentence {
                let strength: Float
                if quote.contains(mention.tokens.lowerBound) {
                    strength = 1
                } else if mention.sentence == sentence {
                    strength = 0.7
                } else {
                    let distance = sentence - mention.sentence
                    strength = mention.sentence >= 0 && distance <= 4 ? 0.5 / Float(distance) : 0.05
                }
                focus[mention.company] = max(focus[mention.company], strength)
            }
            return focus
        }
    }
}
