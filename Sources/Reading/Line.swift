internal import Model

/// One line of a text.
struct Line {
    /// Its words, without the white space around them; empty for a blank line. In bytes.
    var range: TextRange
    private var columns: Int32

    /// Columns of white space before the first word.
    var indent: Int { Int(columns) }

    var isBlank: Bool { range.count == 0 }

    /// The lines of `text`, in order.
    static func all(of text: Span<UInt8>) -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == 0x0A {
            if index < text.count || start < index { lines.append(line(text, start, index)) }
            start = index + 1
        }
        return lines
    }

    private static func line(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Line {
        var first = start, last = end
        while first < last, isBlank(text[first]) { first += 1 }
        while last > first, isBlank(text[last - 1]) { last -= 1 }
        return Line(range: TextRange(first, last), columns: Int32(clamping: first - start))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
