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
        var cues: [UInt8] = []
        /// A longer phrase begins with these words.
        var isPrefix = false
    }

    /// The names of all cues; those of a file follow one another.
    private(set) var names: [String] = []
    /// The cues of each file.
    private(set) var files: [String: Range<Int>] = [:]
    private var entries: [Entry] = []
    private var slots = [(hash: UInt64, entry: Int32)](repeating: (0, -1), count: 16384)

    init(_ lemmatizer: Lemmatizer) {
        for file in ["kinds", "statuses", "clause_statuses", "words"] {
            let first = names.count
            for row in Assets.table("data/cues/\(file).tsv") where row.count == 2 {
                for phrase in row[1].split(separator: ",") { add(phrase, UInt8(names.count), lemmatizer) }
                names.append(row[0])
            }
            files[file] = first..<names.count
        }
    }

    /// The index of the cue `name`, for feature code that asks for one.
    func index(_ name: String) -> Int { names.lastIndex(of: name) ?? names.count }

    private mutating func add(_ phrase: Substring, _ cue: UInt8, _ lemmatizer: Lemmatizer) {
        let words = phrase.split { $0 == " " || $0 == "-" || $0 == "/" || $0 == ":" }
        var hash: UInt64 = 0
        for (place, word) in words.enumerated() {
            let stem = lemmatizer.stem(String(word))
            hash = place == 0 ? stem : FeatureHash.combine(hash, stem)
            let entry = entryIndex(hash)
            if place < words.count - 1 {
                entries[entry].isPrefix = true
            } else if !entries[entry].cues.contains(cue) {
                entries[entry].cues.append(cue)
            }
        }
    }

    private mutating func entryIndex(_ hash: UInt64) -> Int {
        var slot = Int(hash & 16383)
        while slots[slot].entry >= 0, slots[slot].hash != hash { slot = (slot + 1) & 16383 }
        if slots[slot].entry < 0 {
            slots[slot] = (hash, Int32(entries.count))
            entries.append(Entry())
        }
        return Int(slots[slot].entry)
    }

    private func entry(_ hash: UInt64) -> Int? {
        var slot = Int(hash & 16383)
        while slots[slot].entry >= 0 {
            if slots[slot].hash == hash { return Int(slots[slot].entry) }
            slot = (slot + 1) & 16383
        }
        return nil
    }

    /// Appends the phrases that begin at token `index` and end before `limit`.
    func match(at index: Int, limit: Int, stems: [UInt64], isJoint: (Int) -> Bool, into hits: inout [Hit]) {
        var hash = stems[index]
        var next = index + 1
        while let found = entry(hash) {
            for cue in entries[found].cues { hits.append(Hit(cue: cue, first: Int32(index), end: Int32(next))) }
            guard entries[found].isPrefix else { return }
            if next < limit, isJoint(next) { next += 1 }
            guard next < limit else { return }
            hash = FeatureHash.combine(hash, stems[next])
            next += 1
        }
    }
}
