/// The features that a candidate has of its own: its ends, its shape, its cues.
struct CandidateFeatures {
    private(set) var groups = [[UInt32]](repeating: [], count: FeatureGroup.all.count)
    private let article: ClauseArticle
    private var sentence: ClauseSentence

    init(_ article: ClauseArticle, _ sentence: ClauseSentence) {
        self.article = article
        self.sentence = sentence
    }

    subscript(group: FeatureGroup) -> [UInt32] { groups[group.rawValue] }

    private mutating func add(_ group: FeatureGroup, _ hash: UInt32) { groups[group.rawValue].append(hash) }

    /// Reads the features of `candidate`.
    mutating func read(_ candidate: ClauseCandidate) {
        for index in groups.indices { groups[index].removeAll(keepingCapacity: true) }
        readBoundary(candidate.terms)
        let edges = readShape(candidate)
        readClassPairs(candidate.terms)
        readCues(candidate.terms)
        if article.isWire { readStyle(candidate, edges) }
    }

    /// The word at `index` of the sentence, or a mark for its start or end.
    private func word(_ index: Int) -> UInt32 {
        if index < 0 { return 1 }
        return index < sentence.terms.count ? sentence.terms[sentence.terms.startIndex + index].word : 2
    }

    private mutating func readBoundary(_ terms: Range<Int>) {
        let (first, last) = (terms.lowerBound, terms.upperBound - 1)
        let (before, after) = (word(first - 1), word(last + 1))
        let second = terms.count > 1 ? word(first + 1) : 3
        let third = terms.count > 2 ? word(first + 2) : 3
        let beforeLast = terms.count > 1 ? word(last - 1) : 3
        add(.boundary, FeatureCode.of(30, word(first)))
        add(.boundary, FeatureCode.of(31, word(first), second))
        add(.boundary, FeatureCode.of(32, word(first), second, third))
        add(.boundary, FeatureCode.of(33, word(last)))
        add(.boundary, FeatureCode.of(34, beforeLast, word(last)))
        add(.boundary, FeatureCode.of(35, before))
        add(.boundary, FeatureCode.of(36, word(first - 2), before))
        add(.boundary, FeatureCode.of(37, after))
        add(.boundary, FeatureCode.of(38, after, word(last + 2)))
        add(.boundary, FeatureCode.of(39, before, word(first)))
        add(.boundary, FeatureCode.of(40, word(last), after))
        add(.boundary, FeatureCode.of(41, before, after))
    }

    /// The upper ends of the classes of lengths, in terms.
    private static let lengths = [2, 4, 6, 8, 11, 15, 20, 28, 40]

    static func lengthClass(_ count: Int) -> UInt32 {
        UInt32(lengths.firstIndex { count <= $0 } ?? lengths.count)
    }

    /// - Returns: a code of whether it starts and whether it ends the sentence.
    private mutating func readShape(_ candidate: ClauseCandidate) -> UInt32 {
        let pieces = sentence.pieces.borders.count - 1
        let starts: UInt32 = candidate.pieces.lowerBound == 0 ? 1 : 0
        let ends: UInt32 = candidate.pieces.upperBound == pieces ? 1 : 0
        let (edges, length) = (2 * starts + ends, Self.lengthClass(candidate.terms.count))
        add(.shape, FeatureCode.of(50, starts))
        add(.shape, FeatureCode.of(51, ends))
        add(.shape, FeatureCode.of(52, edges))
        add(.shape, FeatureCode.of(53, length))
        add(.shape, FeatureCode.of(54, UInt32(min(candidate.pieces.count, 6)), UInt32(pieces)))
        add(.shape, FeatureCode.of(55, edges, length))
        add(.shape, FeatureCode.of(56, sentence.isBullet ? 1 : 0))
        add(.shape, FeatureCode.of(57, sentence.isHeading ? 1 : 0))
        add(.shape, FeatureCode.of(58, word(sentence.terms.count - 1)))
        add(.shape, FeatureCode.of(59, UInt32(min(sentence.number, 4))))
        add(.shape, FeatureCode.of(60, sentence.number == article.sentences.count - 1 ? 1 : 0))
        add(.shape, FeatureCode.of(61, edges == 3 ? 1 : 0, Self.lengthClass(sentence.terms.count)))
        for inner in candidate.pieces.dropFirst() {
            let cut = UInt32(sentence.pieces.cuts[inner - 1].rawValue)
            add(.shape, FeatureCode.of(62, cut))
            add(.shape, FeatureCode.of(63, cut, word(sentence.pieces.borders[inner])))
        }
        let hasVerb = families(of: candidate.terms) & 2 != 0
        add(.shape, FeatureCode.of(64, hasVerb ? 1 : 0, starts))
        return edges
    }

    private func families(of terms: Range<Int>) -> UInt64 {
        let base = sentence.terms.startIndex
        return terms.reduce(0) { $0 | sentence.terms[base + $1].families }
    }

    /// Pairs of the classes that occur in it.
    private mutating func readClassPairs(_ terms: Range<Int>) {
        let base = sentence.terms.startIndex
        var kinds: UInt64 = 0
        for index in terms where sentence.terms[base + index].kind.isClass {
            kinds |= 1 << UInt64(sentence.terms[base + index].kind.rawValue)
        }
        var codes: [UInt32] = []
        Self.forEach(families(of: terms)) { codes.append($0) }
        Self.forEach(kinds) { codes.append(100 + $0) }
        for first in codes.indices {
            for second in codes[(first + 1)...] { add(.classSets, FeatureCode.of(11, codes[first], second)) }
        }
    }

    private mutating func readCues(_ terms: Range<Int>) {
        var inside: UInt64 = 0
        for cue in sentence.cues
        where terms.lowerBound <= cue.terms.lowerBound && cue.terms.upperBound <= terms.upperBound {
            inside |= 1 << UInt64(cue.type)
        }
        let outside = sentence.cueTypes & ~inside
        Self.forEach(inside) { type in add(.cues, FeatureCode.of(70, type)) }
        add(.cues, FeatureCode.of(71, UInt32(min(inside.nonzeroBitCount, 6))))
        Self.forEach(outside) { type in add(.outsideCues, FeatureCode.of(72, type)) }
        add(.outsideCues, FeatureCode.of(73, UInt32(min(outside.nonzeroBitCount, 5))))
        Self.forEach(inside) { first in
            Self.forEach(inside & ~((2 << UInt64(first)) - 1)) { add(.outsideCues, FeatureCode.of(74, first, $0)) }
        }
    }

    private static func forEach(_ bits: UInt64, _ body: (UInt32) -> Void) {
        var bits = bits
        while bits != 0 {
            body(UInt32(bits.trailingZeroBitCount))
            bits &= bits - 1
        }
    }

    /// The habits of wire copy: where its clauses start and end.
    private mutating func readStyle(_ candidate: ClauseCandidate, _ edges: UInt32) {
        let (first, last) = (candidate.terms.lowerBound, candidate.terms.upperBound - 1)
        let length = Self.lengthClass(candidate.terms.count)
        add(.style, FeatureCode.of(80, 0))
        add(.style, FeatureCode.of(81, edges))
        add(.style, FeatureCode.of(82, edges >> 1))
        add(.style, FeatureCode.of(83, edges & 1))
        add(.style, FeatureCode.of(84, length))
        add(.style, FeatureCode.of(85, edges, length))
        add(.style, FeatureCode.of(86, UInt32(min(candidate.pieces.count, 6))))
        add(.style, FeatureCode.of(87, UInt32(sentence.pieces.borders.count)))
        add(.style, FeatureCode.of(88, UInt32(min(sentence.number, 5))))
        add(.style, FeatureCode.of(89, Self.lengthClass(sentence.terms.count)))
        add(.style, FeatureCode.of(90, word(first - 1)))
        add(.style, FeatureCode.of(91, word(first)))
        add(.style, FeatureCode.of(92, word(last + 1)))
    }
}
