/// A hash table used in place from its bytes: open addressing, linear probing, no keys but 32 bits of a hash. A place is
/// always empty, where a search ends.
///
/// The form, little-endian, on a 16-byte boundary: `KBH3`, capacity (UInt32), bytes a value
/// (UInt32), zero, then the upper half of each key's hash (UInt32; zero where a place is empty), then the
/// values. Where an odd multiple of the upper half lies among all numbers of 32 bits says where to look first.
///
/// Unchecked `Sendable`: the bytes are only read.
package struct HashedTable: @unchecked Sendable {
    package static let magic: UInt32 = 0x3348_424B
    package static let headerSize = 16

    private let capacity: Int
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
        guard capacity > 0, bytes.count == Self.headerSize + capacity * (4 + valueSize) else { return nil }
        self.capacity = capacity
        keys = (base + Self.headerSize).assumingMemoryBound(to: UInt32.self)
        self.valueSize = valueSize
        values = base + Self.headerSize + 4 * capacity
    }

    /// The part of a hash that is kept; never zero.
    @inline(__always)
    package static func key(_ hash: UInt64) -> UInt32 { max(1, UInt32(hash >> 32)) }

    /// Where a key is looked for first: a product takes any capacity, so that no table need be half empty. Times an odd
    /// number, as the upper bits of the hashes of short words are alike.
    @inline(__always)
    package static func place(_ key: UInt32, capacity: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(key &* 0x9E37_79B1) &* UInt64(truncatingIfNeeded: capacity)) >> 32)
    }

    /// The value kept for `hash`; nil where there is none.
    @inline(__always)
    package func value<Value: BitwiseCopyable>(_ hash: UInt64, as type: Value.Type) -> Value? {
        let key = Self.key(hash)
        var place = Self.place(key, capacity: capacity)
        while true {
            let found = keys[place]
            if found == key { return values.loadUnaligned(fromByteOffset: place * valueSize, as: type) }
            if found == 0 { return nil }
            place = place + 1 == capacity ? 0 : place + 1
        }
    }

    /// Calls `body` with the values kept for `hashes`, in their order.
    ///
    /// The first places of all are read before any is looked at: reads that wait for the memory wait together, which a
    /// branch on each would not let them.
    @inline(__always)
    func forEach<Value: BitwiseCopyable>(of hashes: [UInt64], as type: Value.Type, _ body: (Value) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: hashes.count + 1) { first in
            for (index, hash) in hashes.enumerated() {
                first[index] = keys[Self.place(Self.key(hash), capacity: capacity)]
            }
            for (index, hash) in hashes.enumerated() where first[index] != 0 {
                if let value = value(hash, as: type) { body(value) }
            }
        }
    }
}
