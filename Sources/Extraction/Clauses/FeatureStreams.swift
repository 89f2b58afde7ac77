/// Features along a sentence, in streams of one template each. A candidate has those of a stream that lie in
/// its terms: a range of `hashes`.
///
/// Streams are read one after the other into one array, so that adding a feature is one append: with arrays for
/// each stream, adding was four fifths of reading a sentence.
struct FeatureStreams {
    /// The features of all streams, one stream after the other, each in the order of the text.
    private(set) var hashes: [UInt32] = []
    /// For each stream and border between terms: how many features, of this and the streams before, start before
    /// the border, and how many end by it.
    private var starting: [Int32] = []
    private var ending: [Int32] = []
    /// Borders in a sentence: one more than its terms.
    private var borders = 1

    /// Makes room for a sentence of `terms` terms.
    mutating func begin(terms: Int) {
        borders = terms + 1
        hashes.removeAll(keepingCapacity: true)
        starting.removeAll(keepingCapacity: true)
        ending.removeAll(keepingCapacity: true)
    }

    /// Adds a stream with a feature for each run of `length` terms.
    @inline(__always)
    mutating func addRuns(of length: Int, _ code: (Int) -> UInt32) {
        let first = hashes.count
        let runs = max(0, borders - length)
        for term in 0..<runs { hashes.append(code(term)) }
        for border in 0..<borders {
            starting.append(Int32(first + min(border, runs)))
            ending.append(Int32(first + max(0, border - length + 1)))
        }
    }

    /// Adds a stream of the same features as the last.
    mutating func addAgain() {
        for place in starting.count - borders..<starting.count {
            starting.append(starting[place])
            ending.append(ending[place])
        }
    }

    /// Adds a stream whose features lie in one term each; a term may have several.
    @inline(__always)
    mutating func addTerms(_ read: (Int, inout [UInt32]) -> Void) {
        for term in 0..<borders - 1 {
            starting.append(Int32(hashes.count))
            ending.append(Int32(hashes.count))
            read(term, &hashes)
        }
        starting.append(Int32(hashes.count))
        ending.append(Int32(hashes.count))
    }

    /// Adds a stream with at most one feature from each term on: its hash, and the term before which it ends. No
    /// feature ends before an earlier one.
    @inline(__always)
    mutating func addStretches(_ read: (Int) -> (hash: UInt32, end: Int)?) {
        var border = 0
        for term in 0..<borders - 1 {
            starting.append(Int32(hashes.count))
            guard let (hash, end) = read(term) else { continue }
            while border < end {
                ending.append(Int32(hashes.count))
                border += 1
            }
            hashes.append(hash)
        }
        starting.append(Int32(hashes.count))
        for _ in border..<borders { ending.append(Int32(hashes.count)) }
    }

    /// The features of a stream that lie within `terms`, as a range of `hashes`.
    @inline(__always)
    func range(_ stream: Int, _ terms: Range<Int>) -> Range<Int> {
        let first = starting[stream * borders + terms.lowerBound]
        return Int(first)..<Int(max(first, ending[stream * borders + terms.upperBound]))
    }
}
