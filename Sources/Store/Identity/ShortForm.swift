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
    /// words skipped at will: "fed-ex", "i-b-m".
    private static func isBlend(_ letters: [UInt8], of long: [String]) -> Bool {
        guard letters.count >= 2, letters.first == long.first?.utf8.first else { return false }
        // By how many letters are used up: whether one word can have given them, and whether several can. All ways
        // are gone at once; one after the other they could be more than can be counted.
        var one = [Bool](repeating: false, count: letters.count + 1)
        var several = one
        for (place, word) in long.enumerated() {
            let word = Array(word.utf8)
            let isSkipped = place > 0 && connectors.contains(word)
            var (nextOne, nextSeveral) = isSkipped ? (one, several) : (one.map { _ in false }, one.map { _ in false })
            for start in letters.indices where place == 0 ? start == 0 : one[start] || several[start] {
                var end = start
                while end < letters.count, end - start < word.count, letters[end] == word[end - start] {
                    end += 1
                    if place == 0 { nextOne[end] = true } else { nextSeveral[end] = true }
                }
            }
            (one, several) = (nextOne, nextSeveral)
            if several[letters.count] { return true }
        }
        return false
    }

    private static let connectors: Set<[UInt8]> = Set(
        ["and", "of", "the", "for", "de", "du", "des", "der", "di", "del", "la", "le"].map { Array($0.utf8) })
}
