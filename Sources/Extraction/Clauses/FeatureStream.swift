/// Features of one template along a sentence, in its order. A candidate has those that lie in its terms.
struct FeatureStream {
    private(set) var hashes: [UInt32] = []
    /// How many features start before each term.
    private(set) var before: [Int32] = [0]
    /// How many features end by each term's start.
    private(set) var by: [Int32] = [0]
    private var ends: [Int32] = []

    mutating func reset() {
        hashes.removeAll(keepingCapacity: true)
        before.removeAll(keepingCapacity: true)
        by.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        before.append(0)
    }

    /// Adds a feature that starts at the current term and ends before the term `end`.
    mutating func add(_ hash: UInt32, end: Int) {
        hashes.append(hash)
        ends.append(Int32(end))
    }

    /// Ends the current term.
    mutating func endTerm() { before.append(Int32(hashes.count)) }

    /// Ends the sentence, of `count` terms.
    mutating func endSentence(_ count: Int) {
        var done = 0
        for term in 0...count {
            while done < ends.count, ends[done] <= Int32(term) { done += 1 }
            by.append(Int32(done))
        }
    }

    /// The features within `terms`, as a range of `hashes`.
    @inline(__always)
    func range(_ terms: Range<Int>) -> Range<Int> {
        let first = Int(before[terms.lowerBound])
        return first..<max(first, Int(by[terms.upperBound]))
    }
}
