/// A read-mostly map from 64-bit hashes to numbers: open addressing, no hashing of its own.
struct HashTable<Value: BitwiseCopyable & Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value]
    private let mask: Int
    private let none: Value

    /// - Parameters:
    ///   - capacity: how many entries it is to hold at most.
    ///   - none: what absent keys map to.
    init(capacity: Int, none: Value) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Value](repeating: none, count: size)
        mask = size - 1
        self.none = none
    }

    subscript(key: UInt64) -> Value {
        @inline(__always)
        get {
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & mask
            }
            return none
        }
        set {
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = newValue
        }
    }
}
