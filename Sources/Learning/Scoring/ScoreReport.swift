internal import Foundation

/// Scores as tables for people.
package struct ScoreReport {
    package let scores: [ArticleScore]
    private let total: ArticleScore

    package init(_ scores: [ArticleScore]) {
        self.scores = scores
        total = ArticleScore(sumOf: scores, name: "all")
    }

    /// Precision, recall and F1, and how much of what was found has the right details.
    package var summary: String {
        let tallies: [(String, Tally)] = [
            ("companies", total.companies), ("agreements (parties and kind)", total.agreements),
            ("agreements (parties)", total.agreementParties), ("clauses (type and span)", total.clauses),
            ("clauses (span)", total.clauseSpans),
        ]
        let shares: [(String, Share)] = [
            ("clause status", total.clauseStatus), ("clause agreement", total.clauseAgreement),
            ("clause obligor", total.obligors), ("clause beneficiary", total.beneficiaries),
            ("agreement status", total.agreementStatus), ("title", total.title), ("published", total.published),
        ]
        var lines = ["\(scores.count) articles"]
        lines += tallies.map { name, tally in
            Self.padded(name, 32) + "P \(Self.digits(tally.precision))  R \(Self.digits(tally.recall))  "
                + "F1 \(Self.digits(tally.f1))   (\(tally.matched) matched, \(tally.found) found, \(tally.gold) in the answers)"
        }
        lines += shares.map { name, share in
            Self.padded(name, 32) + (share.value.map(Self.digits) ?? "-") + "   (\(share.right) of \(share.of))"
        }
        return lines.joined(separator: "\n")
    }

    /// For each clause type its score, and what clauses of it were taken for where they were not found.
    package var confusion: String {
        let header = Self.padded("clause type", 34) + "  gold found right     P     R    F1  taken for"
        let rows = total.confusion.tallies.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }
        return
            ([header]
            + rows.map { type, tally in
                let taken = (total.confusion.taken[type] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    .prefix(4).map { "\($0.key.isEmpty ? "nothing" : $0.key) \($0.value)" }
                return Self.padded(type, 34)
                    + [tally.gold, tally.found, tally.matched].map { Self.right("\($0)", 6) }.joined()
                    + [tally.precision, tally.recall, tally.f1].map { Self.right(Self.digits($0), 6) }.joined()
                    + "  " + taken.joined(separator: ", ")
            }).joined(separator: "\n")
    }

    /// The articles with the lowest clause scores and what went wrong in them.
    package func worst(_ count: Int, mistakes: Int) -> String {
        let sorted = scores.filter { $0.clauses.gold > 0 }.sorted {
            ($0.clauses.f1, $0.name) < ($1.clauses.f1, $1.name)
        }
        return sorted.prefix(count).map { score in
            let shown = score.mistakes.prefix(mistakes).map { "  " + Self.shortened($0) }
            let rest = score.mistakes.count - shown.count
            return
                (["\(score.name): clauses F1 \(Self.digits(score.clauses.f1))"] + shown
                + (rest > 0 ? ["  … and \(rest) more"] : [])).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func digits(_ number: Double) -> String { String(format: "%.3f", number) }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 110 ? line.prefix(109) + "…" : line
    }
}
