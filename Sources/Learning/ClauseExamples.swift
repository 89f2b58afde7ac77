package import Extraction
internal import Model

/// Annotated articles with their candidates, and which of them are clauses of which types.
package struct ClauseExamples: Sendable {
    package struct Example: Sendable {
        package var name: String
        /// How many times it counts.
        package var weight: Int
        package var article: ClauseArticle
        /// The annotated clauses: where they lie, in bytes, and the index of their type.
        package var clauses: [(range: Range<Int>, type: Int)]
        /// Index of the first candidate in the rows.
        package var firstCandidate: Int
        /// Where the candidates lie, in bytes.
        package var ranges: [Range<Int>]
    }

    package private(set) var examples: [Example] = []
    /// For the decision whether a candidate is a clause.
    package private(set) var spanRows = SparseRows()
    /// For the decision of which type it is.
    package private(set) var typeRows = SparseRows()
    /// The types of each candidate; none where it is no clause.
    package private(set) var types: [[Int]] = []
    /// For each type of each candidate, the share of it and the annotated clause together that both cover, 0.5 to 1.
    package private(set) var fits: [[Float]] = []

    package init(_ articles: [AnnotatedArticle]) {
        for annotated in articles { add(annotated) }
    }

    private mutating func add(_ annotated: AnnotatedArticle) {
        let article = ClauseArticle(TokenizedText(annotated.article))
        let first = types.count
        let ranges = article.candidatePlaces.map(\.range)
        let clauses = annotated.answer.clauses.compactMap { clause -> (Range<Int>, Int)? in
            guard let range = find(clause.quote, in: annotated.article.text),
                let type = ClauseTypes.names.firstIndex(of: clause.type)
            else { return nil }
            return (range, type)
        }
        examples.append(
            Example(
                name: annotated.name, weight: annotated.weight.clauses, article: article, clauses: clauses,
                firstCandidate: first, ranges: ranges))
        for range in ranges {
            var fits: [Int: Double] = [:]
            for (place, type) in clauses {
                let shared = overlap(place, range)
                if shared >= 0.5 { fits[type] = max(fits[type] ?? 0, shared) }
            }
            let sorted = fits.sorted { $0.key < $1.key }
            types.append(sorted.map(\.key))
            self.fits.append(sorted.map { Float($0.value) })
        }
        CandidateRow.all(of: article) { row in
            for group in row.groups {
                let scale = Float(group.hashes.count).squareRoot()
                if group.spanWeight > 0 { spanRows.add(group.hashes, value: group.spanWeight / scale) }
                if group.typeWeight > 0 { typeRows.add(group.hashes, value: group.typeWeight / scale) }
            }
            spanRows.endRow()
            typeRows.endRow()
        }
    }

    private func find(_ quote: String, in text: [UInt8]) -> Range<Int>? {
        text.firstRange(of: Array(quote.utf8))
    }
}

/// The share of the two ranges together that both cover.
package func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let shared = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
    let union = max(a.upperBound, b.upperBound) - min(a.lowerBound, b.lowerBound)
    return shared > 0 ? Double(shared) / Double(union) : 0
}
