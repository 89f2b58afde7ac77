/// Porter's stemmer as FTS5's `porter` tokenizer does it, so that a word of a query and a word of the index
/// can be compared outside of SQLite. <https://tartarus.org/martin/PorterStemmer/def.txt>
///
/// FTS5 differs from the paper in small things (it stems words of three letters); so does this.
struct PorterStemmer {
    private var word: [UInt8]

    /// The stem of `word`, which is in lower case without marks.
    static func stem(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard (3...64).contains(bytes.count) else { return word }
        var stemmer = PorterStemmer(word: bytes)
        stemmer.run()
        return String(decoding: stemmer.word, as: UTF8.self)
    }

    private mutating func run() {
        dropPlural()
        dropPast()
        if word.last == UInt8(ascii: "y"), hasVowel(word.count - 1) { word[word.count - 1] = UInt8(ascii: "i") }
        replace(Self.step2) { $0.measure(atLeast: 1, in: $1) }
        replace(Self.step3) { $0.measure(atLeast: 1, in: $1) }
        replace(Self.step4) { $0.measure(atLeast: 2, in: $1) }
        dropFinalE()
        if word.count > 1, ends("ll"), measure(atLeast: 2, in: word.count - 1) { word.removeLast() }
    }

    private mutating func dropPlural() {
        guard word.last == UInt8(ascii: "s") else { return }
        let count = word.count
        if word[count - 2] == UInt8(ascii: "e") {
            let double = count > 4 && ends("sses") || count > 3 && ends("ies")
            word.removeLast(double ? 2 : 1)
        } else if word[count - 2] != UInt8(ascii: "s") {
            word.removeLast()
        }
    }

    private mutating func dropPast() {
        let count = word.count
        if count > 3, ends("eed") {
            if measure(atLeast: 1, in: count - 3) { word.removeLast() }
        } else if count > 2, ends("ed"), hasVowel(count - 2) {
            word.removeLast(2)
            mendPast()
        } else if count > 3, ends("ing"), hasVowel(count - 3) {
            word.removeLast(3)
            mendPast()
        }
    }

    private mutating func mendPast() {
        let count = word.count
        if count > 2, ends("at") || ends("bl") || ends("iz") {
            word.append(UInt8(ascii: "e"))
        } else if count > 1, let last = word.last, last == word[count - 2], !isVowel(last, afterConsonant: false),
            !"lsz".utf8.contains(last)
        {
            word.removeLast()
        } else if measure(atLeast: 1, in: count), !measure(atLeast: 2, in: count), isShort(count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    private mutating func dropFinalE() {
        guard word.last == UInt8(ascii: "e") else { return }
        let rest = word.count - 1
        if measure(atLeast: 2, in: rest) || measure(atLeast: 1, in: rest) && !isShort(rest) { word.removeLast() }
    }

    /// Replaces the first ending that fits, where what stands before it is long enough.
    private mutating func replace(_ endings: [(String, String)], where fits: (PorterStemmer, Int) -> Bool) {
        for (ending, replacement) in endings where word.count > ending.utf8.count && ends(ending) {
            let rest = word.count - ending.utf8.count
            if ending == "ion", ![UInt8(ascii: "s"), UInt8(ascii: "t")].contains(word[rest - 1]) { return }
            guard fits(self, rest) else { return }
            word.removeLast(ending.utf8.count)
            word.append(contentsOf: replacement.utf8)
            return
        }
    }

    private func ends(_ ending: String) -> Bool {
        word.count >= ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    private func isVowel(_ letter: UInt8, afterConsonant: Bool) -> Bool {
        "aeiou".utf8.contains(letter) || afterConsonant && letter == UInt8(ascii: "y")
    }

    private func hasVowel(_ count: Int) -> Bool {
        word.prefix(count).indices.contains { isVowel(word[$0], afterConsonant: $0 > 0) }
    }

    /// Whether the first `count` bytes hold at least so many runs of vowels followed by a consonant.
    private func measure(atLeast wanted: Int, in count: Int) -> Bool {
        var found = 0
        var consonant = false
        var seenVowel = false
        for letter in word.prefix(count) {
            consonant = !isVowel(letter, afterConsonant: consonant)
            if !consonant {
                seenVowel = true
            } else if seenVowel {
                found += 1
                seenVowel = false
            }
        }
        return found >= wanted
    }

    /// Whether the first `count` bytes end in consonant, vowel, consonant, the last of them not w, x or y.
    private func isShort(_ count: Int) -> Bool {
        guard let last = word.prefix(count).last, !"wxy".utf8.contains(last) else { return false }
        var shape = 0
        var consonant = false
        for letter in word.prefix(count) {
            consonant = !isVowel(letter, afterConsonant: consonant)
            shape = (shape << 1 | (consonant ? 1 : 0)) & 7
        }
        return shape == 5
    }

    private static let step2 = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"),
        ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
        ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ]

    private static let step3 = [
        ("ical", "ic"), ("ness", ""), ("icate", "ic"), ("iciti", "ic"), ("ful", ""), ("ative", ""), ("alize", "al"),
    ]

    private static let step4 = [
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""),
        ("ement", ""), ("ment", ""), ("ent", ""), ("ion", ""), ("ou", ""), ("ism", ""), ("ate", ""), ("iti", ""),
        ("ous", ""), ("ive", ""), ("ize", ""),
    ]
}
