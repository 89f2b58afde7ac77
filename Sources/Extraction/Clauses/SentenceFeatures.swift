/// What a sentence gives to all its candidates: features term by term, so that a candidate's are a stretch of
/// them and its score a difference of two running sums.
struct SentenceFeatures {
    /// The streams, in the order in which they are read, each with its group: first those that say nothing of types,
    /// last those that say nothing else.
    enum Stream: Int, CaseIterable {
        case wordClassPairs, wordClassTriples
        case words, pairs, triples, skipTwo, skipThree, skipFour, letters, classes, classTriples, wordClasses
        case left, right
        case leftPairs, rightPairs

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
            case .wordClassPairs, .wordClassTriples: .wordClassPairs
            case .left: .left
            case .right: .right
            case .leftPairs, .rightPairs: .outsidePairs
            }
        }

        /// Where the features of a candidate with `terms` lie, in a sentence of `count` terms.
        @inline(__always)
        func terms(of terms: Range<Int>, count: Int) -> Range<Int> {
            switch self {
            case .left, .leftPairs: 0..<terms.lowerBound
            case .right, .rightPairs: terms.upperBound..<count
            default: terms
            }
        }
    }

    private var streams = FeatureStreams()
    private var count = 0
    private var stems: [UInt32] = []

    /// The features of all streams that were read.
    var hashes: [UInt32] { streams.hashes }
    /// Where those begin that say something of types.
    private(set) var firstOfTypes = 0

    /// Where the features of `stream` lie in `hashes` that a candidate with `terms` has.
    @inline(__always)
    func range(_ stream: Stream, of terms: Range<Int>) -> Range<Int> {
        streams.range(stream.rawValue, stream.terms(of: terms, count: count))
    }

    /// Reads the features of a sentence that say whether something is a clause.
    mutating func read(_ sentence: ArraySlice<ClauseTerm>, _ text: TokenizedText) {
        count = sentence.count
        stems.removeAll(keepingCapacity: true)
        for term in sentence { stems.append(term.stem) }
        streams.begin(terms: count)
        readPatterns(sentence)
        firstOfTypes = streams.hashes.count
        let stems = stems
        streams.addRuns(of: 1) { FeatureCode.of(1, stems[$0]) }
        streams.addRuns(of: 2) { FeatureCode.of(2, stems[$0], stems[$0 + 1]) }
        streams.addRuns(of: 3) { FeatureCode.of(3, stems[$0], stems[$0 + 1], stems[$0 + 2]) }
        streams.addRuns(of: 3) { FeatureCode.of(4, stems[$0], stems[$0 + 2]) }
        streams.addRuns(of: 4) { FeatureCode.of(4, stems[$0], stems[$0 + 3]) }
        streams.addRuns(of: 5) { FeatureCode.of(4, stems[$0], stems[$0 + 4]) }
        readLetters(sentence, text)
        readClasses(sentence)
        readWordClasses(sentence)
        streams.addRuns(of: 1) { FeatureCode.of(20, stems[$0]) }
        streams.addRuns(of: 1) { FeatureCode.of(21, stems[$0]) }
    }

    /// Reads the features, besides, that say of which type a clause is: of a sentence that may have one.
    mutating func readRest() {
        let stems = stems
        streams.addRuns(of: 2) { FeatureCode.of(22, stems[$0], stems[$0 + 1]) }
        streams.addAgain()
    }

    /// Runs of four and five letters, with the borders of the word.
    private mutating func readLetters(_ sentence: ArraySlice<ClauseTerm>, _ text: TokenizedText) {
        let base = sentence.startIndex
        let folded = text.folded.span
        streams.addTerms { index, hashes in
            guard sentence[base + index].kind == .word else { return }
            let token = text.tokens[Int(sentence[base + index].firstToken)]
            let (start, end) = (Int(token.foldedStart), Int(token.foldedEnd))
            guard end - start > 3 else { return }
            var four: UInt32 = 0x5F
            var before: UInt32 = 0
            for position in start...end {
                let byte = position < end ? folded[position] : 0x5F
                before = four >> 24
                four = four << 8 | UInt32(byte)
                if position >= start + 2 { hashes.append(FeatureCode.of(5, four)) }
                if position >= start + 3 { hashes.append(FeatureCode.of(6, four, before)) }
            }
        }
    }

    /// The class a term shows in the sequence of classes; 0 for none.
    private static func mainClass(_ term: ClauseTerm) -> UInt32 {
        if term.kind.isClass { return term.stem }
        return term.families == 0 ? 0 : UInt32(term.families.trailingZeroBitCount) + 1
    }

    private mutating func readClasses(_ sentence: ArraySlice<ClauseTerm>) {
        let base = sentence.startIndex
        streams.addTerms { index, hashes in
            var families = sentence[base + index].families
            while families != 0 {
                hashes.append(FeatureCode.of(8, UInt32(families.trailingZeroBitCount)))
                families &= families - 1
            }
            if sentence[base + index].kind.isClass { hashes.append(FeatureCode.of(9, sentence[base + index].stem)) }
        }
        streams.addStretches { Self.classTriple(sentence, base + $0) }
    }

    /// The classes of this term and of the next two that have one, each other than the one before.
    private static func classTriple(
        _ sentence: ArraySlice<ClauseTerm>, _ index: Int
    ) -> (hash: UInt32, end: Int)? {
        let first = mainClass(sentence[index])
        guard first != 0 else { return nil }
        var second: UInt32 = 0
        for next in index + 1..<max(sentence.endIndex, index + 1) {
            let code = mainClass(sentence[next])
            if code == 0 || code == (second == 0 ? first : second) { continue }
            if second != 0 { return (FeatureCode.of(10, first, second, code), next + 1 - sentence.startIndex) }
            second = code
        }
        return nil
    }

    /// The classes of like words.
    private mutating func readWordClasses(_ sentence: ArraySlice<ClauseTerm>) {
        let base = sentence.startIndex
        streams.addTerms { index, hashes in
            let term = sentence[base + index]
            guard term.fine != 0 else { return }
            hashes.append(FeatureCode.of(12, UInt32(term.fine)))
            hashes.append(FeatureCode.of(13, UInt32(term.middle)))
            hashes.append(FeatureCode.of(14, UInt32(term.coarse)))
        }
    }

    /// Pairs and triples of classes of like words.
    private mutating func readPatterns(_ sentence: ArraySlice<ClauseTerm>) {
        let (base, end) = (sentence.startIndex, sentence.endIndex)
        func symbol(_ index: Int) -> UInt32 { index < end ? sentence[index].symbol : 0 }
        streams.addStretches { index in
            let (first, second) = (symbol(base + index), symbol(base + index + 1))
            return first == 0 || second == 0 ? nil : (FeatureCode.of(15, first, second), index + 2)
        }
        streams.addStretches { index in
            let (first, second, third) = (
                symbol(base + index), symbol(base + index + 1), symbol(base + index + 2)
            )
            guard first != 0, second != 0, third != 0 else { return nil }
            return (FeatureCode.of(16, first, second, third), index + 3)
        }
    }
}
