/// A hash table used in place from its bytes: open addressing, linear probing, no keys but 32 bits of a hash.
///
/// The form, little-endian, on a 16-byte boundary: `KBH1`, capacity (UInt32, a power of two), bytes a value
/// (UInt32), zero, then the upper half of each key's hash (UInt32; zero where a place is empty), then the
/// values. The lower bits of the hash say where to look first.
///
/// Unchecked `Sendable`: the bytes are only read.
package struct HashedTable: @unchecked Sendable {
    package static let magic: UInt32 = 0x3148_424B
    package static let headerSize = 16

    private let mask: Int
    private let keys: UnsafePointer<UInt32>
    private let valueSize: Int
    private let values: UnsafeRawPointer

    /// The table in `bytes`, which must outlive it; nil where they are not of the form.
    package init?(_ bytes: UnsafeRawBufferPointer, valueSize: Int) {
        guard bytes.count >= Self.headerSize, let base = bytes.baseAddress, Int(bitPattern: base) % 16 == 0,
            bytes.load(as: UInt32.self) == Self.magic,
            bytes.load(fromByteOffset: 8, as: UInt32.self) == UInt32(valueSize)
        else { return nil }
        let capacity = Int(bytes.load(fromByteOffset: 4, as: UInt32.self))
        guard capacity > 0, capacity & (capacity - 1) == 0,
            bytes.count == Self.headerSize + capacity * (4 + valueSize)
        else { return nil }
        mask = capacity - 1
        keys = (base + Self.headerSize).assumingMemoryBound(to: UInt32.self)
        self.valueSize = valueSize
        values = base + Self.headerSize + 4 * capacity
    }

    /// The part of a hash that is kept; never zero.
    @inline(__always)
    package static func key(_ hash: UInt64) -> UInt32 { max(1, UInt32(hash >> 32)) }

    /// The value kept for `hash`; nil where there is none.
    @inline(__always)
    package func value<Value: BitwiseCopyable>(_ hash: UInt64, as type: Value.Type) -> Value? {
        let key = Self.key(hash)
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = keys[place]
            if found == key { return values.loadUnaligned(fromByteOffset: place * valueSize, as: type) }
            if found == 0 { return nil }
            place = (place + 1) & mask
        }
    }
}
