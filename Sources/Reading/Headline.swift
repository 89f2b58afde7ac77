internal import Model

/// Finds the headline: as a rule the first line, without the rubric above or before it and the date behind it. A
/// text of one line that ends like a sentence has none.
enum Headline {
    static func find(in text: Span<UInt8>, _ paragraphs: [Paragraphs.Paragraph]) -> TextRange? {
        for (index, paragraph) in paragraphs.prefix(5).enumerated() {
            if DateScanner.fills(text, paragraph.range) || isSlug(text, paragraph.range)
                || isRule(text, paragraph.range)
            {
                continue
            }
            let next = index + 1 < paragraphs.count ? paragraphs[index + 1] : nil
            if isRubric(text, paragraph.range), let next, canBeTitle(text, next) { continue }
            let isAlone = paragraphs.count == 1 && text[paragraph.range.end - 1] == 0x2E
            guard canBeTitle(text, paragraph), !isAlone else { return nil }
            let title = trimmed(text, paragraph.range)
            if title.count > 0 { return title }
        }
        return nil
    }

    /// A line of the length of a headline that does not go on like prose.
    private static func canBeTitle(_ text: Span<UInt8>, _ paragraph: Paragraphs.Paragraph) -> Bool {
        guard paragraph.range.count <= 250, paragraph.lines <= 2 else { return false }
        return !(text[paragraph.range.end - 1] == 0x2E && words(text, paragraph.range) > 16)
    }

    /// A line of signs alone, such as the `---` around front matter.
    private static func isRule(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        (range.start..<range.end).allSatisfy { [0x2D, 0x3D, 0x2A, 0x5F].contains(text[$0]) }
    }

    /// A label for machines, such as `BC-CASCADE-RAUTAKIVI`.
    private static func isSlug(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        var hyphens = 0
        for index in range.start..<range.end {
            if text[index] == 0x20 || (0x61...0x7A).contains(text[index]) { return false }
            if text[index] == 0x2D { hyphens += 1 }
        }
        return hyphens > 0
    }

    /// A line that only says what kind of text follows, or in which column it stands.
    private static func isRubric(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        let count = words(text, range)
        guard count <= 12 else { return false }
        var runs = 0, isColumn = false, isRubric = false, goesOn = false
        text.anyWord(range.start, range.end, joinedBy: 0x2D) { start, end in
            runs += 1
            isColumn = isColumn || columnWords.contains(text, start, end)
            isRubric = isRubric || rubricWords.contains(text, start, end)
            goesOn = goesOn || linkWords.contains(text, start, end)
            return false
        }
        return count <= 2 && runs == 1 && isColumn || isRubric && !goesOn
            || rubricOpenings.contains { text.begins(range.start, range.end, with: $0) }
    }

    private static let columnWords = WordSet(use: "column")

    private static let rubricWords = WordSet(use: "rubric")

    private static let linkWords = WordSet(["to", "in", "with", "on"])

    private static let rubricOpenings = ReadingWords.of("rubric-opening").map { Array($0.utf8) }

    /// Without the `#` of Markdown or the `title:` and quotes of front matter around it, and without the date
    /// behind it.
    private static func trimmed(_ text: Span<UInt8>, _ range: TextRange) -> TextRange {
        var title = range
        while title.start < title.end, text[title.start] == 0x23 || text[title.start] == 0x20 { title.start += 1 }
        if title.count > 8, text.begins(title.start, title.end, with: "title:") {
            title.start += 6
            while title.start < title.end, text[title.start] == 0x20 || text[title.start] == 0x22 { title.start += 1 }
            while title.end > title.start, text[title.end - 1] == 0x22 { title.end -= 1 }
        }
        if let date = DateScanner.dates(in: text, title).first, date.range.end == title.end {
            title.end = endBeforeSeparator(text, title, date.range.start) ?? title.end
        }
        return title
    }

    /// The end of the words before the last separator (`|`, `·`, dash between spaces) that stands before `date`.
    private static func endBeforeSeparator(_ text: Span<UInt8>, _ title: TextRange, _ date: Int) -> Int? {
        var index = title.start
        var last: Int?
        while index < date {
            let (value, length) = scalar(in: text, at: index)
            if [0x7C, 0xB7, 0x2D, 0x2013, 0x2014].contains(value), index > title.start, text[index - 1] == 0x20 {
                last = index - 1
            }
            index += length
        }
        guard let last, date - last <= 20 else { return nil }
        return last
    }

    private static func words(_ text: Span<UInt8>, _ range: TextRange) -> Int {
        var count = 0
        var isInside = false
        for index in range.start..<range.end {
            let isSpace = text[index] == 0x20 || text[index] == 0x0A
            if !isSpace && !isInside { count += 1 }
            isInside = !isSpace
        }
        return count
    }
}
