public import Model

/// Turns bytes into an `Article`.
public struct Reader: Sendable {
    public init() {}

    /// Reads `bytes` (a whole file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252) as the article
    /// that came from `source`.
    /// - Throws: where the bytes are not a text.
    public func read(_ bytes: [UInt8], source: String) throws(ReadingError) -> Article {
        try readReportingEncoding(bytes, source: source).article
    }

    /// As `read`, and says how the bytes were decoded, so that a guess can be told to the user.
    /// - Parameter decoded: is told when that is done, for those who measure.
    public func readReportingEncoding(
        _ bytes: [UInt8], source: String, decoded: () -> Void = {}
    ) throws(ReadingError) -> (article: Article, encoding: TextEncoding) {
        let (text, encoding) = try TextDecoder.decode(bytes)
        decoded()
        return (article(text: text, source: source), encoding)
    }

    private func article(text: [UInt8], source: String) -> Article {
        let span = text.span
        let paragraphs = Paragraphs.all(of: span, lines: Line.all(of: span))
        let header = Header(text: span, paragraphs: paragraphs)
        func string(_ range: TextRange?) -> String? {
            range.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self).singleLine }
        }
        return Article(
            source: source, title: string(header.title) ?? "", published: header.published?.iso,
            publisher: string(header.publisher), text: text,
            sentences: sentences(of: span, paragraphs, title: header.title))
    }

    private func sentences(
        of text: Span<UInt8>, _ paragraphs: [Paragraphs.Paragraph], title: TextRange?
    ) -> [Sentence] {
        let splitter = SentenceSplitter()
        var sentences: [Sentence] = []
        for (index, paragraph) in paragraphs.enumerated() {
            if let title, paragraph.range.contains(title) {
                sentences.append(Sentence(range: title, paragraph: index, role: .title))
                continue
            }
            if Reader.isHeading(text, paragraph) {
                sentences.append(Sentence(range: paragraph.range, paragraph: index, role: .heading))
                continue
            }
            var ranges = splitter.sentences(of: text, in: paragraph.range)
            if let first = ranges.first, let end = Dateline.end(in: text, first) {
                sentences.append(Sentence(range: TextRange(first.start, end), paragraph: index, role: .dateline))
                ranges[0].start = end
                // Some lines are a dateline and nothing else.
                if ranges[0].count == 0 { ranges.removeFirst() }
            }
            let role: Sentence.Role = paragraph.isBullet ? .bullet : .body
            sentences += ranges.map { Sentence(range: $0, paragraph: index, role: role) }
        }
        return sentences
    }

    /// A line of at most 14 words on its own that does not end like a sentence.
    private static func isHeading(_ text: Span<UInt8>, _ paragraph: Paragraphs.Paragraph) -> Bool {
        guard !paragraph.isBullet, paragraph.lines == 1, paragraph.range.count <= 120 else { return false }
        var spaces = 0
        for index in paragraph.range.start..<paragraph.range.end where text[index] == 0x20 { spaces += 1 }
        return spaces < 14 && !isClosing(text[paragraph.range.end - 1]) && !isRemark(text, paragraph.range)
    }

    /// A line that ends with a remark in brackets that is a sentence of its own: `(Reporting by …)`, `… on Tuesday. (See page 2)`.
    private static func isRemark(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        guard text[range.end - 1] == 0x29 else { return false }
        var start = range.end - 1
        while start > range.start, text[start] != 0x28 { start -= 1 }
        while start > range.start, text[start - 1] == 0x20 { start -= 1 }
        return start == range.start || text[start] == 0x29 || isClosing(text[start - 1])
    }

    /// `.`, `!`, `"`, `,`, `;`, and the last byte of `”`.
    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x21, 0x22, 0x2C, 0x3B, 0x9D: true
        default: false
        }
    }
}

extension String {
    /// With line breaks and the white space around them turned into one space.
    fileprivate var singleLine: String {
        utf8.contains(0x0A) ? split(whereSeparator: \.isWhitespace).joined(separator: " ") : self
    }
}
