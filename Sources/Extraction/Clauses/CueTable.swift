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
    /// The type of each pattern.
    private var types: [Int] = []
    /// Rows of the table that are of no known type or say nothing; a test asks for none.
    private(set) var rejected: [[String]] = []
    /// Patterns by the stem or word of their first element: a range of `byWord`, packed.
    private var places: HashTable<UInt64>
    private var byWord: [Int] = []
    /// Patterns whose first element names a family or a kind, by that: ranges of `byWord` as well.
    private var byFamily = [Range<Int>](repeating: 0..<0, count: 64)
    private var byKind = [Range<Int>](repeating: 0..<0, count: 16)

    private init(lexicon: ClauseLexicon) {
        let numbers = Dictionary(uniqueKeysWithValues: ClauseTypes.names.enumerated().map { ($1, $0) })
        for row in Assets.table("data/cues/clauses.tsv") {
            guard row.count == 2, let type = numbers[row[0]],
                let pattern = CuePattern(row[1], type: type, lexicon: lexicon)
            else {
                rejected.append(row)
                continue
            }
            patterns.append(pattern)
            types.append(type)
        }
        var words: [UInt32: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() {
            let first = pattern.elements[0]
            for word in Set(first.stems + first.words) { words[word, default: []].append(number) }
        }
        places = HashTable(capacity: words.count, none: 0)
        for (word, numbers) in words.sorted(by: { $0.key < $1.key }) {
            places[UInt64(word)] = UInt64(byWord.count) << 32 | UInt64(byWord.count + numbers.count)
            byWord += numbers
        }
        for family in byFamily.indices {
            byFamily[family] = add { $0.families & (1 << UInt64(family)) != 0 }
        }
        for kind in byKind.indices { byKind[kind] = add { $0.kinds & (1 << UInt16(kind)) != 0 } }
    }

    /// Adds the patterns with such a first element to `byWord`.
    private mutating func add(where isSuch: (CuePattern.Element) -> Bool) -> Range<Int> {
        let first = byWord.count
        byWord += patterns.indices.filter { isSuch(patterns[$0].elements[0]) }
        return first..<byWord.count
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
                test(byFamily[families.trailingZeroBitCount], sentence, index, &matches)
                families &= families - 1
            }
            test(byKind[Int(term.kind.rawValue)], sentence, index, &matches)
        }
        return matches
    }

    private func look(_ word: UInt32, _ sentence: ArraySlice<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]) {
        let place = places[UInt64(word)]
        test(Int(place >> 32)..<Int(place & 0xFFFF_FFFF), sentence, index, &matches)
    }

    /// Looks whether patterns, a range of `byWord`, that begin at `index` go on there.
    private func test(
        _ range: Range<Int>, _ sentence: ArraySlice<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]
    ) {
        for place in range {
            let number = byWord[place]
            guard let end = patterns[number].end(in: sentence, at: index) else { continue }
            let base = sentence.startIndex
            matches.append(CueMatch(type: types[number], terms: index - base..<end - base))
        }
    }
}
