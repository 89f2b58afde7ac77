internal import Assets

/// On which side of what is named the wanted amounts or dates are.
enum Bound: String, Equatable, Sendable {
    case exact
    case least = "at least"
    case above
    case most = "at most"
    case below
}

/// The words by which people say it, as in "over $1bn" and "2024 or later": `data/concepts/bounds.tsv`.
struct Bounds: Sendable {
    enum Subject: String, Hashable, Sendable { case amount, date }

    private struct Key: Hashable {
        var phrase: String
        var subject: Subject
        var isBefore: Bool
    }

    private var bounds: [Key: Bound] = [:]
    private static let names: [String: Bound] = ["least": .least, "above": .above, "most": .most, "below": .below]
    private static let longest = 3

    static let shared = Bounds()

    private init() {
        for row in Assets.table("data/concepts/bounds.tsv") where row.count == 4 {
            guard let subject = Subject(rawValue: row[1]), let bound = Self.names[row[2]] else { continue }
            bounds[Key(phrase: row[0], subject: subject, isBefore: row[3] == "before")] = bound
        }
    }

    /// The bound that the words before or after `range` set, and the range with them.
    func bound(
        _ subject: Subject, around range: Range<Int>, in tokens: [QueryToken]
    ) -> (bound: Bound, tokens: Range<Int>) {
        for width in stride(from: Self.longest, through: 1, by: -1) {
            let start = range.lowerBound - width
            if start >= 0, let bound = bound(subject, tokens[start..<range.lowerBound], isBefore: true) {
                return (bound, start..<range.upperBound)
            }
            let end = range.upperBound + width
            if end <= tokens.count, let bound = bound(subject, tokens[range.upperBound..<end], isBefore: false) {
                return (bound, range.lowerBound..<end)
            }
        }
        return (.exact, range)
    }

    private func bound(_ subject: Subject, _ tokens: ArraySlice<QueryToken>, isBefore: Bool) -> Bound? {
        let phrase = tokens.map(\.folded).joined(separator: " ")
        return bounds[Key(phrase: phrase, subject: subject, isBefore: isBefore)]
    }
}
