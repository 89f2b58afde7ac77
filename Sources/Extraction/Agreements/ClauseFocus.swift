package import Model

/// How near each company stands to each clause: 1 where the quote names it, less where the quote has only words
/// that stand for it, or the sentence or the sentences before it name it.
package struct ClauseFocus {
    package let descriptions: Descriptions
    let references: References
    /// One number a company for each clause.
    let focus: [[Float]]

    /// How near each company stands to a clause.
    package func near(_ clause: Int) -> [Float] { focus[clause] }

    package init(_ deal: DealText, _ clauses: [Extraction.Clause]) {
        descriptions = Descriptions(deal)
        references = References(deal, descriptions)
        let references = references
        focus = clauses.map { clause in
            let quote = deal.tokens(in: clause.quote)
            let sentence = deal.sentence(ofFirstTokenIn: clause.quote)
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
            if sentence >= 0 { Self.add(references, sentence, quote, to: &focus) }
            return focus
        }
    }

    private static func add(_ references: References, _ sentence: Int, _ quote: Range<Int>, to focus: inout [Float]) {
        for reference in references.all[references.bySentence[sentence]] {
            let isInQuote = quote.contains(reference.tokens.lowerBound)
            let strength: Float =
                switch reference.form {
                case .described: isInQuote ? 0.85 : 0.6
                case .common, .pronoun: isInQuote ? 0.75 : 0.5
                }
            focus[reference.company] = max(focus[reference.company], strength)
        }
    }
}
