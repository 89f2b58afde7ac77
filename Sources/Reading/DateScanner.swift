internal import Model

/// Finds full dates (day, month and year) as headers and datelines write them.
///
/// Forms: `14 March 2024`, `17th August 2023`, `March 14, 2024`, `FEB 16 1988`, `9-MAR-1987`, `2024-03-14`,
/// `14.03.2024`, `14/03/2024` (day first unless that is no date), `26/01/15` (year first).
enum DateScanner {
    struct Found {
        var date: CalendarDate
        /// In bytes.
        var range: TextRange
    }

    /// The dates in `range` (bytes) of `text`, in order.
    static func dates(in text: Span<UInt8>, _ range: TextRange) -> [Found] {
        guard holdsDigit(text, range) else { return [] }
        let pieces = pieces(of: text, range)
        var found: [Found] = []
        var index = 0
        while index + 2 < pieces.count {
            if let date = date(pieces[index], pieces[index + 1], pieces[index + 2], text) {
                found.append(
                    Found(date: date, range: TextRange(pieces[index].range.start, pieces[index + 2].range.end)))
                index += 3
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether `range` is little else than a date or a time stamp.
    static func fills(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        guard range.count <= 60, let found = dates(in: text, range).first else { return false }
        return range.count - found.range.count <= 14
    }

    /// Cheap to ask, and false of most lines.
    private static func holdsDigit(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        for index in range.start..<range.end where isDigit(text[index]) { return true }
        return false
    }

    /// A run of digits or of letters.
    private struct Piece {
        var range: TextRange
        var number: Int?
        var month: Int?
        var digits: Int { number == nil ? 0 : range.count }
    }

    private static func pieces(of text: Span<UInt8>, _ range: TextRange) -> [Piece] {
        var pieces: [Piece] = []
        var index = range.start
        while index < range.end {
            let start = index
            if isDigit(text[index]) {
                var number = 0
                while index < range.end, isDigit(text[index]) {
                    number = index - start < 9 ? number * 10 + Int(text[index] - 0x30) : number
                    index += 1
                }
                pieces.append(Piece(range: TextRange(start, index), number: number))
                if isOrdinalEnding(text, index, range.end) { index += 2 }
            } else if isLetter(text[index]) {
                while index < range.end, isLetter(text[index]) { index += 1 }
                pieces.append(Piece(range: TextRange(start, index), month: MonthName.month(text, start, index)))
            } else {
                index += 1
            }
        }
        return pieces
    }

    private static func isOrdinalEnding(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard index + 2 <= end, index + 2 == end || !isLetter(text[index + 2]) else { return false }
        return ordinalEndings.contains(text, index, index + 2)
    }

    private static let ordinalEndings = WordSet(["st", "nd", "rd", "th"])

    private static func date(_ a: Piece, _ b: Piece, _ c: Piece, _ text: Span<UInt8>) -> CalendarDate? {
        guard b.range.start - a.range.end <= 4, c.range.start - b.range.end <= 3 else { return nil }
        if let day = a.number, a.digits <= 2, let month = b.month, let year = c.number, c.digits == 4,
            text[a.range.end] != 0x2C
        {
            return CalendarDate(year: year, month: month, day: day)
        }
        if let month = a.month, let day = b.number, b.digits <= 2, let year = c.number, c.digits == 4 {
            return CalendarDate(year: year, month: month, day: day)
        }
        guard let first = a.number, let second = b.number, let third = c.number,
            b.range.start - a.range.end == 1, c.range.start - b.range.end == 1,
            text[a.range.end] == text[b.range.end], (0x2D...0x2F).contains(text[a.range.end])
        else { return nil }
        if a.digits == 4 { return CalendarDate(year: first, month: second, day: third) }
        if c.digits == 4 {
            return CalendarDate(year: third, month: second, day: first)
                ?? CalendarDate(year: third, month: first, day: second)
        }
        return a.digits == 2 && c.digits == 2 ? CalendarDate(year: 2000 + first, month: second, day: third) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & ~0x20) }
}
