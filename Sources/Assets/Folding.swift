/// Folds letters to lower case without marks (NFKD, combining marks dropped), so that `NESTLÉ` and `Nestlé`
/// meet in `nestle`. The letters with marks come from `data/folding.tsv`.
public struct Folding: Sendable {
    /// The folded bytes of the letters from U+00C0 on, by scalar value.
    private let table: [UInt32: [UInt8]]

    public static let shared = Folding()

    private init() {
        var table: [UInt32: [UInt8]] = [:]
        for row in Assets.table("data/folding.tsv") where row.count == 2 {
            if let letter = row[0].unicodeScalars.first { table[letter.value] = Array(row[1].utf8) }
        }
        self.table = table
    }

    /// Appends the folded form of the scalar `value` to `bytes`; nothing for a combining mark.
    @inlinable
    public func append(_ value: UInt32, to bytes: inout [UInt8]) {
        if value < 0x80 {
            bytes.append((0x41...0x5A).contains(value) ? UInt8(value) | 0x20 : UInt8(value))
        } else {
            appendLetter(value, to: &bytes)
        }
    }

    /// The rarer part of `append`, beyond ASCII.
    @usableFromInline
    func appendLetter(_ value: UInt32, to bytes: inout [UInt8]) {
        if let folded = table[value] {
            bytes.append(contentsOf: folded)
        } else if !(0x300...0x36F).contains(value), let scalar = Unicode.Scalar(value) {
            bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// `text` folded; the table is read where it has letters beyond ASCII.
    public static func fold(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : shared.fold(text)
    }

    /// `text` folded.
    public func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { append(scalar.value, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
