/// A stretch of a sentence that may be a clause: a run of its pieces, cut at punctuation and conjunctions.
struct ClauseCandidate: Sendable {
    /// Its terms, counted from the first of the sentence, without loose signs and conjunctions at its ends.
    var terms: Range<Int>
    /// Its pieces, counted from the first of the sentence.
    var pieces: Range<Int>
    /// The sign after its terms closes a bracket that it opens.
    var endsInBracket: Bool
}

/// The pieces of a sentence and the candidates made of them.
struct ClauseCandidates: Sendable {
    /// Pieces a sentence, at most: over that, cuts before conjunctions are given up, from the right.
    static let pieceLimit = 8
    /// Characters a candidate, at least.
    static let shortest = 10

    /// Where a piece starts: after a closing sign, before an opening one, before a conjunction.
    enum Cut: UInt8 { case closing, opening, conjunction }

    /// Where each piece starts, in terms from the first of the sentence; and the end of the last.
    private(set) var borders: [Int] = []
    /// What each inner border of a piece is.
    private(set) var cuts: [Cut] = []
    private(set) var candidates: [ClauseCandidate] = []

    init(_ sentence: ArraySlice<ClauseTerm>) {
        findCuts(sentence)
        for kind in [Cut.conjunction, .opening, .closing] { drop(kind) }
        borders.insert(0, at: 0)
        borders.append(sentence.count)
        let brackets = Self.brackets(sentence)
        let lists = TermLists.lists(in: sentence)
        for first in 0..<borders.count - 1 {
            for last in first + 1..<borders.count {
                guard let terms = trimmed(sentence, borders[first]..<borders[last]) else { continue }
                let base = sentence.startIndex
                let length = sentence[base + terms.upperBound - 1].end - sentence[base + terms.lowerBound].start
                if length < Self.shortest || candidates.contains(where: { $0.terms == terms }) { continue }
                let cut = brackets.filter { terms.contains($0.lowerBound) != terms.contains($0.upperBound) }
                guard cut.allSatisfy({ $0.upperBound == terms.upperBound }),
                    !lists.contains(where: { $0.contains(terms.upperBound - 1) && terms.upperBound < $0.upperBound })
                else { continue }
                candidates.append(
                    ClauseCandidate(terms: terms, pieces: first..<last, endsInBracket: !cut.isEmpty))
            }
        }
    }

    /// Where each bracket that is closed opens and closes, in terms from the first of the sentence. No candidate
    /// goes through one.
    private static func brackets(_ sentence: ArraySlice<ClauseTerm>) -> [ClosedRange<Int>] {
        var open: [Int] = []
        var brackets: [ClosedRange<Int>] = []
        for (place, term) in sentence.enumerated() {
            if term.kind == .opening, term.word == opening { open.append(place) }
            if term.kind == .closing, term.word == closing, let first = open.popLast() {
                brackets.append(first...place)
            }
        }
        return brackets
    }

    private static let opening = ClauseTerm.short(FeatureHash.of("("))
    private static let closing = ClauseTerm.short(FeatureHash.of(")"))

    private mutating func findCuts(_ sentence: ArraySlice<ClauseTerm>) {
        let base = sentence.startIndex
        for index in stride(from: 1, to: sentence.count, by: 1) {
            let term = sentence[base + index]
            let cut: Cut
            if sentence[base + index - 1].kind == .closing || sentence[base + index - 1].kind == .opening {
                cut = .closing
            } else if term.kind == .opening {
                cut = .opening
            } else if term.kind == .conjunction {
                cut = .conjunction
            } else {
                continue
            }
            borders.append(index)
            cuts.append(cut)
        }
    }

    private mutating func drop(_ kind: Cut) {
        var index = cuts.count - 1
        while index >= 0, cuts.count > Self.pieceLimit - 1 {
            if cuts[index] == kind {
                cuts.remove(at: index)
                borders.remove(at: index)
            }
            index -= 1
        }
    }

    private func trimmed(_ sentence: ArraySlice<ClauseTerm>, _ range: Range<Int>) -> Range<Int>? {
        let base = sentence.startIndex
        var (first, end) = (range.lowerBound, range.upperBound)
        func isLoose(_ kind: ClauseTerm.Kind) -> Bool { kind == .closing || kind == .opening }
        while first < end, isLoose(sentence[base + first].kind) { first += 1 }
        while end > first, isLoose(sentence[base + end - 1].kind) { end -= 1 }
        while first < end, Self.links.contains(sentence[base + first].word) { first += 1 }
        return first < end ? first..<end : nil
    }

    private static let links: Set<UInt32> = Set(
        ["and", "but", "or"].map { ClauseTerm.short(FeatureHash.of($0.utf8)) })
}
