internal import Assets

/// A cue found in a sentence.
struct CueMatch: Sendable {
    /// Index of the clause type it speaks for.
    var type: Int
    /// Terms, counted from the first of the sentence.
    var terms: Range<Int>
}

/// All cue patterns, found by their first element.
struct CueTable: Sendable {
    static let shared = CueTable(lexicon: .shared)

    private var patterns: [CuePattern] = []
    /// Rows of the table that are of no known type or say nothing; a test asks for none.
    private(set) var rejected: [[String]] = []
    /// Patterns by the stem or word of their first element: a range of `byWord`, packed.
    private var places: HashTable<UInt64>
    private var byWord: [Int] = []
    /// Patterns whose first element names a family or a kind, by that.
    private var byFamily = [[Int]](repeating: [], count: 64)
    private var byKind = [[Int]](repeating: [], count: 16)

    private init(lexicon: ClauseLexicon) {
        let types = Dictionary(uniqueKeysWithValues: ClauseTypes.names.enumerated().map { ($1, $0) })
        for row in Assets.table("data/cues/clauses.tsv") {
            guard row.count == 2, let type = types[row[0]],
                let pattern = CuePattern(row[1], type: type, lexicon: lexicon)
            else {
                rejected.append(row)
                continue
            }
            patterns.append(pattern)
        }
        var words: [UInt32: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() {
            let first = pattern.elements[0]
            for word in Set(first.stems + first.words) { words[word, default: []].append(number) }
            for family in 0..<64 where first.families & (1 << UInt64(family)) != 0 { byFamily[family].append(number) }
            for kind in 0..<16 where first.kinds & (1 << UInt16(kind)) != 0 { byKind[kind].append(number) }
        }
        places = HashTable(capacity: words.count, none: 0)
        for (word, numbers) in words.sorted(by: { $0.key < $1.key }) {
            places[UInt64(word)] = UInt64(byWord.count) << 32 | UInt64(byWord.count + numbers.count)
            byWord += numbers
        }
    }

    /// The cues in a sentence, in no order that matters.
    func matches(in sentence: ArraySlice<ClauseTerm>) -> [CueMatch] {
        var matches: [CueMatch] = []
        for index in sentence.indices {
            let term = sentence[index]
            look(term.stem, sentence, index, &matches)
            if term.word != term.stem { look(term.word, sentence, index, &matches) }
            var families = term.families
            while families != 0 {
                for number in byFamily[families.trailingZeroBitCount] { test(number, sentence, index, &matches) }
                families &= families - 1
            }
            for number in byKind[Int(term.kind.rawValue)] { test(number, sentence, index, &matches) }
        }
        return matches
    }

    private func look(_ word: UInt32, _ sentence: ArraySlice<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]) {
        let place = places[UInt64(word)]
        for number in byWord[Int(place >> 32)..<Int(place & 0xFFFF_FFFF)] { test(number, sentence, index, &matches) }
    }

    private func test(_ number: Int, _ sentence: ArraySlice<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]) {
        guard let end = patterns[number].end(in: sentence, at: index) else { return }
        let base = sentence.startIndex
        matches.append(CueMatch(type: patterns[number].type, terms: index - base..<end - base))
    }
}
