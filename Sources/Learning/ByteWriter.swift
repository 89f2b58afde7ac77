/// Writes numbers as little-endian bytes, the form in which models are kept.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ value: Float) {
        append(value.bitPattern)
    }

    /// Adds zeros until there are `count` bytes.
    mutating func pad(to count: Int) {
        while bytes.count < count { bytes.append(0) }
    }
}
