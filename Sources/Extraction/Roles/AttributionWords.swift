internal import Assets

/// The words that tell who said something: `data/cues/attribution.tsv`. They are matched as they stand, not by
/// stem: `said` reports, `say` mostly does not.
struct AttributionWords: Sendable {
    private var classes: [String: [[UInt64]]] = [:]

    init() {
        for row in Assets.table("data/cues/attribution.tsv") where row.count == 2 {
            classes[row[0]] = row[1].split(separator: ",").map { phrase in
                phrase.split(separator: " ").map { FeatureHash.of($0.utf8) }
            }
        }
    }

    /// Where a phrase of a class that begins at `token` ends; nil where none does.
    func end(of name: String, at token: Int, in tokens: [Token]) -> Int? {
        for phrase in classes[name] ?? [] where token >= 0 && token + phrase.count <= tokens.count {
            if phrase.indices.allSatisfy({ tokens[token + $0].hash == phrase[$0] }) { return token + phrase.count }
        }
        return nil
    }
}
