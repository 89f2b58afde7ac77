package import Model

/// One word, number or sign of a text.
package struct Token: Sendable {
    /// Where it lies, in bytes of the article's text.
    package var start: Int32
    package var end: Int32
    /// Where its folded form lies, in bytes of `TokenizedText.folded`.
    package var foldedStart: Int32
    package var foldedEnd: Int32
    /// FNV-1a of the folded form.
    package var hash: UInt64
    /// The sentence (index into the article's sentences) it stands in; -1 between sentences.
    package var sentence: Int32
    package var kind: Kind
    package var flags: Flags

    package enum Kind: UInt8, Sendable {
        /// Letters, with inner apostrophes and trailing digits or `+`; initials such as `U.S.`.
        case word
        /// Digits with inner `.` and `,`.
        case number
        /// `'s` or `’s`.
        case possessive
        /// Any other single sign.
        case sign
    }

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A letter of it is a capital, as a rule the first (but `xAI`).
        package static let capitalized = Flags(rawValue: 1)
        /// All letters are capitals.
        package static let allCapitals = Flags(rawValue: 2)
        package static let hasDigit = Flags(rawValue: 4)
        /// White space or the start of the text stands before it.
        package static let afterSpace = Flags(rawValue: 8)
        /// The first token of its sentence.
        package static let opensSentence = Flags(rawValue: 16)
        /// Holds something beyond ASCII.
        package static let accented = Flags(rawValue: 32)
        /// A capital after the first letter, and a small letter (`McDonald`, `xAI`).
        package static let mixedCase = Flags(rawValue: 64)
    }

    package var range: TextRange { TextRange(Int(start), Int(end)) }
    package var isCapitalized: Bool { flags.contains(.capitalized) }
}
