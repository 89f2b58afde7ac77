/// Text whose parts look different: plain words, a highlighted hit, a name.
struct StyledText: Sendable, ExpressibleByStringLiteral {
    struct Part: Sendable {
        var text: String
        var style: Style
        /// The article that a click leads to, on terminals that do that.
        var source: String?
    }

    var parts: [Part]

    init(_ text: String, _ style: Style = .plain, source: String? = nil) {
        parts = [Part(text: ControlCharacters.shown(text), style: style, source: source)]
    }

    init(stringLiteral value: String) {
        self.init(value)
    }

    static func + (a: StyledText, b: StyledText) -> StyledText {
        var sum = a
        sum.parts += b.parts
        return sum
    }

    var isEmpty: Bool { parts.allSatisfy { $0.text.isEmpty } }
    var plain: String { parts.map(\.text).joined() }
    var width: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    func rendered(for terminal: Terminal) -> String {
        var out = ""
        for part in parts { out += terminal.linked(terminal.paint(part.text, part.style), to: part.source) }
        return out
    }
}

extension StyledText {
    /// The text broken at spaces into lines of at most `limit` columns; a longer word is broken inside, after a
    /// slash or a hyphen where it has one.
    func wrapped(to limit: Int) -> [StyledText] {
        guard width > limit, limit > 0 else { return [self] }
        var lines = LineFiller(limit: limit)
        for part in parts {
            for piece in StyledText.pieces(part.text) { lines.add(piece, of: part) }
        }
        return lines.finished()
    }

    /// Words and the runs of spaces between them, in order.
    private static func pieces(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = rest.prefix { ($0 == " ") == (first == " ") }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}

/// Fills lines with words. Words are put together across parts, so that a highlight inside a word does
/// not break it.
private struct LineFiller {
    let limit: Int
    var lines: [StyledText] = []
    var line: [StyledText.Part] = []
    var lineWidth = 0
    var word: [StyledText.Part] = []
    var wordWidth = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ piece: Substring, of part: StyledText.Part) {
        if piece.first == " " {
            endWord()
            append(.init(text: String(piece), style: part.style, source: part.source))
            lineWidth += piece.count
            return
        }
        for character in piece {
            let width = DisplayWidth.of(character)
            if wordWidth + width > limit { breakWord() }
            if word.last?.style == part.style, let last = word.indices.last {
                word[last].text.append(character)
            } else {
                word.append(.init(text: String(character), style: part.style, source: part.source))
            }
            wordWidth += width
        }
    }

    /// Ends a word that no line can hold, and goes on with what follows its last slash or hyphen.
    private mutating func breakWord() {
        guard let last = word.last, let place = Self.breakPlace(in: last) else { return endWord() }
        let rest = String(last.text[last.text.index(after: place)...])
        word[word.count - 1].text = String(last.text[...place])
        wordWidth -= DisplayWidth.of(rest)
        endWord()
        guard !rest.isEmpty else { return }
        word = [.init(text: rest, style: last.style, source: last.source)]
        wordWidth = DisplayWidth.of(rest)
    }

    /// The name of a file is kept whole where its folders can be told apart from it.
    private static func breakPlace(in part: StyledText.Part) -> String.Index? {
        let slash = part.source == nil ? nil : part.text.lastIndex(of: "/")
        return slash ?? part.text.lastIndex { "/-".contains($0) }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if lineWidth + wordWidth > limit, lineWidth > 0 { endLine() }
        for part in word { append(part) }
        lineWidth += wordWidth
        word = []
        wordWidth = 0
    }

    /// What looks alike is one part, and one link.
    private mutating func append(_ part: StyledText.Part) {
        if let last = line.indices.last, line[last].style == part.style, line[last].source == part.source {
            line[last].text += part.text
        } else {
            line.append(part)
        }
    }

    private mutating func endLine() {
        while let last = line.indices.last {
            while line[last].text.last == " " { line[last].text.removeLast() }
            if !line[last].text.isEmpty { break }
            line.removeLast()
        }
        if !line.isEmpty {
            var text = StyledText("")
            text.parts = line
            lines.append(text)
        }
        line = []
        lineWidth = 0
    }

    mutating func finished() -> [StyledText] {
        endWord()
        endLine()
        return lines
    }
}
