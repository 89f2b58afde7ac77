internal import Model

/// A number, a word or a sign of a stretch of text, as the value grammars see it.
struct ValueLexeme {
    enum Kind: UInt8 { case number, word, sign }

    var kind: Kind
    var start: Int
    var end: Int
    /// Of a number in figures.
    var value = 0.0
    /// How many digits, and whether it is written with a comma, a dot or a fraction.
    var digits = 0
    var isPlain = true
    /// Of a word, in lower case and without dots.
    var hash: UInt64 = 0
    /// Of a sign: its byte; 0x2D for every hyphen and dash.
    var sign: UInt8 = 0
    /// Nothing stands between it and the lexeme before.
    var isGlued = false
    /// A word's first letter, all its letters, are upper-case.
    var isCapital = false
    var isAllCapital = false
}

/// Cuts bytes into the lexemes of the value grammars: `US$1.2bn` is `us$`, 1.2, `bn`.
struct ValueLexer {
    let text: UnsafeBufferPointer<UInt8>
    let end: Int
    private(set) var lexemes: [ValueLexeme] = []
    private var at: Int

    init(_ text: UnsafeBufferPointer<UInt8>, range: TextRange) {
        self.text = text
        at = range.start
        end = range.end
        lexemes.reserveCapacity(range.count / 5)
        while at < end { step() }
    }

    private func byte(_ index: Int) -> UInt8 { index < end ? text[index] : 0 }

    private mutating func step() {
        let byte = text[at]
        if byte <= 0x20 || skipWideSpace() {
            if byte <= 0x20 { at += 1 }
        } else if byte &- 0x30 < 10 {
            number()
        } else if Self.isLetter(byte) {
            word()
        } else {
            sign()
        }
    }

    /// No-break and thin spaces, which stand between figures and units.
    private mutating func skipWideSpace() -> Bool {
        if text[at] == 0xC2, byte(at + 1) == 0xA0 {
            at += 2
            return true
        }
        if text[at] == 0xE2, byte(at + 1) == 0x80, byte(at + 2) == 0xAF || byte(at + 2) &- 0x80 < 0x0B {
            at += 3
            return true
        }
        return false
    }

    private mutating func append(_ lexeme: ValueLexeme) {
        var lexeme = lexeme
        lexeme.isGlued = lexemes.last?.end == lexeme.start
        lexemes.append(lexeme)
        at = lexeme.end
    }

    /// Figures with thousands separators and a decimal point; `1,2` and `1.2.3` end where that fails.
    private mutating func number() {
        var lexeme = ValueLexeme(kind: .number, start: at, end: at)
        var index = at
        var place = 0.0
        while index < end {
            let byte = text[index]
            if byte &- 0x30 < 10 {
                lexeme.value = lexeme.value * 10 + Double(byte - 0x30)
                lexeme.digits += 1
                place *= 10
            } else if byte == 0x2C, place == 0, lexeme.digits > 0, digits(after: index) == 3,
                lexeme.digits <= 3 || !lexeme.isPlain
            {
                lexeme.isPlain = false
            } else if byte == 0x2E, place == 0, digits(after: index) > 0, byteIsNoDate(index) {
                place = 1
                lexeme.isPlain = false
            } else {
                break
            }
            index += 1
        }
        if place > 1 { lexeme.value /= place }
        lexeme.end = index
        append(lexeme)
    }

    /// Not a dot of `14.03.2025`.
    private func byteIsNoDate(_ dot: Int) -> Bool {
        let count = digits(after: dot)
        if at > 1, text[at - 1] == 0x2E, text[at - 2] &- 0x30 < 10 { return false }
        return !(count <= 2 && byte(dot + count + 1) == 0x2E && digits(after: dot + count + 1) >= 2)
    }

    private func digits(after index: Int) -> Int {
        var count = 0
        while byte(index + 1 + count) &- 0x30 < 10 { count += 1 }
        return count
    }

    /// Letters, with the dots of `U.S.`; a dollar sign after up to three letters belongs to them.
    private mutating func word() {
        var lexeme = ValueLexeme(kind: .word, start: at, end: at)
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = at
        var letters = 0
        lexeme.isCapital = text[at] &- 0x41 < 26
        lexeme.isAllCapital = true
        while index < end {
            let byte = text[index]
            if Self.isLetter(byte) {
                if byte &- 0x61 < 26 { lexeme.isAllCapital = false }
                state = (state ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
                letters += 1
            } else if !(byte == 0x2E && isInitialsDot(index, from: lexeme.start)) {
                break
            }
            index += 1
        }
        if index < end, text[index] == 0x24, letters <= 3 {
            state = (state ^ 0x24) &* 0x100_0000_01b3
            index += 1
        }
        lexeme.hash = ValueLexicon.finish(state)
        lexeme.end = index
        append(lexeme)
    }

    /// A dot after a single letter that begins the word or follows a dot, as in `U.S.` and `p.c.`.
    private func isInitialsDot(_ dot: Int, from start: Int) -> Bool {
        let single = dot - 1 == start || text[dot - 2] == 0x2E
        let more = dot + 2 <= end && Self.isLetter(byte(dot + 1)) && byte(dot + 2) == 0x2E
        return single && (more || (dot - 2 > start && text[dot - 2] == 0x2E))
    }

    private mutating func sign() {
        let byte = text[at]
        var width = 1
        if byte >= 0xF0 { width = 4 } else if byte >= 0xE0 { width = 3 } else if byte >= 0xC0 { width = 2 }
        var lexeme = ValueLexeme(kind: .sign, start: at, end: min(at + width, end), sign: byte)
        if width > 1 {
            if isDash { lexeme.sign = 0x2D } else { lexeme.kind = .word }
        }
        if lexeme.kind == .word || byte == 0x24 {
            lexeme.kind = .word
            lexeme.hash = ValueLexicon.hash(text[lexeme.start..<lexeme.end])
        }
        append(lexeme)
    }

    /// Hyphens and dashes, U+2010 to U+2015, and the minus sign.
    private var isDash: Bool {
        text[at] == 0xE2
            && (byte(at + 1) == 0x80 && byte(at + 2) &- 0x90 < 6 || byte(at + 1) == 0x88 && byte(at + 2) == 0x92)
    }

    /// ASCII letters and the bytes of letters from U+00C0 on; not the lead bytes of signs.
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || (byte >= 0xC3 && byte <= 0xDF) || (byte >= 0x80 && byte < 0xC0)
    }
}
