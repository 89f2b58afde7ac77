/// Whether one name can be a shorter form of another by its looks.
enum ShortForm {
    /// `tarn` of `tarn robotics`, `disney` of `walt disney`, `ibm` of `international business machines`,
    /// `fedex` of `federal express`; never of a unit that bears its parent's name and a place or a trade of its own,
    /// which is for the articles to say.
    static func fits(_ short: [String], _ long: [String]) -> Bool {
        guard !short.isEmpty, !long.isEmpty, length(short) < length(long) else { return false }
        return isRun(short, of: long) || (short.count == 1 && isBlend(Array(short[0].utf8), of: long))
    }

    static func length(_ words: [String]) -> Int { words.reduce(0) { $0 + $1.utf8.count } }

    /// Whether the words follow each other in `long`, with or without what stands between them.
    private static func isRun(_ short: [String], of long: [String]) -> Bool {
        var rest = short[...]
        for word in long where word == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// Whether the letters are beginnings of the words in turn, the first word's first, two words or more, small
    /// words skipped at will.
    private static func isBlend(_ letters: [UInt8], of long: [String]) -> Bool {
        guard letters.count >= 2 else { return false }
        return blend(letters[...], long.map { Array($0.utf8) }[...], used: 0)
    }

    private static func blend(_ letters: ArraySlice<UInt8>, _ words: ArraySlice<[UInt8]>, used: Int) -> Bool {
        if letters.isEmpty { return used >= 2 }
        guard let word = words.first, used + words.count >= 2 else { return false }
        if used > 0, connectors.contains(word), blend(letters, words.dropFirst(), used: used) { return true }
        var common = 0
        while common < word.count, common < letters.count, word[common] == letters[letters.startIndex + common] {
            common += 1
        }
        // Blends take the start of each word: "fed-ex", "i-b-m".
        for count in stride(from: common, to: 0, by: -1)
        where blend(letters.dropFirst(count), words.dropFirst(), used: used + 1) {
            return true
        }
        return false
    }

    private static let connectors: Set<[UInt8]> = Set(
        ["and", "of", "the", "for", "de", "du", "des", "der", "di", "del", "la", "le"].map { Array($0.utf8) })
}
