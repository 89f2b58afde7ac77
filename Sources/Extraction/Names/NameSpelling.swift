/// How the letters of a short name come from those of a long one; names as the folded bytes of their words.
enum NameSpelling {
    /// Whether `letters` are letters of `words` in order, the first of each word among them.
    static func isWritten(_ letters: ArraySlice<UInt8>, with words: ArraySlice<[UInt8]>) -> Bool {
        guard let word = words.first, letters.first == word.first else { return words.isEmpty && letters.isEmpty }
        var rest = letters.dropFirst()
        if isWritten(rest, with: words.dropFirst()) { return true }
        for byte in word.dropFirst() where byte == rest.first {
            rest = rest.dropFirst()
            if isWritten(rest, with: words.dropFirst()) { return true }
        }
        return false
    }

    /// Whether `short` is `word` or the beginning of it, as headlines cut words (`LABS`).
    static func isStem(_ short: [UInt8], of word: [UInt8]) -> Bool {
        if short == word { return true }
        let stem = short.last == 0x73 ? short.dropLast() : short[...]
        return stem.count >= 3 && short.count < word.count && word.starts(with: stem)
    }

    /// Whether two names differ by one letter added, dropped or changed in one word of five letters or more.
    static func isMisspelled(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
        guard a.count == b.count else { return false }
        let differing = a.indices.filter { a[$0] != b[$0] }
        guard differing.count == 1 else { return false }
        let (one, other) = (a[differing[0]], b[differing[0]])
        guard min(one.count, other.count) >= 5, abs(one.count - other.count) <= 1 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return start + end >= max(one.count, other.count) - 1
    }

    /// Whether `word` is made of the beginnings of all `words`, in order. All ways to part it are gone at once: one
    /// after the other they can be more than can be counted.
    static func isBlend(_ word: [UInt8], of words: [[UInt8]]) -> Bool {
        guard let first = words.first?.first, word.first == first else { return false }
        var ends = [0]
        for beginning in words {
            var next: Set<Int> = []
            for start in ends {
                let length = zip(word[start...], beginning).prefix { $0 == $1 }.count
                if length > 0 { next.formUnion(start + 1...start + length) }
            }
            if next.isEmpty { return false }
            ends = next.sorted()
        }
        return ends.last == word.count
    }
}

extension NameTokens {
    /// The folded bytes of a word without dots and apostrophes.
    func bareWord(_ index: Int) -> [UInt8] {
        text.folded[foldedBytes(index)].filter(Self.isBare)
    }

    /// The first of them.
    func bareInitial(_ index: Int) -> UInt8? {
        text.folded[foldedBytes(index)].first(where: Self.isBare)
    }

    private func foldedBytes(_ index: Int) -> Range<Int> {
        Int(text.tokens[index].foldedStart)..<Int(text.tokens[index].foldedEnd)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        byte != 0x2E && byte != 0x27 && byte != 0xE2 && byte != 0x80 && byte != 0x99
    }
}
