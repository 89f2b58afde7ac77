/// A hash table used in place from its bytes: open addressing, linear probing, no keys but 32 bits of a hash. A place is
/// always empty, where a search ends.
///
/// The form, little-endian, on a 16-byte boundary: `KBH3`, capacity (UInt32, eight or more), bytes a value
/// (UInt32), zero, then the upper half of each key's hash (UInt32; zero where a place is empty), then the
/// values. Where an odd multiple of the upper half lies among all numbers of 32 bits says where to look first.
///
/// Unchecked `Sendable`: the bytes are only read.
package struct HashedTable: @unchecked Sendable {
    package static let magic: UInt32 = 0x3348_424B
    package static let headerSize = 16
    /// As many places as are compared at once.
    private static let leastCapacity = 8

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
        guard capacity >= Self.leastCapacity, bytes.count == Self.headerSize + capacity * (4 + valueSize) else {
            return nil
        }
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

    /// Calls `body` with the values kept for `hashes`, in no order that matters.
    ///
    /// Eight places are compared at once for each, and no branch hangs on what is there but where all eight are taken by
    /// others: reads that wait for the memory wait together, which guessing wrong would not let them.
    @inline(__always)
    func forEach<Value: BitwiseCopyable>(of hashes: [UInt64], as type: Value.Type, _ body: (Value) -> Void) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: hashes.count + 1) { places in
            var found = 0
            for hash in hashes {
                let key = Self.key(hash)
                let place = Self.place(key, capacity: capacity)
                let first = min(place, capacity - Self.leastCapacity)
                let (low, high) = (four(from: first), four(from: first + 4))
                // The lane of the key, counted from 1, else 0.
                let lane = Self.any(low, equal: key, SIMD4(1, 2, 3, 4)) | Self.any(high, equal: key, SIMD4(5, 6, 7, 8))
                places[found] = first &+ Int(lane) &- 1
                found &+= lane == 0 ? 0 : 1
                let ones = SIMD4<UInt32>(repeating: 1)
                let isAbsent = first == place && Self.any(low, equal: 0, ones) | Self.any(high, equal: 0, ones) != 0
                if lane == 0, !isAbsent, let value = value(hash, as: type) { body(value) }
            }
            for place in places[..<found] { body(values.loadUnaligned(fromByteOffset: place * valueSize, as: type)) }
        }
    }

    @inline(__always)
    private func four(from place: Int) -> SIMD4<UInt32> {
        UnsafeRawPointer(keys + place).loadUnaligned(as: SIMD4<UInt32>.self)
    }

    /// The one of `marks` that stands where `keys` have `key`, which they have once at most; of zeros any.
    @inline(__always)
    private static func any(_ keys: SIMD4<UInt32>, equal key: UInt32, _ marks: SIMD4<UInt32>) -> UInt32 {
        let found = unsafeBitCast(keys .== SIMD4(repeating: key), to: SIMD4<UInt32>.self) & marks
        return found[0] | found[1] | found[2] | found[3]
    }
}
