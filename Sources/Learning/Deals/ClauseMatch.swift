internal import Model

/// Finds the clauses of an answer among those that were found: the same type, and at least half of the
/// bytes in common.
enum ClauseMatch {
    /// For each found clause, its answer.
    static func matches(
        _ answers: [AnnotatedArticle.Answer.Clause], in article: Article, _ clauses: [Extraction.Clause]
    ) -> [AnnotatedArticle.Answer.Clause?] {
        let ranges = answers.map { range(of: $0.quote, in: article.text) }
        let pairs = Matching.pairs(answers.count, clauses.count) { answer, clause in
            guard let range = ranges[answer], clauses[clause].type.rawValue == answers[answer].type else { return 0 }
            return Matching.halfOverlap(range, clauses[clause].quote)
        }
        var matches = [AnnotatedArticle.Answer.Clause?](repeating: nil, count: clauses.count)
        for pair in pairs { matches[pair.found] = answers[pair.gold] }
        return matches
    }

    static func range(of quote: String, in text: [UInt8]) -> TextRange? {
        let quote = Array(quote.utf8)
        guard let first = quote.first, quote.count <= text.count else { return nil }
        for start in 0...text.count - quote.count where text[start] == first {
            if text[start..<start + quote.count].elementsEqual(quote) { return TextRange(start, start + quote.count) }
        }
        return nil
    }
}
