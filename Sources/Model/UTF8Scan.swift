/// The Unicode scalar that starts at `index` (bytes) of valid UTF-8, and its length in bytes.
///
/// On text that is not valid UTF-8 the value is unspecified, but `length` never leads past the end.
@inlinable
public func scalar(in text: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= text.count else { return (0xFFFD, text.count - index) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (value, length)
}

/// Classes of Unicode scalars that reading and tokenizing ask for; ASCII is answered without a table.
public enum ScalarClass {
    @inlinable
    public static func isUppercase(_ value: UInt32) -> Bool {
        value < 0x80 ? value &- 0x41 < 26 : properties(value)?.isUppercase ?? false
    }

    @inlinable
    public static func isLowercase(_ value: UInt32) -> Bool {
        value < 0x80 ? value &- 0x61 < 26 : properties(value)?.isLowercase ?? false
    }

    @inlinable
    public static func isLetter(_ value: UInt32) -> Bool {
        value < 0x80 ? (value & ~0x20) &- 0x41 < 26 : properties(value)?.isAlphabetic ?? false
    }

    @inlinable
    public static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

    @inlinable
    public static func isSpace(_ value: UInt32) -> Bool {
        value < 0x80
            ? value == 0x20 || value &- 0x09 < 5
            : value == 0x85 || (value >= 0xA0 && (properties(value)?.isWhitespace ?? false))
    }

    /// Nil for curly quotes and dashes too (U+2010 to U+2027): no letters and no spaces, but the most common
    /// signs beyond ASCII, and looking one up takes as long as a word.
    @usableFromInline
    static func properties(_ value: UInt32) -> Unicode.Scalar.Properties? {
        value &- 0x2010 < 0x18 ? nil : Unicode.Scalar(value)?.properties
    }
}
