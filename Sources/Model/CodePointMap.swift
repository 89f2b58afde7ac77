/// Turns byte offsets into a UTF-8 text into code-point offsets, which SQLite's `substr` and people count.
public struct CodePointMap: Sendable {
    /// The number of code points before every 64th byte; nil where the text is ASCII and both are the same.
    private let blocks: [UInt32]?
    private let text: [UInt8]

    /// - Parameter text: valid UTF-8.
    public init(_ text: [UInt8]) {
        self.text = text
        guard !text.allSatisfy({ $0 < 0x80 }) else { blocks = nil; return }
        var counts: [UInt32] = []
        counts.reserveCapacity(text.count / CodePointMap.stride + 1)
        var total: UInt32 = 0
        for (offset, byte) in text.enumerated() {
            if offset % CodePointMap.stride == 0 { counts.append(total) }
            if byte & 0xC0 != 0x80 { total += 1 }
        }
        blocks = counts
    }

    /// The code points before byte `offset`, which must lie on the border of one.
    public func codePoint(atByte offset: Int) -> Int {
        guard let blocks, offset > 0 else { return offset }
        let block = min(offset / CodePointMap.stride, blocks.count - 1)
        let rest = text[(block * CodePointMap.stride)..<min(offset, text.count)]
        return Int(blocks[block]) + rest.count { $0 & 0xC0 != 0x80 }
    }

    private static let stride = 64
}
