/// A set of stems by their hashes, which are not hashed again: the general sets and dictionaries took a
/// twentieth of the time of agreements.
struct StemSet: Sendable {
    private var table: HashTable<UInt8>

    /// - Parameter stems: none of them is 0.
    init(_ stems: [UInt64]) {
        table = HashTable(capacity: stems.count, none: 0)
        for stem in stems { table[stem] = 1 }
    }

    func contains(_ stem: UInt64) -> Bool { table[stem] != 0 }
}
