/// Names that a person may have meant.
enum Nearest {
    /// The names whose keys are nearest to `key`: that contain it, or that a few letters change into it.
    static func names(to key: String, among candidates: [(key: String, name: String)], limit: Int = 5) -> [String] {
        let wanted = Array(key.utf8)
        let most = max(1, wanted.count / 3)
        var ranked: [(distance: Int, name: String)] = []
        for candidate in candidates {
            if wanted.count >= 3, candidate.key.contains(key) {
                ranked.append((0, candidate.name))
            } else if let distance = distance(wanted, Array(candidate.key.utf8), atMost: most) {
                ranked.append((distance, candidate.name))
            }
        }
        var names: [String] = []
        for (_, name) in ranked.sorted(by: { ($0.distance, $0.name) < ($1.distance, $1.name) })
        where !names.contains(name) {
            names.append(name)
            if names.count == limit { break }
        }
        return names
    }

    /// How many letters must be put in, left out or changed to make `a` into `b`; nil where more than `most`.
    static func distance(_ a: [UInt8], _ b: [UInt8], atMost most: Int) -> Int? {
        guard abs(a.count - b.count) <= most else { return nil }
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count] <= most ? row[b.count] : nil
    }
}
