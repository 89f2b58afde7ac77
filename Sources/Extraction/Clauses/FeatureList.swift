/// Hashes of features by group, in one array that is used again and again: with an array for each group, half
/// the time of scoring went into growing and freeing them.
///
/// Groups are filled one after the other: `begin`, then `add` its features.
struct FeatureList {
    private(set) var hashes: [UInt32] = []
    private var starts = [Int](repeating: 0, count: FeatureGroup.count)
    private var ends = [Int](repeating: 0, count: FeatureGroup.count)
    private var current = 0

    mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        for group in starts.indices {
            starts[group] = 0
            ends[group] = 0
        }
    }

    /// From now on features are of `group`.
    mutating func begin(_ group: FeatureGroup) {
        end()
        current = group.rawValue
        starts[current] = hashes.count
    }

    /// Ends the last group.
    mutating func end() { ends[current] = hashes.count }

    @inline(__always)
    mutating func add(_ hash: UInt32) { hashes.append(hash) }

    /// Where the features of `group` lie in `hashes`.
    func range(_ group: FeatureGroup) -> Range<Int> { starts[group.rawValue]..<ends[group.rawValue] }

    subscript(group: FeatureGroup) -> ArraySlice<UInt32> { hashes[range(group)] }
}
