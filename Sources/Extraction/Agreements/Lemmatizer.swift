internal import Assets

/// Hashes of words without their inflection, so that `supplies`, `supplied` and `supplying` meet, and
/// `bought` meets `buy`. The irregular forms come from `data/cues/lemmas.tsv`.
struct Lemmatizer: Sendable {
    private var irregular: HashTable<UInt64>

    init() {
        let table = Assets.table("data/cues/lemmas.tsv").filter { $0.count == 2 }
        irregular = HashTable(capacity: table.count, none: 0)
        for row in table {
            irregular[FeatureHash.of(row[0].utf8)] = regular(Array(row[1].utf8).span)
        }
    }

    /// - Parameters:
    ///   - word: the folded word.
    ///   - hash: its `FeatureHash`.
    func stem(_ word: Span<UInt8>, hash: UInt64) -> UInt64 {
        let base = irregular[hash]
        return base == 0 ? regular(word) : base
    }

    func stem(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return stem(bytes.span, hash: FeatureHash.of(bytes))
    }

    private func regular(_ word: Span<UInt8>) -> UInt64 {
        var end = word.count
        func ends(_ suffix: StaticString, atLeast length: Int) -> Bool {
            let count = suffix.utf8CodeUnitCount
            guard end >= length, end >= count else { return false }
            for index in 0..<count where suffix.utf8Start[index] != word[end - count + index] { return false }
            return true
        }
        if end > 3, word[end - 1] == UInt8(ascii: "s"), !ends("ss", atLeast: 2), !ends("us", atLeast: 2),
            !ends("is", atLeast: 2)
        {
            end -= 1
            if ends("xe", atLeast: 4) || ends("sse", atLeast: 4) || ends("che", atLeast: 5) || ends("she", atLeast: 5) {
                end -= 1
            }
        }
        if ends("ing", atLeast: 6) { end -= 3 } else if ends("ed", atLeast: 5) { end -= 2 }
        if end > 3, word[end - 1] == UInt8(ascii: "e") { end -= 1 }
        if end > 3, word[end - 1] == word[end - 2] { end -= 1 }
        var hash = FeatureHash.seed
        for index in 0..<end {
            let isFinalY = index == end - 1 && index > 1 && word[index] == UInt8(ascii: "y")
            hash = FeatureHash.combine(hash, isFinalY ? UInt8(ascii: "i") : word[index])
        }
        return hash
    }
}
