internal import Model

/// Finds paragraphs: blocks of lines that are read as one, headings and bullets each on their own.
///
/// In most texts a line is a paragraph. In hard-wrapped text (no line over 90 bytes, at least three of 50 or
/// more) a line goes on with the one before it, unless it is a bullet, is indented further, or the line before
/// was broken although the next word would have fitted.
enum Paragraphs {
    struct Paragraph {
        /// In bytes, from the first to the last word, a bullet's sign left out.
        var range: TextRange
        var isBullet: Bool
        /// Lines it spans.
        var lines: Int32
        /// A blank line, or the end of the text, comes after it.
        var endsBlock: Bool
    }

    static func all(of text: Span<UInt8>, lines: [Line]) -> [Paragraph] {
        let longest = lines.reduce(0) { max($0, $1.range.count + $1.indent) }
        let isWrapped = longest <= 90 && lines.count { $0.range.count >= 50 } >= 3
        var paragraphs: [Paragraph] = []
        var previous: Line?
        var indent = 0
        for line in lines {
            guard !line.isBlank else {
                if previous != nil { paragraphs[paragraphs.count - 1].endsBlock = true }
                previous = nil
                continue
            }
            if isWrapped, let before = previous,
                goesOn(text, line: line, before: before, indent: indent, longest: longest)
            {
                paragraphs[paragraphs.count - 1].range.end = line.range.end
                paragraphs[paragraphs.count - 1].lines += 1
            } else {
                let sign = bulletLength(text, line.range)
                paragraphs.append(
                    Paragraph(
                        range: TextRange(line.range.start + sign, line.range.end), isBullet: sign > 0, lines: 1,
                        endsBlock: false))
                indent = line.indent
            }
            previous = line
        }
        if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].endsBlock = true }
        return paragraphs
    }

    private static func goesOn(
        _ text: Span<UInt8>, line: Line, before: Line, indent: Int, longest: Int
    ) -> Bool {
        guard bulletLength(text, line.range) == 0, line.indent <= max(before.indent, indent) else { return false }
        if isTimestamp(text, line.range) || isTimestamp(text, before.range) { return false }
        let first = text[line.range.start]
        if (0x61...0x7A).contains(first) || first == 0x28 { return true }
        var word = line.range.start
        while word < line.range.end, text[word] != 0x20 { word += 1 }
        let wouldHaveFitted = before.indent + before.range.count + 1 + (word - line.range.start) < longest - 12
        return !wouldHaveFitted
    }

    /// A line of its own such as `14-OCT-1986 08:15:42.07`.
    private static func isTimestamp(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        ScalarClass.isDigit(UInt32(text[range.start])) && text[range.end - 1] != 0x2E && DateScanner.fills(text, range)
    }

    /// Bytes of the bullet or number with which `range` begins, and the space after it; 0 where there is none.
    static func bulletLength(_ text: Span<UInt8>, _ range: TextRange) -> Int {
        let end = range.end
        var index = range.start
        let (value, length) = scalar(in: text, at: index)
        switch value {
        case 0x2022, 0x25AA, 0xB7, 0x2A, 0x2D, 0x2013, 0x2014, 0x25E6, 0x2023: index += length
        default:
            if value == 0x28 { index += 1 }
            let label = index
            while index < end, index - label < 3, isLabel(text[index]) { index += 1 }
            guard index > label, index < end, text[index] == 0x29 || (text[index] == 0x2E && value != 0x28),
                index - label == 1 || (0x30...0x39).contains(text[label]) || isRoman(text, label, index),
                value == 0x28 || text[index] == 0x29 || (0x30...0x39).contains(text[label])
            else { return 0 }
            index += 1
        }
        let sign = index
        while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
        return index > sign && index < end ? index - range.start : 0
    }

    private static func isLabel(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isRoman(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { [0x69, 0x76, 0x78].contains(text[$0]) }
    }
}
