/// The names of an article by what a shorter form of them begins with: an article of nothing but names has too many to
/// lay each beside each other one.
struct LongerNames {
    private let words: [[String]]
    /// Places in `words`, in order: by each of the words, and by the first letters of what the words can be blended to.
    private var byWord: [String: [Int]] = [:]
    private var byLetters: [[UInt8]: [Int]] = [:]

    init(_ keys: [IdentityKey]) {
        words = keys.map(\.words)
        for (place, words) in words.enumerated() {
            for word in Set(words) { byWord[word, default: []].append(place) }
            for letters in ShortForm.blendBeginnings(of: words) { byLetters[letters, default: []].append(place) }
        }
    }

    /// The places of all names of which `key` may be a short form, and of few others, in order.
    func candidates(for key: IdentityKey) -> [Int] {
        guard let first = key.words.first else { return [] }
        // All its words are in a name of which it is a run; the rarest of them are the fewest to look at.
        var rarest = byWord[first] ?? []
        for word in key.words.dropFirst() where (byWord[word] ?? []).count < rarest.count {
            rarest = byWord[word] ?? []
        }
        guard key.words.count == 1 else { return rarest }
        let blends = byLetters[Array(first.utf8.prefix(ShortForm.blendBeginning))] ?? []
        return blends.isEmpty ? rarest : Set(rarest + blends).sorted()
    }
}
