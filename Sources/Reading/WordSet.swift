internal import Assets
internal import Model

/// A fixed set of words in lower case, asked by the bytes of a text in any case (ASCII).
///
/// No string is made: with `Set<String>` and lower-cased copies, reading took three times as long.
struct WordSet {
    /// Hashes of the words in an open table; 0 where none stands.
    private let slots: [UInt64]

    init(_ words: [String]) {
        var size = 8
        while size < 4 * words.count { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for word in words {
            let bytes = Array(word.utf8)
            let hash = WordSet.hash(bytes.span, 0, bytes.count)
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash
        }
        self.slots = slots
    }

    /// The words of `data/reading/words.tsv` for one use.
    init(use: String) { self.init(ReadingWords.of(use)) }

    /// Whether the bytes from `start` to `end` are one of the words.
    func contains(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let hash = WordSet.hash(text, start, end)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// FNV-1a of the lower-cased bytes, never 0.
    private static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end { hash = (hash ^ UInt64(lowercased(text[index]))) &* 0x0000_0100_0000_01B3 }
        return hash | 1
    }
}

/// The words that tell where sentences end and which lines are rubrics: `data/reading/words.tsv`.
enum ReadingWords {
    static func of(_ use: String) -> [String] {
        Assets.rows(of: "data/reading/words.tsv", for: use).map { $0[1] }
    }
}

/// An ASCII capital as a small letter; any other byte as it is.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

extension Span<UInt8> {
    /// Whether the bytes at `start`, up to `end`, begin with `prefix` (ASCII, lower case) in any case.
    func begins(_ start: Int, _ end: Int, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { begins(start, end, with: $0) }
    }

    /// As with a text that is known beforehand.
    func begins(_ start: Int, _ end: Int, with prefix: some RandomAccessCollection<UInt8>) -> Bool {
        guard start + prefix.count <= end else { return false }
        return zip(start..., prefix).allSatisfy { lowercased(self[$0]) == $1 }
    }

    /// Hands the runs of letters between `start` and `end` to `body`, until it says true.
    /// - Parameter joiner: a byte that counts as a letter.
    /// - Returns: whether `body` said true.
    @discardableResult
    func anyWord(_ start: Int, _ end: Int, joinedBy joiner: UInt8? = nil, where body: (Int, Int) -> Bool) -> Bool {
        var index = start
        var first: Int?
        while index < end {
            let (value, length) = scalar(in: self, at: index)
            if ScalarClass.isLetter(value) || (joiner != nil && self[index] == joiner) {
                first = first ?? index
            } else if let word = first {
                if body(word, index) { return true }
                first = nil
            }
            index += length
        }
        return first.map { body($0, end) } ?? false
    }
}
