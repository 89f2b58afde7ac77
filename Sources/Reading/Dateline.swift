internal import Model

/// The place and date with which a news story opens: `GAITHERSBURG, Md., March 9 - `, `LONDON (Newsdesk) — `,
/// `Heidelberg, 03.11.2025. `.
enum Dateline {
    /// Where the story proper starts, in bytes, if the paragraph `range` opens with a dateline; nil otherwise.
    ///
    /// A dateline is made of capitalised words, numbers and brackets, at most 110 bytes; it ends in a dash, or in
    /// a full date and a stop. It holds a date or a bracket, or opens with a word all in capitals.
    static func end(in text: Span<UInt8>, _ range: TextRange) -> Int? {
        guard range.count > 8, !opensWithPreposition(text, range) else { return nil }
        let header = TextRange(range.start, endOfHeader(in: text, range))
        let date = DateScanner.dates(in: text, header).first
        let afterDate = date.flatMap { afterStop(in: text, $0.range.end, header.end, range.end) }
        let afterDash = lastDash(in: text, header, limit: range.end)
        let end = max(afterDash ?? 0, afterDate ?? 0)
        guard afterDash != nil || afterDate != nil, date != nil || holdsMark(text, TextRange(range.start, end))
        else { return nil }
        return end < range.end ? end : nil
    }

    /// The end of the words that a dateline may hold: before the first word in lower case.
    private static func endOfHeader(in text: Span<UInt8>, _ range: TextRange) -> Int {
        let limit = min(range.end, range.start + 110)
        var index = range.start
        while index < limit {
            let (value, length) = scalar(in: text, at: index)
            guard ScalarClass.isLetter(value) else { index += length; continue }
            let start = index
            while index < limit, ScalarClass.isLetter(scalar(in: text, at: index).value) {
                index += scalar(in: text, at: index).length
            }
            let isOrdinal = start > range.start && ScalarClass.isDigit(UInt32(text[start - 1]))
            if ScalarClass.isLowercase(value), !isOrdinal, !smallWords.contains(text, start, index) {
                return start
            }
        }
        return min(index, limit)
    }

    private static let smallWords = WordSet(["and", "of", "the", "le", "de", "la", "den", "am", "upon", "sur"])

    private static func opensWithPreposition(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        var end = range.start
        while end < range.end, end - range.start < 6, text[end] != 0x20 { end += 1 }
        return end < range.end && text[end] == 0x20 && prepositions.contains(text, range.start, end)
    }

    private static let prepositions = WordSet(["on", "in", "by", "since", "from", "as", "at", "the", "until"])

    /// Where the words after the last dash of `header` start: a dash between spaces, or a double one.
    private static func lastDash(in text: Span<UInt8>, _ header: TextRange, limit: Int) -> Int? {
        var found: Int?
        var index = header.start + 1
        while index < header.end {
            let (value, length) = scalar(in: text, at: index)
            let isDash = value == 0x2D || value == 0x2013 || value == 0x2014 || value == 0x7C
            var end = index + length
            while isDash, end < limit, text[end] == 0x2D { end += 1 }
            let isDouble = value == 0x2D && end - index > 1
            if isDash, end < limit, isDouble || (isSpace(text[index - 1]) && isSpace(text[end])) {
                found = skippingSpace(in: text, end, limit)
            }
            index = end
        }
        return found
    }

    /// Where the words after a stop that follows a date start.
    private static func afterStop(in text: Span<UInt8>, _ date: Int, _ header: Int, _ limit: Int) -> Int? {
        var index = date
        if index < limit, text[index] == 0x29 { index += 1 }
        guard index < header, index + 1 < limit, text[index] == 0x2E || text[index] == 0x3A, isSpace(text[index + 1])
        else { return nil }
        return skippingSpace(in: text, index + 1, limit)
    }

    private static func skippingSpace(in text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, isSpace(text[index]) { index += 1 }
        return index
    }

    /// A bracket, a month's name, or a first word of at least three letters, all capitals.
    private static func holdsMark(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        for index in range.start..<range.end where text[index] == 0x28 { return true }
        if text.anyWord(range.start, range.end, where: { MonthName.month(text, $0, $1) != nil }) { return true }
        var index = range.start
        while index < range.end, ScalarClass.isUppercase(scalar(in: text, at: index).value) {
            index += scalar(in: text, at: index).length
        }
        return index - range.start >= 3
            && (index >= range.end || !ScalarClass.isLetter(scalar(in: text, at: index).value))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
