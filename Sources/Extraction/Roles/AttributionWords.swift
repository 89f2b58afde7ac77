internal import Assets

/// The words that tell who said something: `data/cues/attribution.tsv`. They are matched as they stand, not by
/// stem: `said` reports, `say` mostly does not.
struct AttributionWords: Sendable {
    /// In the order of `names`.
    enum Kind: Int { case verb, according, voice, pronoun, person, not }

    private static let names = ["verb", "according", "voice", "pronoun", "person", "not"]

    private let phrases: [[[UInt64]]]
    /// For each first word of a phrase the kinds it begins, as bits. Nearly no word begins one; to look phrases up by the
    /// name of their kind, at each word, took six sevenths of telling who speaks.
    private let kinds: HashTable<UInt8>

    init() {
        var phrases = [[[UInt64]]](repeating: [], count: Self.names.count)
        for row in Assets.table("data/cues/attribution.tsv") where row.count == 2 {
            guard let kind = Self.names.firstIndex(of: row[0]) else { continue }
            phrases[kind] = row[1].split(separator: ",").map { phrase in
                phrase.split(separator: " ").map { FeatureHash.of($0.utf8) }
            }
        }
        var kinds = HashTable<UInt8>(capacity: phrases.reduce(0) { $0 + $1.count }, none: 0)
        for (kind, phrases) in phrases.enumerated() {
            for phrase in phrases { kinds[phrase[0]] |= 1 << UInt8(kind) }
        }
        (self.phrases, self.kinds) = (phrases, kinds)
    }

    /// Where a phrase of a kind that begins at `token` ends; nil where none does.
    func end(of kind: Kind, at token: Int, in tokens: [Token]) -> Int? {
        guard tokens.indices.contains(token), kinds[tokens[token].hash] & 1 << UInt8(kind.rawValue) != 0 else {
            return nil
        }
        for phrase in phrases[kind.rawValue] where token + phrase.count <= tokens.count {
            if phrase.indices.allSatisfy({ tokens[token + $0].hash == phrase[$0] }) { return token + phrase.count }
        }
        return nil
    }
}
