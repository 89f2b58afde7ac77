/// Strips endings of English words, so that "supplies", "supplied" and "supplier" meet.
///
/// Light on purpose: it serves as a key for cues and features, and may cut too much as long as it cuts alike.
enum Stemmer {
    /// Endings and the letters that must be left before them; the first that fits is stripped.
    private static let endings: [(ending: [UInt8], least: Int)] = [
        ("ations", 4), ("ation", 4), ("ators", 4), ("ating", 4), ("ated", 4), ("ates", 4), ("ator", 4), ("ate", 4),
        ("ingly", 4), ("ments", 3), ("ment", 3), ("ities", 4), ("ity", 4), ("ances", 4), ("ance", 4), ("ences", 4),
        ("ence", 4), ("ings", 4), ("ing", 3), ("edly", 4), ("ions", 5), ("ion", 5), ("iers", 3), ("ier", 4),
        ("ies", 3), ("ied", 3), ("ors", 5), ("or", 5), ("ers", 4), ("als", 5), ("al", 5), ("ed", 3), ("es", 4),
        ("er", 4), ("ly", 5), ("s", 3),
    ].map { (Array($0.utf8), $1) }

    /// The length of the stem of `word` (a folded word).
    static func length(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var length = word.count
        guard length >= 4 else { return length }
        for (ending, least) in endings where length - ending.count >= least && ends(word, length, ending) {
            if ending == [0x73], word[length - 2] == 0x73 { break }
            length -= ending.count
            break
        }
        if length > 3, word[length - 1] == 0x65 || word[length - 1] == 0x79 || word[length - 1] == 0x69 { length -= 1 }
        if length > 3, word[length - 1] == word[length - 2] { length -= 1 }
        return length
    }

    private static func ends(_ word: UnsafeBufferPointer<UInt8>, _ length: Int, _ ending: [UInt8]) -> Bool {
        let start = length - ending.count
        for index in ending.indices where word[start + index] != ending[index] { return false }
        return true
    }
}
