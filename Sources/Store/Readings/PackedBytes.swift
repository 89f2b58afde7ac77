/// Numbers and texts, one after the other: small numbers take one byte.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    /// A number of 0 or more, seven bits a byte, the lowest first.
    mutating func number(_ number: Int) {
        var rest = UInt64(clamping: number)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that may be missing: 0, or one more than it is.
    mutating func number(_ number: Int?) { self.number(number.map { $0 + 1 } ?? 0) }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func optionalText(_ text: String?) {
        number(text == nil ? 0 : 1)
        if let text { self.text(text) }
    }

    /// Exactly, to the last bit.
    mutating func real(_ real: Double) {
        withUnsafeBytes(of: real.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Reads what a `PackedWriter` wrote. Bytes that it did not write are an error, never a trap.
struct PackedReader {
    /// The bytes are not what was written.
    struct Malformed: Error {}

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func number() throws(Malformed) -> Int {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 56, by: 7) {
            guard index < bytes.count else { throw Malformed() }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return Int(number) }
        }
        throw Malformed()
    }

    mutating func optionalNumber() throws(Malformed) -> Int? {
        let number = try number()
        return number == 0 ? nil : number - 1
    }

    /// A number of things that follow; each takes a byte or more.
    mutating func count() throws(Malformed) -> Int {
        let count = try number()
        guard count <= bytes.count - index else { throw Malformed() }
        return count
    }

    mutating func text() throws(Malformed) -> String {
        let count = try count()
        defer { index += count }
        guard let text = String(validating: bytes[index..<(index + count)], as: UTF8.self) else { throw Malformed() }
        return text
    }

    mutating func optionalText() throws(Malformed) -> String? { try number() == 0 ? nil : text() }

    mutating func real() throws(Malformed) -> Double {
        guard bytes.count - index >= 8 else { throw Malformed() }
        var pattern: UInt64 = 0
        for byte in bytes[index..<(index + 8)].reversed() { pattern = pattern << 8 | UInt64(byte) }
        index += 8
        return Double(bitPattern: pattern)
    }
}
