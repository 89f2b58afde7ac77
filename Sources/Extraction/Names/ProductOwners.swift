internal import Model

/// Ties the products that an article names to its companies.
struct ProductOwners {
    private let tokens: NameTokens

    init(_ tokens: NameTokens) { self.tokens = tokens }

    /// Which of `companies` the product in `cluster` belongs to: the one right before it ("Acme's Bolt"), with
    /// which it shares its first word, else the one named nearest to it in its sentence, else the one named most.
    func owner(of cluster: NameCluster, among companies: [NameCluster]) -> Int? {
        let scores = companies.map { company in
            cluster.spans.reduce(Float(company.spans.count) / 100) { $0 + closeness($1, to: company) }
                + (sharesFirstWord(cluster, company) ? 2 : 0)
        }
        return scores.indices.max { scores[$0] < scores[$1] }
    }

    private func closeness(_ span: NameSpan, to company: NameCluster) -> Float {
        let sentence = tokens.text.tokens[span.tokens.lowerBound].sentence
        var best: Float = 0
        for other in company.spans where tokens.text.tokens[other.tokens.lowerBound].sentence == sentence {
            let gap = span.tokens.lowerBound - other.tokens.upperBound
            if gap >= 0 {
                let isPossessed = gap <= 3 && tokens.isPossessive(other.tokens.upperBound)
                best = max(best, isPossessed ? 3 : 1 / Float(gap + 1))
            } else {
                best = max(best, 0.7 / Float(max(1, other.tokens.lowerBound - span.tokens.upperBound + 1)))
            }
        }
        return best
    }

    private func sharesFirstWord(_ product: NameCluster, _ company: NameCluster) -> Bool {
        let first = product.candidates[0].words.first
        return company.candidates.contains { $0.words.first == first }
    }
}
