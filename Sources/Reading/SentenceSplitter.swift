internal import Model

/// Cuts paragraphs into sentences.
///
/// A sentence ends at `.`, `!` or `?` and the closing quotes after it, before white space and a capital, a
/// digit, an opening quote or a currency sign; not after an abbreviation or an initial. After a word that also
/// ends names (Inc, Corp) and after initials (U.S., F.J.) it ends only before a word that opens sentences.
struct SentenceSplitter {
    /// The sentences of a paragraph `range` (bytes), in order, without the white space between them.
    func sentences(of text: Span<UInt8>, in range: TextRange) -> [TextRange] {
        var result: [TextRange] = []
        var start = range.start
        var index = range.start
        while index < range.end {
            let byte = text[index]
            guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { index += 1; continue }
            let close = endOfClosers(text, from: index + 1, limit: range.end)
            guard close < range.end, isSpace(text[close]), let next = opener(text, from: close, limit: range.end) else {
                // Nor does it end at another stop before `close`, and a run of stops may be long.
                index = close
                continue
            }
            if byte == 0x2E, isAbbreviation(text, sentence: start, dot: index, next: next, limit: range.end) {
                index += 1
                continue
            }
            append(TextRange(start, close), of: text, to: &result)
            start = next
            index = next
        }
        if start < range.end { append(TextRange(start, range.end), of: text, to: &result) }
        return result
    }

    /// What reads a sentence weighs its words against each other, so one without end would take time without
    /// end: it is cut, at a space where there is one.
    private func append(_ sentence: TextRange, of text: Span<UInt8>, to result: inout [TextRange]) {
        var rest = sentence
        while rest.count > SentenceSplitter.longest {
            var end = rest.start + SentenceSplitter.longest
            while end > rest.start + SentenceSplitter.longest / 2, text[end] != 0x20 { end -= 1 }
            if text[end] != 0x20 { end = rest.start + SentenceSplitter.longest }
            while text[end] & 0xC0 == 0x80 { end -= 1 }
            result.append(TextRange(rest.start, end))
            rest.start = end
            while rest.start < rest.end, isSpace(text[rest.start]) { rest.start += 1 }
        }
        if rest.count > 0 { result.append(rest) }
    }

    /// Bytes of the longest sentence: no writer makes one half as long.
    private static let longest = 4096

    /// The first byte after closing quotes and brackets and further stops.
    private func endOfClosers(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit {
            switch text[index] {
            case 0x22, 0x27, 0x29, 0x5D, 0x2E, 0x21, 0x3F: index += 1
            case 0xE2
            where index + 2 < limit && text[index + 1] == 0x80 && (text[index + 2] == 0x9D || text[index + 2] == 0x99):
                index += 3
            default: return index
            }
        }
        return index
    }

    /// Where the next sentence would start: the first word after white space, if it can open a sentence.
    private func opener(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
        var index = start
        while index < limit, isSpace(text[index]) { index += 1 }
        let first = index
        while index < limit {
            let (value, length) = scalar(in: text, at: index)
            switch value {
            case 0x22, 0x27, 0x28, 0x5B, 0x201C, 0x2018: index += length
            case 0x24, 0x3C, 0xA3, 0xA5, 0x20AC, 0x2022: return first
            default: return ScalarClass.isUppercase(value) || ScalarClass.isDigit(value) ? first : nil
            }
        }
        return nil
    }

    private func isAbbreviation(_ text: Span<UInt8>, sentence: Int, dot: Int, next: Int, limit: Int) -> Bool {
        var start = dot
        let earliest = max(sentence, dot - SentenceSplitter.longestAbbreviation)
        while start > earliest, isWordByte(text[start - 1]) || text[start - 1] == 0x2E { start -= 1 }
        if dot - start == 1, ScalarClass.isUppercase(UInt32(text[start])) { return true }
        if SentenceSplitter.namesEnd.contains(text, start, dot) || isInitials(text, start, dot) {
            return !isOpener(text, from: next, limit: limit)
        }
        return SentenceSplitter.abbreviations.contains(text, start, dot)
    }

    /// Whether no two bytes between dots stand side by side: `u.s`, `f.j`, or nothing at all.
    private func isInitials(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var run = 0
        for index in start..<end {
            run = text[index] == 0x2E ? 0 : run + 1
            if run > 1 { return false }
        }
        return true
    }

    /// Whether the first word from `start` on is one that opens sentences.
    private func isOpener(_ text: Span<UInt8>, from start: Int, limit: Int) -> Bool {
        var first = start
        while first < limit, !isWordByte(text[first]) { first += 1 }
        var end = first
        while end < limit, isWordByte(text[end]) { end += 1 }
        return SentenceSplitter.openers.contains(text, first, end)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }

    /// No abbreviation is longer, in bytes; a word or a run of stops may be.
    private static let longestAbbreviation = 32

    private static let abbreviations = WordSet(use: "abbreviation")
    private static let namesEnd = WordSet(use: "name-end")
    private static let openers = WordSet(use: "sentence-opener")
}
