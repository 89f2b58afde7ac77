internal import Model

/// Finds the clauses of an answer among those that were found: the same type, and at least half of the
/// bytes in common.
enum ClauseMatch {
    /// For each found clause, its answer.
    static func matches(
        _ answers: [AnnotatedArticle.Answer.Clause], in article: Article, _ clauses: [Extraction.Clause]
    ) -> [AnnotatedArticle.Answer.Clause?] {
        let ranges = answers.map { range(of: $0.quote, in: article.text) }
        var pairs: [(share: Double, answer: Int, clause: Int)] = []
        for (answer, range) in ranges.enumerated() {
            guard let range else { continue }
            for (index, clause) in clauses.enumerated() where clause.type.rawValue == answers[answer].type {
                let share = overlap(range, clause.quote)
                if share >= 0.5 { pairs.append((share, answer, index)) }
            }
        }
        pairs.sort { ($0.share, -$0.answer, -$0.clause) > ($1.share, -$1.answer, -$1.clause) }
        var used = Set<Int>()
        var matches = [AnnotatedArticle.Answer.Clause?](repeating: nil, count: clauses.count)
        for pair in pairs where matches[pair.clause] == nil && used.insert(pair.answer).inserted {
            matches[pair.clause] = answers[pair.answer]
        }
        return matches
    }

    /// The bytes in common as a share of those of either.
    private static func overlap(_ a: TextRange, _ b: TextRange) -> Double {
        let common = min(a.end, b.end) - max(a.start, b.start)
        return common > 0 ? Double(common) / Double(max(a.end, b.end) - min(a.start, b.start)) : 0
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
