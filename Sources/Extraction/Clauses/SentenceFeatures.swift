/// What a sentence gives to all its candidates: features term by term, so that a candidate's are a stretch of
/// them and its score a difference of two running sums.
struct SentenceFeatures {
    /// The streams, each with its group and template.
    enum Stream: Int, CaseIterable {
        case words, pairs, triples, skipTwo, skipThree, skipFour, letters, classes, classTriples
        case wordClasses, wordClassPairs, left, right, leftPairs, rightPairs

        /// Kept, as `allCases` makes a new array each time.
        static let all = allCases

        var group: FeatureGroup {
            switch self {
            case .words: .words
            case .pairs: .pairs
            case .triples: .triples
            case .skipTwo, .skipThree, .skipFour: .skips
            case .letters: .letters
            case .classes: .classes
            case .classTriples: .classSets
            case .wordClasses: .wordClasses
            case .wordClassPairs: .wordClassPairs
            case .left: .left
            case .right: .right
            case .leftPairs, .rightPairs: .outsidePairs
            }
        }

        /// A term may have several of it, and each lies in one term only.
        var hasManyATerm: Bool { self == .letters || self == .classes || self == .wordClasses }

        /// Where the features of a candidate with `terms` lie, in a sentence of `count` terms.
        func terms(of terms: Range<Int>, count: Int) -> Range<Int> {
            switch self {
            case .left, .leftPairs: 0..<terms.lowerBound
            case .right, .rightPairs: terms.upperBound..<count
            default: terms
            }
        }
    }

    private(set) var streams = [FeatureStream](repeating: FeatureStream(), count: Stream.all.count)
    private(set) var count = 0

    subscript(stream: Stream) -> FeatureStream { streams[stream.rawValue] }

    /// Reads the features of a sentence.
    mutating func read(_ sentence: ArraySlice<ClauseTerm>, _ text: TokenizedText) {
        count = sentence.count
        for index in streams.indices { streams[index].reset() }
        for index in 0..<count { readTerm(sentence, index, text) }
        for index in streams.indices { streams[index].endSentence(count) }
    }

    private mutating func add(_ stream: Stream, _ hash: UInt32, end: Int) {
        streams[stream.rawValue].add(hash, end: end)
    }

    private mutating func readTerm(_ sentence: ArraySlice<ClauseTerm>, _ index: Int, _ text: TokenizedText) {
        let base = sentence.startIndex
        func stem(_ offset: Int) -> UInt32 { sentence[base + index + offset].stem }
        let (term, left) = (sentence[base + index], count - index)
        add(.words, FeatureCode.of(1, term.stem), end: index + 1)
        add(.left, FeatureCode.of(20, term.stem), end: index + 1)
        add(.right, FeatureCode.of(21, term.stem), end: index + 1)
        if left > 1 {
            add(.pairs, FeatureCode.of(2, term.stem, stem(1)), end: index + 2)
            add(.leftPairs, FeatureCode.of(22, term.stem, stem(1)), end: index + 2)
            add(.rightPairs, FeatureCode.of(22, term.stem, stem(1)), end: index + 2)
        }
        if left > 2 {
            add(.triples, FeatureCode.of(3, term.stem, stem(1), stem(2)), end: index + 3)
            add(.skipTwo, FeatureCode.of(4, term.stem, stem(2)), end: index + 3)
        }
        if left > 3 { add(.skipThree, FeatureCode.of(4, term.stem, stem(3)), end: index + 4) }
        if left > 4 { add(.skipFour, FeatureCode.of(4, term.stem, stem(4)), end: index + 5) }
        if term.kind == .word { readLetters(term, index, text) }
        readClasses(sentence, index)
        readWordClasses(sentence, index)
        for stream in streams.indices { streams[stream].endTerm() }
    }

    /// Runs of four and five letters, with the borders of the word.
    private mutating func readLetters(_ term: ClauseTerm, _ index: Int, _ text: TokenizedText) {
        let token = text.tokens[Int(term.firstToken)]
        let (start, end) = (Int(token.foldedStart), Int(token.foldedEnd))
        guard end - start > 3 else { return }
        var four: UInt32 = 0x5F
        var before: UInt32 = 0
        for position in start...end {
            let byte = position < end ? text.folded[position] : 0x5F
            before = four >> 24
            four = four << 8 | UInt32(byte)
            if position >= start + 2 { add(.letters, FeatureCode.of(5, four), end: index + 1) }
            if position >= start + 3 { add(.letters, FeatureCode.of(6, four, before), end: index + 1) }
        }
    }

    /// The class a term shows in the sequence of classes; 0 for none.
    private func mainClass(_ term: ClauseTerm) -> UInt32 {
        if term.kind.isClass { return term.stem }
        return term.families == 0 ? 0 : UInt32(term.families.trailingZeroBitCount) + 1
    }

    private mutating func readClasses(_ sentence: ArraySlice<ClauseTerm>, _ index: Int) {
        let term = sentence[sentence.startIndex + index]
        var families = term.families
        while families != 0 {
            add(.classes, FeatureCode.of(8, UInt32(families.trailingZeroBitCount)), end: index + 1)
            families &= families - 1
        }
        if term.kind.isClass { add(.classes, FeatureCode.of(9, term.stem), end: index + 1) }
        readClassTriple(sentence, index)
    }

    /// The classes of this term and of the next two that have one.
    private mutating func readClassTriple(_ sentence: ArraySlice<ClauseTerm>, _ index: Int) {
        let base = sentence.startIndex
        let first = mainClass(sentence[base + index])
        guard first != 0 else { return }
        var found: [UInt32] = [first]
        var next = index + 1
        while next < count, found.count < 3 {
            let code = mainClass(sentence[base + next])
            if code != 0, code != found.last { found.append(code) }
            next += 1
        }
        if found.count == 3 { add(.classTriples, FeatureCode.of(10, found[0], found[1], found[2]), end: next) }
    }

    /// The classes of like words, and pairs and triples of them.
    private mutating func readWordClasses(_ sentence: ArraySlice<ClauseTerm>, _ index: Int) {
        let base = sentence.startIndex
        let term = sentence[base + index]
        if term.fine != 0 {
            add(.wordClasses, FeatureCode.of(12, UInt32(term.fine)), end: index + 1)
            add(.wordClasses, FeatureCode.of(13, UInt32(term.middle)), end: index + 1)
            add(.wordClasses, FeatureCode.of(14, UInt32(term.coarse)), end: index + 1)
        }
        func symbol(_ offset: Int) -> UInt32 { sentence[base + index + offset].symbol }
        guard term.symbol != 0, index + 1 < count, symbol(1) != 0 else { return }
        add(.wordClassPairs, FeatureCode.of(15, term.symbol, symbol(1)), end: index + 2)
        guard index + 2 < count, symbol(2) != 0 else { return }
        add(.wordClassPairs, FeatureCode.of(16, term.symbol, symbol(1), symbol(2)), end: index + 3)
    }
}
