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
        guard 2...longestBlend ~= letters.count, letters.first == long.first?.utf8.first else { return false }
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

    /// Letters of the longest blend: nobody writes longer ones, and names can be as long as their text.
    private static let longestBlend = 32

    /// So many letters of a blend tell which names can be its own.
    static let blendBeginning = 3

    /// The beginnings of all that the words can be blended to: `blendBeginning` letters, or the two of a shorter one.
    static func blendBeginnings(of words: [String]) -> Set<[UInt8]> {
        guard words.count > 1 else { return [] }
        var found: Set<[UInt8]> = []
        var open: Set<[UInt8]> = [[]]
        for (place, word) in words.enumerated() {
            let word = Array(word.utf8)
            var next = place > 0 && connectors.contains(word) ? open : []
            for letters in open {
                for count in 1..<max(2, 1 + min(word.count, blendBeginning - letters.count)) {
                    let longer = letters + word.prefix(count)
                    if longer.count == blendBeginning || place > 0 && longer.count == 2 { found.insert(longer) }
                    if longer.count < blendBeginning { next.insert(longer) }
                }
            }
            open = next
            if open.isEmpty { break }
        }
        return found
    }

    private static let connectors: Set<[UInt8]> = Set(
        ["and", "of", "the", "for", "de", "du", "des", "der", "di", "del", "la", "le"].map { Array($0.utf8) })
}
