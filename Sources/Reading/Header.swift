internal import Model

/// What stands at the head of an article: its title, its date and its publisher.
struct Header {
    /// The headline, in bytes; nil where the text begins with its first sentence.
    var title: TextRange?
    var published: CalendarDate?
    var publisher: TextRange?

    init(text: Span<UInt8>, paragraphs: [Paragraphs.Paragraph]) {
        title = Headline.find(in: text, paragraphs)
        published = Header.published(in: text, paragraphs)
        publisher = Header.publisher(in: text, paragraphs)
    }

    /// The date that a header line, a byline or a dateline gives; a date inside a sentence is not one.
    private static func published(
        in text: Span<UInt8>, _ paragraphs: [Paragraphs.Paragraph]
    ) -> CalendarDate? {
        for (index, paragraph) in paragraphs.enumerated() where index < 12 || index + 3 >= paragraphs.count {
            let range = paragraph.range
            let head = TextRange(range.start, min(range.end, range.start + 110))
            guard let found = DateScanner.dates(in: text, head).first else { continue }
            if DateScanner.fills(text, range) || found.range.end <= Dateline.end(in: text, range) ?? 0 {
                return found.date
            }
            if index < 6, isByline(text, range, date: found.range) { return found.date }
        }
        return nil
    }

    /// A short line that is no sentence, and whose date is not that of a period's end.
    private static func isByline(_ text: Span<UInt8>, _ range: TextRange, date: TextRange) -> Bool {
        guard range.count <= 110, !(text[range.end - 1] == 0x2E && range.count > 30) else { return false }
        return !text.anyWord(range.start, date.start) { periodWords.contains(text, $0, $1) }
    }

    private static let periodWords = WordSet(["ended", "ending", "until", "status", "expires"])

    /// The agency that a dateline names in brackets: "LONDON (Newsdesk) - ".
    private static func publisher(in text: Span<UInt8>, _ paragraphs: [Paragraphs.Paragraph]) -> TextRange? {
        for paragraph in paragraphs.prefix(4) {
            guard let end = Dateline.end(in: text, paragraph.range) else { continue }
            guard let open = (paragraph.range.start..<end).first(where: { text[$0] == 0x28 }),
                let close = (open..<end).first(where: { text[$0] == 0x29 }), close > open + 1
            else { return nil }
            return TextRange(open + 1, close)
        }
        return nil
    }
}
