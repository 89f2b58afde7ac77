import Glibc

/// The link to where an article came from.
enum SourceLink {
    /// A URL as it is, and the URL of a file; nil for what is neither.
    static func to(_ source: String) -> String? {
        if source.hasPrefix("http://") || source.hasPrefix("https://") { return encoded(source) }
        guard let resolved = realpath(source, nil) else { return nil }
        defer { free(resolved) }
        return "file://" + encoded(String(cString: resolved))
    }

    /// `source:line`, as a link.
    static func text(_ source: String, line: Int?) -> StyledText {
        StyledText(line.map { "\(source):\($0)" } ?? source, .dim, source: source)
    }

    /// Everything that could end the link or control the terminal is percent-encoded.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\\")
            if isPlain { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
