/// Names that a person may have meant.
enum Nearest {
    /// The names whose keys are nearest to `key`: that have a word which begins with it, that a few letters change into
    /// it, or that contain it.
    static func names(to key: String, among candidates: [(key: String, name: String)], limit: Int = 5) -> [String] {
        let wanted = Array(key.utf8)
        let most = max(1, wanted.count / 3)
        var ranked: [(distance: Int, name: String)] = []
        for candidate in candidates {
            let isPart = wanted.count >= 3 && candidate.key.contains(key)
            if isPart, candidate.key.hasPrefix(key) || candidate.key.contains(" " + key) {
                ranked.append((0, candidate.name))
            } else if let distance = EditDistance.between(wanted, Array(candidate.key.utf8), atMost: most) {
                ranked.append((distance, candidate.name))
            } else if isPart {
                ranked.append((most + 1, candidate.name))
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
}
