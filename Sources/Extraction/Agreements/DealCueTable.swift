internal import Assets

/// Words and phrases that speak for a kind or a status, or that belong to a family of business words:
/// `data/cues/*.tsv`. They are matched by stems; a hyphen between words counts as a space.
struct DealCueTable: Sendable {
    /// One phrase found in a text.
    struct Hit {
        var cue: UInt8
        var first: Int32
        var end: Int32
    }

    private struct Entry {
        /// Of its words.
        var hash: UInt64
        /// Those of the phrase, as a range of `cues`.
        var first: Int32 = 0
        var end: Int32 = 0
        /// A longer phrase begins with these words.
        var isPrefix = false
    }

    /// The names of all cues; those of a file follow one another.
    private(set) var names: [String] = []
    /// The cues of each file.
    private(set) var files: [String: Range<Int>] = [:]
    private var entries: [Entry] = []
    /// The cues of all entries, entry by entry.
    private var cues: [UInt8] = []
    /// Open addressing by the lower bits of a hash: a place in `entries`, -1 for none. Numbers of two bytes, so that what
    /// nearly every token of a text looks at stays in the first-level cache.
    private var slots = [Int16](repeating: -1, count: Self.size)
    private static let size = 16384

    init(_ lemmatizer: Lemmatizer) {
        var found: [[UInt8]] = []
        for file in ["kinds", "statuses", "clause_statuses", "words"] {
            let first = names.count
            for row in Assets.table("data/cues/\(file).tsv") where row.count == 2 {
                for phrase in row[1].split(separator: ",") { add(phrase, UInt8(names.count), lemmatizer, &found) }
                names.append(row[0])
            }
            files[file] = first..<names.count
        }
        for (place, own) in found.enumerated() {
            entries[place].first = Int32(cues.count)
            cues += own
            entries[place].end = Int32(cues.count)
        }
    }

    /// The index of the cue `name`, for feature code that asks for one.
    func index(_ name: String) -> Int { names.lastIndex(of: name) ?? names.count }

    /// - Parameter found: the cues of each entry.
    private mutating func add(_ phrase: Substring, _ cue: UInt8, _ lemmatizer: Lemmatizer, _ found: inout [[UInt8]]) {
        let words = phrase.split { $0 == " " || $0 == "-" || $0 == "/" || $0 == ":" }
        var hash: UInt64 = 0
        for (place, word) in words.enumerated() {
            let stem = lemmatizer.stem(String(word))
            hash = place == 0 ? stem : FeatureHash.combine(hash, stem)
            let slot = slot(of: hash)
            if slots[slot] < 0 {
                slots[slot] = Int16(entries.count)
                entries.append(Entry(hash: hash))
                found.append([])
            }
            let entry = Int(slots[slot])
            if place < words.count - 1 {
                entries[entry].isPrefix = true
            } else if !found[entry].contains(cue) {
                found[entry].append(cue)
            }
        }
    }

    /// The slot of `hash`, or the empty one where it would stand.
    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (Self.size - 1)
        while slots[slot] >= 0, entries[Int(slots[slot])].hash != hash { slot = (slot + 1) & (Self.size - 1) }
        return slot
    }

    /// Appends the phrases that begin at token `index` and end before `limit`.
    func match(at index: Int, limit: Int, stems: [UInt64], isJoint: (Int) -> Bool, into hits: inout [Hit]) {
        var hash = stems[index]
        var next = index + 1
        while case let place = slots[slot(of: hash)], place >= 0 {
            let entry = entries[Int(place)]
            for cue in entry.first..<entry.end {
                hits.append(Hit(cue: cues[Int(cue)], first: Int32(index), end: Int32(next)))
            }
            guard entry.isPrefix else { return }
            if next < limit, isJoint(next) { next += 1 }
            guard next < limit else { return }
            hash = FeatureHash.combine(hash, stems[next])
            next += 1
        }
    }
}
