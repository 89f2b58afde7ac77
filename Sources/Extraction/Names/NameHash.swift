/// Hashes of words and names as names are compared: folded, without dots and apostrophes, without silent
/// words (`the`, legal suffixes) and signs, `&` as `and`.
package enum NameHash {
    private static let and = FeatureHash.of("and")
    private static let possessive = FeatureHash.of("s")

    /// The hash of a token's word; nil for a sign that names do not have.
    package static func word(_ token: Token, folded: [UInt8]) -> UInt64? {
        folded.withUnsafeBufferPointer { word(token, folded: $0) }
    }

    @inline(__always)
    static func word(_ token: Token, folded: UnsafeBufferPointer<UInt8>) -> UInt64? {
        switch token.kind {
        case .sign:
            return token.end - token.start == 1 && folded[Int(token.foldedStart)] == 0x26 ? and : nil
        case .possessive:
            return possessive
        case .number, .word:
            return bare(
                UnsafeBufferPointer(rebasing: folded[Int(token.foldedStart)..<Int(token.foldedEnd)]), token.hash)
        }
    }

    /// `hash` where the word has no dot and no apostrophe, else the hash without them.
    @inline(__always)
    private static func bare(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt64 {
        var isBare = true
        for byte in word where byte == 0x2E || byte == 0x27 || byte == 0xE2 { isBare = false }
        if isBare { return hash }
        var rest = FeatureHash.seed
        var index = 0
        while index < word.count {
            if word[index] == 0xE2, index + 2 < word.count, word[index + 1] == 0x80, word[index + 2] == 0x99 {
                index += 3
                continue
            }
            if word[index] != 0x2E, word[index] != 0x27 { rest = FeatureHash.combine(rest, word[index]) }
            index += 1
        }
        return rest
    }

    package static let start: UInt64 = 0x6E61_6D65

    /// The hash of a name that goes on with `word`.
    @inline(__always)
    package static func append(_ word: UInt64, to name: UInt64) -> UInt64 {
        FeatureHash.combine(FeatureHash.combine(name, word), 0x9E37 as UInt64)
    }

    /// The hash of a whole name.
    package static func name(_ words: some Sequence<UInt64>) -> UInt64 {
        words.reduce(start) { append($1, to: $0) }
    }
}
