internal import Assets
internal import Model

/// Cuts text into tokens. The first that fits: initials (`U.S.`), a number with inner `.` and `,`, a run of
/// letters and digits with inner apostrophes (not before a possessive `s`) and a final `+`, a possessive
/// `'s`, any other single sign. Hyphen, `&` and dot are tokens of their own.
struct Tokenizer {
    private let folding = Folding.shared

    /// Appends the tokens of `text` from byte `start` to `end`.
    func run(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, sentence: Int32, _ tokens: inout [Token],
        _ folded: inout [UInt8]
    ) {
        var index = start
        var isAfterSpace = start == 0 || isSpace(text[start - 1])
        while index < end {
            let (value, length) = scalar(in: text, at: index)
            if ScalarClass.isSpace(value) {
                isAfterSpace = true
                index += length
                continue
            }
            let (kind, next) = token(text, index, end, value, length)
            append(text, index, next, kind, sentence: sentence, isAfterSpace: isAfterSpace, &tokens, &folded)
            isAfterSpace = false
            index = next
        }
    }

    private func token(
        _ text: Span<UInt8>, _ index: Int, _ end: Int, _ value: UInt32, _ length: Int
    ) -> (Token.Kind, Int) {
        if ScalarClass.isDigit(value) { return (.number, endOfNumber(text, index, end)) }
        if ScalarClass.isLetter(value) { return (.word, endOfWord(text, index, end)) }
        if let possessive = endOfPossessive(text, index, end) { return (.possessive, possessive) }
        return (.sign, index + length)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private func endOfNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            if ScalarClass.isDigit(UInt32(text[index])) {
                index += 1
            } else if text[index] == 0x2E || text[index] == 0x2C, index + 1 < end,
                ScalarClass.isDigit(UInt32(text[index + 1]))
            {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    private func endOfWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        if let initials = endOfInitials(text, start, end) { return initials }
        var index = start
        while index < end {
            let (value, length) = scalar(in: text, at: index)
            if ScalarClass.isLetter(value) || ScalarClass.isDigit(value) || (0x300...0x36F).contains(value) {
                index += length
            } else if let apostrophe = apostropheLength(text, index, end), endOfPossessive(text, index, end) == nil,
                index + apostrophe < end, ScalarClass.isLetter(scalar(in: text, at: index + apostrophe).value)
            {
                index += apostrophe
            } else if value == 0x2B, isBorder(text, index + 1, end) {
                return index + 1
            } else {
                break
            }
        }
        return index
    }

    /// `U.S.`, `J.P.`: at least two single ASCII letters, each followed by a dot.
    private func endOfInitials(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index + 1 < end, (0x41...0x5A).contains(text[index] & ~0x20), text[index + 1] == 0x2E { index += 2 }
        return index - start >= 4 ? index : nil
    }

    /// The end of `'s` or `’s` that starts at `index`, where a word border follows.
    private func endOfPossessive(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard let apostrophe = apostropheLength(text, index, end), index + apostrophe < end,
            text[index + apostrophe] | 0x20 == 0x73, isBorder(text, index + apostrophe + 1, end)
        else { return nil }
        return index + apostrophe + 1
    }

    private func apostropheLength(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        if text[index] == 0x27 { return 1 }
        let isCurly = index + 2 < end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99
        return isCurly ? 3 : nil
    }

    private func isBorder(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return true }
        let value = scalar(in: text, at: index).value
        return !ScalarClass.isLetter(value) && !ScalarClass.isDigit(value)
    }

    private func append(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ kind: Token.Kind, sentence: Int32, isAfterSpace: Bool,
        _ tokens: inout [Token], _ folded: inout [UInt8]
    ) {
        if isASCII(text, start, end) {
            return appendASCII(text, start, end, kind, sentence: sentence, isAfterSpace: isAfterSpace, &tokens, &folded)
        }
        let foldedStart = folded.count
        var flags: Token.Flags = isAfterSpace ? [.afterSpace] : []
        var letters = 0, capitals = 0, laterCapitals = 0
        var index = start
        while index < end {
            let (value, length) = scalar(in: text, at: index)
            if ScalarClass.isUppercase(value) {
                capitals += 1
                letters += 1
                if index > start { laterCapitals += 1 }
            } else if ScalarClass.isLetter(value) {
                letters += 1
            } else if ScalarClass.isDigit(value) {
                flags.insert(.hasDigit)
            }
            if value >= 0x80 { flags.insert(.accented) }
            folding.append(value, to: &folded)
            index += length
        }
        if kind == .word { flags.formUnion(caseFlags(letters, capitals, laterCapitals)) }
        var hash = FeatureHash.seed
        for position in foldedStart..<folded.count { hash = FeatureHash.combine(hash, folded[position]) }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), foldedStart: Int32(foldedStart), foldedEnd: Int32(folded.count),
                hash: hash, sentence: sentence, kind: kind, flags: flags))
    }

    /// As `append` does, in one loop and without looking letters up: nine of ten tokens, and tokenizing is
    /// twice as fast with it.
    private func appendASCII(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ kind: Token.Kind, sentence: Int32, isAfterSpace: Bool,
        _ tokens: inout [Token], _ folded: inout [UInt8]
    ) {
        let foldedStart = folded.count
        var flags: Token.Flags = isAfterSpace ? [.afterSpace] : []
        var hash = FeatureHash.seed
        var letters = 0, capitals = 0, digits = 0
        for index in start..<end {
            let byte = text[index]
            let isCapital = byte &- 0x41 < 26
            let small = isCapital ? byte | 0x20 : byte
            capitals += isCapital ? 1 : 0
            letters += small &- 0x61 < 26 ? 1 : 0
            digits += byte &- 0x30 < 10 ? 1 : 0
            hash = FeatureHash.combine(hash, small)
            folded.append(small)
        }
        if digits > 0 { flags.insert(.hasDigit) }
        if kind == .word {
            flags.formUnion(caseFlags(letters, capitals, capitals - (text[start] &- 0x41 < 26 ? 1 : 0)))
        }
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), foldedStart: Int32(foldedStart), foldedEnd: Int32(folded.count),
                hash: hash, sentence: sentence, kind: kind, flags: flags))
    }

    private func caseFlags(_ letters: Int, _ capitals: Int, _ laterCapitals: Int) -> Token.Flags {
        var flags: Token.Flags = []
        if capitals > 0 { flags.insert(.capitalized) }
        if capitals == letters { flags.insert(.allCapitals) }
        if laterCapitals > 0, capitals < letters { flags.insert(.mixedCase) }
        return flags
    }

    private func isASCII(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for index in start..<end where text[index] >= 0x80 { return false }
        return true
    }
}
