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

    /// The type of each pattern, and where its elements but the first lie in `elements`.
    private var patterns: [(type: Int, rest: Range<Int>)] = []
    private var elements = CueElements()
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
        var first: [CuePattern.Element] = []
        for row in Assets.table("data/cues/clauses.tsv") {
            guard row.count == 2, let type = numbers[row[0]],
                let pattern = CuePattern(row[1], type: type, lexicon: lexicon)
            else {
                rejected.append(row)
                continue
            }
            patterns.append((type, elements.add(pattern)))
            first.append(pattern.elements[0])
        }
        var words: [UInt32: [Int]] = [:]
        for (number, element) in first.enumerated() {
            for word in Set(element.stems + element.words) { words[word, default: []].append(number) }
        }
        places = HashTable(capacity: words.count, none: 0)
        for (word, numbers) in words.sorted(by: { $0.key < $1.key }) {
            places[UInt64(word)] = UInt64(byWord.count) << 32 | UInt64(byWord.count + numbers.count)
            byWord += numbers
        }
        for family in byFamily.indices {
            byFamily[family] = add(first.indices.filter { first[$0].families & (1 << UInt64(family)) != 0 })
        }
        for kind in byKind.indices {
            byKind[kind] = add(first.indices.filter { first[$0].kinds & (1 << UInt16(kind)) != 0 })
        }
    }

    /// Adds patterns to `byWord`.
    private mutating func add(_ numbers: [Int]) -> Range<Int> {
        byWord += numbers
        return byWord.count - numbers.count..<byWord.count
    }

    /// The cues in a sentence, in no order that matters.
    func matches(in sentence: ArraySlice<ClauseTerm>) -> [CueMatch] {
        var matches: [CueMatch] = []
        sentence.withUnsafeBufferPointer { sentence in
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
        }
        return matches
    }

    private func look(
        _ word: UInt32, _ sentence: UnsafeBufferPointer<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]
    ) {
        let place = places[UInt64(word)]
        test(Int(place >> 32)..<Int(place & 0xFFFF_FFFF), sentence, index, &matches)
    }

    /// Looks whether patterns, a range of `byWord`, that begin at `index` go on there.
    private func test(
        _ range: Range<Int>, _ sentence: UnsafeBufferPointer<ClauseTerm>, _ index: Int, _ matches: inout [CueMatch]
    ) {
        for place in range {
            let (type, rest) = patterns[byWord[place]]
            guard let end = elements.end(rest, in: sentence, from: index + 1) else { continue }
            matches.append(CueMatch(type: type, terms: index..<end))
        }
    }
}
