/// One sentence, ready for its candidates to be scored.
///
/// A class, as each step goes through all sentences: a structure's five lists were counted each time.
final class ClauseSentence: Sendable {
    /// Its number in the article.
    let number: Int
    /// Its terms, in the article's.
    let terms: ArraySlice<ClauseTerm>
    let isBullet: Bool
    /// It has no verb to speak of: a headline, a heading, a question that a paragraph answers.
    let isHeading: Bool
    let pieces: ClauseCandidates
    let cues: [CueMatch]
    /// Bit set of the types with a cue in it.
    let cueTypes: UInt64

    init(number: Int, terms: ArraySlice<ClauseTerm>, isBullet: Bool, isHeading: Bool, cues: [CueMatch]) {
        self.number = number
        self.terms = terms
        self.isBullet = isBullet
        self.isHeading = isHeading
        self.cues = cues
        pieces = ClauseCandidates(terms)
        cueTypes = cues.reduce(0) { $0 | 1 << UInt64($1.type) }
    }

    var candidates: [ClauseCandidate] { pieces.candidates }

    /// Bit set of the types with a cue within `terms`.
    func cueTypes(in terms: Range<Int>) -> UInt64 {
        var types: UInt64 = 0
        for cue in cues where terms.lowerBound <= cue.terms.lowerBound && cue.terms.upperBound <= terms.upperBound {
            types |= 1 << UInt64(cue.type)
        }
        return types
    }

    /// How many cues of `type` lie within `terms`.
    func cueCount(_ type: Int, in terms: Range<Int>) -> Int {
        cues.count {
            $0.type == type && terms.lowerBound <= $0.terms.lowerBound && $0.terms.upperBound <= terms.upperBound
        }
    }

    /// Where `candidate` lies, in bytes of the article's text.
    func bytes(of candidate: ClauseCandidate) -> Range<Int> {
        let first = terms.startIndex + candidate.terms.lowerBound
        let last = terms.startIndex + candidate.terms.upperBound - (candidate.endsInBracket ? 0 : 1)
        return Int(terms[first].start)..<Int(terms[last].end)
    }

    /// Its bytes.
    var bytes: Range<Int> {
        guard let first = terms.first, let last = terms.last else { return 0..<0 }
        return Int(first.start)..<Int(last.end)
    }
}
