/// Nearness of words, to guess what was meant by a mistyped one.
enum EditDistance {
    /// The words of `candidates` nearest to `word`, at most `count`; none that differs in more than a third
    /// of its letters.
    static func nearest(to word: String, in candidates: [String], count: Int = 3) -> [String] {
        let limit = max(1, word.count / 3)
        return candidates.map { (name: $0, distance: between(word.lowercased(), $0.lowercased())) }
            .filter { $0.distance <= limit || $0.name.lowercased().hasPrefix(word.lowercased()) && word.count > 2 }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(count).map(\.name)
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour to make `b` of `a`.
    static func between(_ a: String, _ b: String) -> Int {
        let a = Array(a), b = Array(b)
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
