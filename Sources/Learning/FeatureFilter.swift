internal import Extraction

/// The features that stand in several sources, as a bit set over the upper bits of their hashes: what one
/// source alone has says nothing of others, and would only take the place of what does.
struct FeatureFilter: Sendable {
    static let bits = 22

    private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

    init(_ rows: SparseRows, using chosen: [Int], sources: [Int], minimum: Int) {
        var last = [Int32](repeating: -1, count: 1 << Self.bits)
        var counts = [UInt8](repeating: 0, count: 1 << Self.bits)
        for row in chosen {
            for entry in rows.starts[row]..<rows.starts[row + 1] {
                let slot = LinearModel.filterSlot(rows.hashes[entry], bits: Self.bits)
                guard last[slot] != Int32(sources[row]), counts[slot] < 255 else { continue }
                last[slot] = Int32(sources[row])
                counts[slot] += 1
                if Int(counts[slot]) == minimum { words[slot >> 6] |= 1 << UInt64(slot & 63) }
            }
        }
    }

    func contains(_ hash: UInt32) -> Bool {
        let slot = LinearModel.filterSlot(hash, bits: Self.bits)
        return words[slot >> 6] & (1 << UInt64(slot & 63)) != 0
    }
}
