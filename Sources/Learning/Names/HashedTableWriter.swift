internal import Extraction

/// Writes the form that `HashedTable` reads.
struct HashedTableWriter {
    private let valueSize: Int
    private var entries: [UInt64: [UInt8]] = [:]

    init(valueSize: Int) { self.valueSize = valueSize }

    /// Sets the value of `hash`; hashes that agree in all bits share one.
    mutating func set(_ hash: UInt64, _ value: [UInt8]) {
        precondition(value.count == valueSize)
        entries[hash] = value
    }

    mutating func set(_ hash: UInt64, _ value: some FixedWidthInteger) {
        var writer = ByteWriter()
        writer.append(value)
        set(hash, writer.bytes)
    }

    /// The table, three quarters full, the same for the same entries.
    func encoded() -> [UInt8] {
        let capacity = (max(entries.count, 12) * 4 / 3 + 3) / 4 * 4
        var keys = [UInt32](repeating: 0, count: capacity)
        var values = [UInt8](repeating: 0, count: capacity * valueSize)
        for (hash, value) in entries.sorted(by: { $0.key < $1.key }) {
            let key = HashedTable.key(hash)
            var place = HashedTable.place(key, capacity: capacity)
            while keys[place] != 0, keys[place] != key { place = (place + 1) % capacity }
            keys[place] = key
            values.replaceSubrange(place * valueSize..<(place + 1) * valueSize, with: value)
        }
        var writer = ByteWriter()
        for value in [HashedTable.magic, UInt32(capacity), UInt32(valueSize), 0] { writer.append(value) }
        for key in keys { writer.append(key) }
        for value in values { writer.append(value) }
        return writer.bytes
    }
}
