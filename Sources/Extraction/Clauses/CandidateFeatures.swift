/// The features that a candidate has of its own: its ends, its shape, its cues.
struct CandidateFeatures {
    private(set) var list = FeatureList()
    /// The classes of the candidate that is being read.
    private var codes: [UInt32] = []
    /// The words of the sentence, with marks for what lies before it and behind it.
    private var words: [UInt32] = []
    private static let margin = 2

    /// Makes ready for the candidates of `sentence`.
    mutating func begin(_ sentence: ClauseSentence) {
        words.removeAll(keepingCapacity: true)
        for _ in 0..<Self.margin { words.append(1) }
        for term in sentence.terms { words.append(term.word) }
        for _ in 0..<Self.margin { words.append(2) }
    }

    /// Reads the features of `candidate`.
    mutating func read(_ candidate: ClauseCandidate, of sentence: ClauseSentence, in article: ClauseArticle) {
        let classes = TermClasses(sentence.terms, candidate.terms)
        list.removeAll()
        list.begin(.boundary)
        readBoundary(candidate.terms)
        list.begin(.shape)
        let edges = readShape(candidate, sentence, classes, isLast: sentence.number == article.sentences.count - 1)
        list.begin(.classSets)
        readPairs(classes)
        readCues(candidate.terms, sentence)
        if article.isWire {
            list.begin(.style)
            readStyle(candidate, sentence, edges)
        }
        list.end()
    }

    /// The word at `index` of the sentence, or a mark for its start or end.
    @inline(__always)
    private func word(_ index: Int) -> UInt32 { words[Self.margin + index] }

    private mutating func readBoundary(_ terms: Range<Int>) {
        let (first, last) = (terms.lowerBound, terms.upperBound - 1)
        let (before, after) = (word(first - 1), word(last + 1))
        let second = terms.count > 1 ? word(first + 1) : 3
        let third = terms.count > 2 ? word(first + 2) : 3
        let beforeLast = terms.count > 1 ? word(last - 1) : 3
        list.add(FeatureCode.of(30, word(first)))
        list.add(FeatureCode.of(31, word(first), second))
        list.add(FeatureCode.of(32, word(first), second, third))
        list.add(FeatureCode.of(33, word(last)))
        list.add(FeatureCode.of(34, beforeLast, word(last)))
        list.add(FeatureCode.of(35, before))
        list.add(FeatureCode.of(36, word(first - 2), before))
        list.add(FeatureCode.of(37, after))
        list.add(FeatureCode.of(38, after, word(last + 2)))
        list.add(FeatureCode.of(39, before, word(first)))
        list.add(FeatureCode.of(40, word(last), after))
        list.add(FeatureCode.of(41, before, after))
    }

    /// The upper ends of the classes of lengths, in terms.
    private static let lengths = [2, 4, 6, 8, 11, 15, 20, 28, 40]

    static func lengthClass(_ count: Int) -> UInt32 {
        UInt32(lengths.firstIndex { count <= $0 } ?? lengths.count)
    }

    /// - Returns: a code of whether it starts and whether it ends the sentence.
    private mutating func readShape(
        _ candidate: ClauseCandidate, _ sentence: ClauseSentence, _ classes: TermClasses, isLast: Bool
    ) -> UInt32 {
        let pieces = sentence.pieces.borders.count - 1
        let starts: UInt32 = candidate.pieces.lowerBound == 0 ? 1 : 0
        let ends: UInt32 = candidate.pieces.upperBound == pieces ? 1 : 0
        let (edges, length) = (2 * starts + ends, Self.lengthClass(candidate.terms.count))
        list.add(FeatureCode.of(50, starts))
        list.add(FeatureCode.of(51, ends))
        list.add(FeatureCode.of(52, edges))
        list.add(FeatureCode.of(53, length))
        list.add(FeatureCode.of(54, UInt32(min(candidate.pieces.count, 6)), UInt32(pieces)))
        list.add(FeatureCode.of(55, edges, length))
        list.add(FeatureCode.of(56, sentence.isBullet ? 1 : 0))
        list.add(FeatureCode.of(57, sentence.isHeading ? 1 : 0))
        list.add(FeatureCode.of(58, word(sentence.terms.count - 1)))
        list.add(FeatureCode.of(59, UInt32(min(sentence.number, 4))))
        list.add(FeatureCode.of(60, isLast ? 1 : 0))
        list.add(FeatureCode.of(61, edges == 3 ? 1 : 0, Self.lengthClass(sentence.terms.count)))
        for inner in candidate.pieces.dropFirst() {
            let cut = UInt32(sentence.pieces.cuts[inner - 1].rawValue)
            list.add(FeatureCode.of(62, cut))
            list.add(FeatureCode.of(63, cut, word(sentence.pieces.borders[inner])))
        }
        list.add(FeatureCode.of(64, classes.hasModal ? 1 : 0, starts))
        return edges
    }

    /// Pairs of the classes that occur in it.
    private mutating func readPairs(_ classes: TermClasses) {
        codes.removeAll(keepingCapacity: true)
        Self.forEach(classes.families) { codes.append($0) }
        Self.forEach(UInt64(classes.kinds)) { codes.append(100 + $0) }
        for first in codes.indices {
            for second in first + 1..<codes.count { list.add(FeatureCode.of(11, codes[first], codes[second])) }
        }
    }

    private mutating func readCues(_ terms: Range<Int>, _ sentence: ClauseSentence) {
        var inside: UInt64 = 0
        for cue in sentence.cues
        where terms.lowerBound <= cue.terms.lowerBound && cue.terms.upperBound <= terms.upperBound {
            inside |= 1 << UInt64(cue.type)
        }
        list.begin(.cues)
        Self.forEach(inside) { type in list.add(FeatureCode.of(70, type)) }
        list.add(FeatureCode.of(71, UInt32(min(inside.nonzeroBitCount, 6))))
        let outside = sentence.cueTypes & ~inside
        list.begin(.outsideCues)
        Self.forEach(outside) { type in list.add(FeatureCode.of(72, type)) }
        list.add(FeatureCode.of(73, UInt32(min(outside.nonzeroBitCount, 5))))
        Self.forEach(inside) { first in
            Self.forEach(inside & ~((2 << UInt64(first)) - 1)) { list.add(FeatureCode.of(74, first, $0)) }
        }
    }

    @inline(__always)
    private static func forEach(_ bits: UInt64, _ body: (UInt32) -> Void) {
        var bits = bits
        while bits != 0 {
            body(UInt32(bits.trailingZeroBitCount))
            bits &= bits - 1
        }
    }

    /// The habits of wire copy: where its clauses start and end.
    private mutating func readStyle(_ candidate: ClauseCandidate, _ sentence: ClauseSentence, _ edges: UInt32) {
        let (first, last) = (candidate.terms.lowerBound, candidate.terms.upperBound - 1)
        let length = Self.lengthClass(candidate.terms.count)
        list.add(FeatureCode.of(80, 0))
        list.add(FeatureCode.of(81, edges))
        list.add(FeatureCode.of(82, edges >> 1))
        list.add(FeatureCode.of(83, edges & 1))
        list.add(FeatureCode.of(84, length))
        list.add(FeatureCode.of(85, edges, length))
        list.add(FeatureCode.of(86, UInt32(min(candidate.pieces.count, 6))))
        list.add(FeatureCode.of(87, UInt32(sentence.pieces.borders.count)))
        list.add(FeatureCode.of(88, UInt32(min(sentence.number, 5))))
        list.add(FeatureCode.of(89, Self.lengthClass(sentence.terms.count)))
        list.add(FeatureCode.of(90, word(first - 1)))
        list.add(FeatureCode.of(91, word(first)))
        list.add(FeatureCode.of(92, word(last + 1)))
    }
}
