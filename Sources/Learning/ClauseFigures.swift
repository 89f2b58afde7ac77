internal import Extraction

/// Precision, recall and F1 of found clauses, counted as the scoring script counts them.
package struct ClauseFigures: Sendable, CustomStringConvertible {
    package struct Count: Sendable {
        package var matched = 0
        package var found = 0
        package var annotated = 0

        package var precision: Double { Double(matched) / Double(max(1, found)) }
        package var recall: Double { Double(matched) / Double(max(1, annotated)) }
        package var f1: Double { 2 * Double(matched) / Double(max(1, found + annotated)) }
    }

    package private(set) var typed = Count()
    package private(set) var spans = Count()
    /// Spans found that are the very words annotated.
    package private(set) var exact = 0

    package init() {}

    /// Adds an article.
    package mutating func add(
        annotated: [(range: Range<Int>, type: Int)], found: [(range: Range<Int>, type: Int)]
    ) {
        typed.matched += Self.pairs(annotated, found)
        typed.found += found.count
        typed.annotated += annotated.count
        let (annotatedSpans, foundSpans) = (Self.distinct(annotated), Self.distinct(found))
        spans.matched += Self.pairs(annotatedSpans, foundSpans)
        spans.found += foundSpans.count
        spans.annotated += annotatedSpans.count
        exact += foundSpans.count { found in annotatedSpans.contains { Self.areSame($0.range, found.range) } }
    }

    /// Whether the ends are off by no more than a full stop or a quotation mark.
    private static func areSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        abs(a.lowerBound - b.lowerBound) + abs(a.upperBound - b.upperBound) <= 4
    }

    private static func distinct(_ clauses: [(range: Range<Int>, type: Int)]) -> [(range: Range<Int>, type: Int)] {
        Set(clauses.map(\.range)).map { ($0, 0) }
    }

    /// Pairs of the same type that share at least half of their text, best first, each used once.
    private static func pairs(
        _ annotated: [(range: Range<Int>, type: Int)], _ found: [(range: Range<Int>, type: Int)]
    ) -> Int {
        var pairs: [(overlap: Double, first: Int, second: Int)] = []
        for (first, a) in annotated.enumerated() {
            for (second, b) in found.enumerated() where a.type == b.type {
                let shared = overlap(a.range, b.range)
                if shared >= 0.5 { pairs.append((shared, first, second)) }
            }
        }
        pairs.sort { $0 > $1 }
        var used: (first: Set<Int>, second: Set<Int>) = ([], [])
        for pair in pairs where !used.first.contains(pair.first) && !used.second.contains(pair.second) {
            used.first.insert(pair.first)
            used.second.insert(pair.second)
        }
        return used.first.count
    }

    package var description: String {
        func figures(_ count: Count) -> String {
            [count.precision, count.recall, count.f1].map { String(Int(($0 * 1000).rounded())) }
                .map { "." + String(repeating: "0", count: max(0, 3 - $0.count)) + $0 }.joined(separator: " ")
        }
        return "typed P R F \(figures(typed))  span P R F \(figures(spans))  exact \(exact)"
    }
}
