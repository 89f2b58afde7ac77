/// What all uses of a word in the article together say of it: a clear use ("X Inc said") speaks for an
/// unclear one (X in a headline). Each distinct capitalised word has a slot.
struct DocumentEvidence {
    /// The slot of each token; -1 for words that are never capitalised.
    private(set) var slots: [Int32]
    private(set) var counts: [Counts] = []
    /// First entry in `entries` for each slot; -1 where there is none.
    private var heads: [Int32] = []
    private var entries: [(feature: UInt64, next: Int32)] = []

    struct Counts {
        /// Capitalised inside a sentence that is no heading.
        var inside = 0
        /// In lower case.
        var lower = 0
        var all = 0
    }

    init(_ tokens: NameTokens) {
        slots = [Int32](repeating: -1, count: tokens.count)
        var index = WordIndex(capacity: tokens.count)
        for position in 0..<tokens.count where tokens.words[position].isOpen && tokens.words[position].name != 0 {
            let slot = index.insert(tokens.hash(position))
            if Int(slot) == counts.count {
                counts.append(Counts())
                heads.append(-1)
            }
        }
        for position in 0..<tokens.count where tokens.text.tokens[position].kind == .word {
            guard let slot = index.find(tokens.hash(position)) else { continue }
            slots[position] = slot
            count(position, Int(slot), tokens)
        }
        for position in 0..<tokens.count where slots[position] >= 0 && tokens.words[position].isCapitalized {
            gather(position, Int(slots[position]), tokens)
        }
    }

    private mutating func count(_ position: Int, _ slot: Int, _ tokens: NameTokens) {
        let word = tokens.words[position]
        counts[slot].all += 1
        if word.letters == .lower { counts[slot].lower += 1 }
        let setting = tokens.setting(at: position)
        if word.isCapitalized, !word.opens, setting == .body || setting == .heading { counts[slot].inside += 1 }
    }

    /// Adds what stands around the run of capitals at one use.
    private mutating func gather(_ position: Int, _ slot: Int, _ tokens: NameTokens) {
        guard tokens.setting(at: position) != .capitals else { return }
        let words = tokens.words
        let run = words[position].run
        let (first, end) = (run.lowerBound, run.upperBound)
        func mix(_ a: UInt64, _ b: UInt64) -> UInt64 { FeatureHash.combine(a, b) }
        add(slot, mix(1, tokens.hash(first - 1)))
        add(slot, mix(2, tokens.hash(end)))
        add(slot, mix(mix(3, tokens.hash(first - 2)), tokens.hash(first - 1)))
        add(slot, mix(mix(4, tokens.hash(end)), tokens.hash(end + 1)))
        if position + 1 < tokens.count {
            let next = words[position + 1]
            if next.traits.contains(.legalSuffix), next.isCapitalized {
                add(slot, 5)
            } else if next.traits.contains(.organisation) {
                add(slot, mix(6, next.name))
            }
        }
        if position > first {
            let before = words[position - 1].traits
            if before.contains(.firstName) { add(slot, 7) } else if before.contains(.title) { add(slot, 8) }
        }
        if words[end - 1].traits.contains(.legalSuffix) { add(slot, 9) }
        if first > 0, words[first - 1].traits.contains(.title) { add(slot, 10) }
        if end + 1 < tokens.count, words[end + 1].traits.contains(.companyRole), tokens.isPossessive(end) {
            add(slot, 11)
        }
        if first > 1, words[first - 2].traits.contains(.companyRole), tokens.hash(first - 1) == Self.of {
            add(slot, 12)
        }
        gatherClasses(first, end, slot, tokens)
        gatherNeighbours(first, end, slot, tokens)
    }

    /// Adds what kind of word stands before and after the run, and what it is called in apposition.
    private mutating func gatherClasses(_ first: Int, _ end: Int, _ slot: Int, _ tokens: NameTokens) {
        let words = tokens.words
        if first > 0, words[first - 1].classes.fine > 0 {
            add(slot, FeatureHash.combine(13, UInt64(words[first - 1].classes.fine)))
        }
        if end < tokens.count, words[end].classes.fine > 0 {
            add(slot, FeatureHash.combine(14, UInt64(words[end].classes.fine)))
        }
        if tokens.isPossessive(end), end + 1 < tokens.count, words[end + 1].classes.fine > 0 {
            add(slot, FeatureHash.combine(15, UInt64(words[end + 1].classes.fine)))
        }
        if let head = tokens.appositionHead(after: end) {
            add(slot, FeatureHash.combine(16, words[head].name))
            add(slot, FeatureHash.combine(17, UInt64(words[head].classes.middle)))
        }
    }

    /// Adds what stands beside the run in a list or after `and`: a company seldom stands with what is none.
    private mutating func gatherNeighbours(_ first: Int, _ end: Int, _ slot: Int, _ tokens: NameTokens) {
        if let next = tokens.listed(end, step: 1) { add(slot, FeatureHash.combine(18, tokens.standing(next))) }
        if let last = tokens.listed(first - 1, step: -1) { add(slot, FeatureHash.combine(19, tokens.standing(last))) }
    }

    private static let of = FeatureHash.of("of")

    /// Keeps each feature of a slot once, and no more than 40.
    private mutating func add(_ slot: Int, _ feature: UInt64) {
        var entry = heads[slot]
        var seen = 0
        while entry >= 0 {
            if entries[Int(entry)].feature == feature || seen >= 40 { return }
            entry = entries[Int(entry)].next
            seen += 1
        }
        entries.append((feature, heads[slot]))
        heads[slot] = Int32(entries.count - 1)
    }

    /// Calls `body` with each feature of a slot.
    @inline(__always)
    func forEach(_ slot: Int, _ body: (UInt64) -> Void) {
        var entry = heads[slot]
        while entry >= 0 {
            body(entries[Int(entry)].feature)
            entry = entries[Int(entry)].next
        }
    }
}

/// A small hash table from words to the numbers 0, 1, 2… in the order in which they come.
struct WordIndex {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private var count: Int32 = 0
    private let mask: Int

    /// For up to `capacity` distinct words.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        numbers = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    mutating func insert(_ word: UInt64) -> Int32 {
        let place = place(of: word)
        if numbers[place] < 0 {
            keys[place] = word
            numbers[place] = count
            count += 1
        }
        return numbers[place]
    }

    func find(_ word: UInt64) -> Int32? {
        let number = numbers[place(of: word)]
        return number < 0 ? nil : number
    }

    private func place(of word: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: word ^ word >> 31) & mask
        while numbers[place] >= 0, keys[place] != word { place = (place + 1) & mask }
        return place
    }
}
