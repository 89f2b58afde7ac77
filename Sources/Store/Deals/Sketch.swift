/// A sketch of a text's words, by which a story that is printed twice with small changes is known.
///
/// It is a MinHash of the runs of three words: reprints change a word here and there and are cut from the end, and
/// most runs survive both, while reports of one event in other words share next to none. (SimHash suits texts of one
/// length; a table of shared sentences misses a story in which every sentence is touched.) One permutation, 64 bins
/// (Li, Owen, Zhang 2012), a byte each: the error is about 0.06.
struct Sketch: Sendable, Equatable {
    /// A byte a bin.
    private var bins: [UInt8]
    /// How many different runs the text has, to tell a cut story from a longer one.
    private var count: Int

    private static let size = 64

    init(_ text: [UInt8]) {
        var least = [UInt64?](repeating: nil, count: Self.size)
        var different = DifferentRuns()
        func add(_ run: UInt64) {
            let bin = Int(run % UInt64(Self.size))
            least[bin] = min(least[bin] ?? .max, run)
            different.add(run)
        }
        Self.forEachRun(of: text, add)
        if different.isEmpty { add(0) }
        bins = (0..<Self.size).map { bin in
            // An empty bin takes the value of the next one that is not (Shrivastava, Li 2014).
            for step in 0..<Self.size {
                if let value = least[(bin + step) % Self.size] {
                    return UInt8(truncatingIfNeeded: value >> 32) &+ UInt8(step)
                }
            }
            return 0
        }
        count = different.count
    }

    /// The bytes for the column `reading.sketch`.
    var bytes: [UInt8] {
        var writer = PackedWriter()
        writer.number(count)
        return bins + writer.bytes
    }

    /// Nil where the bytes are no sketch.
    init?(bytes: [UInt8]) {
        guard bytes.count > Self.size else { return nil }
        var reader = PackedReader(Array(bytes[Self.size...]))
        guard let count = try? reader.number(), reader.isAtEnd else { return nil }
        bins = Array(bytes[..<Self.size])
        self.count = count
    }

    /// Whether one is a reprint of the other: they share a quarter of all runs, and half of those of the shorter.
    func isReprint(of other: Sketch) -> Bool {
        let same = zip(bins, other.bins).count { $0 == $1 }
        let shared = max(0, (Double(same) / Double(Self.size) - 1 / 256) / (1 - 1 / 256))
        let common = shared * Double(count + other.count) / (1 + shared)
        return shared >= 0.25 && common >= 0.5 * Double(min(count, other.count))
    }

    /// Calls `body` with a number for each run of three words, case and punctuation aside; of fewer words with one each.
    private static func forEachRun(of text: [UInt8], _ body: (UInt64) -> Void) {
        var (first, second, count) = (UInt64(0), UInt64(0), 0)
        var word: UInt64 = 0
        func endWord() {
            guard word != 0 else { return }
            if count >= 2 { body(mixed((mixed(first) &+ second) &* 31 &+ mixed(word))) }
            (first, second, word) = (second, word, 0)
            count += 1
        }
        for byte in text {
            let lower = byte | 0x20
            if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(byte) || byte >= 0x80 {
                word = (word ^ UInt64(lower)) &* 0x100_0000_01b3 &+ 0x9e37_79b9
            } else {
                endWord()
            }
        }
        endWord()
        if count == 1 || count == 2 { body(mixed(second)) }
        if count == 2 { body(mixed(first)) }
    }

    /// The finalizer of SplitMix64: every bit of the result depends on every bit of the number.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Reports that are one story, printed in several places.
enum Stories {
    /// For each report the index of the first report of its story.
    /// - Parameter reports: in the order of their dates; nil where there is no sketch.
    static func groups(_ reports: [Sketch?]) -> [Int] {
        var first: [Int] = []
        for (index, sketch) in reports.enumerated() {
            // Reprints come within days: looking far back costs more than it finds.
            let near = max(0, index - 64)..<index
            let same = near.first { other in
                guard let sketch, let before = reports[other] else { return false }
                return sketch.isReprint(of: before)
            }
            first.append(same.map { first[$0] } ?? index)
        }
        return first
    }
}

/// Counts the different ones of numbers that are spread evenly: all of them up to some hundred thousand, of more those
/// whose last bits are 0, since a text can be longer than a book.
private struct DifferentRuns {
    private var kept: [UInt64] = []
    /// How many of the last bits are 0 in the numbers that are kept.
    private var zeros: UInt64 = 0
    private static let most = 1 << 18

    var isEmpty: Bool { kept.isEmpty && zeros == 0 }

    /// About, where there are many.
    var count: Int {
        mutating get {
            dropRepeated()
            return kept.count << zeros
        }
    }

    mutating func add(_ number: UInt64) {
        guard number & ((1 << zeros) - 1) == 0 else { return }
        kept.append(number)
        guard kept.count == Self.most else { return }
        dropRepeated()
        while kept.count > Self.most / 2 {
            zeros += 1
            kept.removeAll { $0 & ((1 << zeros) - 1) != 0 }
        }
    }

    private mutating func dropRepeated() {
        kept.sort()
        var last: UInt64?
        kept.removeAll { number in
            defer { last = number }
            return number == last
        }
    }
}
