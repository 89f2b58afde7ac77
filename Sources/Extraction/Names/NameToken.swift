internal import Model

/// What name finding knows of one token beyond `Token`.
package struct NameToken: Sendable {
    /// `NameHash.word`; 0 for signs.
    package var name: UInt64
    package var traits: WordTraits
    /// Its classes of like words; zeros for one that has none.
    var classes = WordClasses.none
    /// Kinds of characters in order, runs cut to two, at most eight (`Xx`, `XX9`), packed in bytes.
    var shape: UInt64
    var suffix2: UInt32
    var suffix3: UInt32
    var prefix3: UInt32
    var letters: LetterCase
    /// Stands where any word is capitalised: at a sentence start, after a quote or a colon.
    var opens = false
    /// In a headline, a frequent English word that the article's sentences never capitalise.
    var isCommon = false
    /// A name could lie on it.
    package var isOpen = false
    /// Stands between `<` and `>`, where wires put names and tickers.
    var isInAngles = false
    /// The run of capitalised words it belongs to.
    package var run = 0..<0
    var register = RegisterMark(start: 0, length: 0, traits: [])

    enum LetterCase: UInt8 { case capitalized, lower, other }

    package var isCapitalized: Bool { letters == .capitalized }

    /// May end a name: a capital, a figure, a listed lower-case brand.
    var isNameLike: Bool { letters != .lower || traits.contains(.lowerCaseName) }

    /// All tokens of a text.
    static func all(of text: TokenizedText, lexicon: Lexicon) -> [NameToken] {
        text.folded.withUnsafeBufferPointer { folded in
            text.article.text.withUnsafeBufferPointer { bytes in
                text.tokens.map { NameToken($0, folded: folded, bytes: bytes, lexicon: lexicon) }
            }
        }
    }

    private init(
        _ token: Token, folded: UnsafeBufferPointer<UInt8>, bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon
    ) {
        let word = NameHash.word(token, folded: folded)
        name = word ?? 0
        traits = word.map { lexicon.word($0) } ?? []
        if token.kind == .word, let entry = WordClasses.shared.entry(token.hash) { classes = entry }
        shape = Self.shape(token, bytes)
        (suffix2, suffix3, prefix3) = (0, 0, 0)
        let (start, end) = (Int(token.foldedStart), Int(token.foldedEnd))
        for index in start..<min(start + 3, end) { prefix3 = prefix3 << 8 | UInt32(folded[index]) }
        for index in max(start, end - 3)..<end { suffix3 = suffix3 << 8 | UInt32(folded[index]) }
        suffix2 = suffix3 & 0xFFFF
        letters = token.kind == .word ? token.isCapitalized ? .capitalized : .lower : .other
    }

    private static func shape(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var shape: UInt64 = 0
        var length = 0
        var last: UInt8 = 0, repeats = 0
        for index in Int(token.start)..<Int(token.end) {
            let byte = bytes[index]
            let kind: UInt8
            switch byte {
            case 0x41...0x5A: kind = 0x58
            case 0x61...0x7A: kind = 0x78
            case 0x30...0x39: kind = 0x39
            case 0x80...0xBF: continue
            case 0xC0...: kind = token.kind == .word ? 0x78 : byte
            default: kind = byte
            }
            repeats = kind == last ? repeats + 1 : 1
            last = kind
            guard repeats <= 2, length < 8 else { continue }
            shape = shape << 8 | UInt64(kind)
            length += 1
        }
        return shape
    }
}

/// A name of the register that a token is part of; the length is 0 where there is none.
struct RegisterMark: Sendable {
    var start: Int
    var length: Int
    var traits: NameTraits
}
