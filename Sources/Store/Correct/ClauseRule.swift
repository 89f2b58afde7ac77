internal import Model

/// A correction of a clause.
struct ClauseRule {
    var correction: Correction
    var clause: ClauseReference
    /// The agreement that the clause belonged to, and the one that it belongs to now.
    var former: AgreementPattern?
    var agreement: AgreementPattern?
    var obligors: [String]
    var beneficiaries: [String]
    /// The names of companies that the correction gives.
    var parties: [String]

    init(_ correction: Correction, _ clause: ClauseReference, _ later: LaterNames) {
        self.correction = correction
        self.clause = clause
        former = clause.agreement.map { AgreementPattern($0, later) }
        if case .agreement(let agreement) = correction.after { self.agreement = AgreementPattern(agreement, later) }
        obligors = clause.obligors.map { later[$0] }
        beneficiaries = clause.beneficiaries.map { later[$0] }
        parties =
            correction.field == "obligor" || correction.field == "beneficiary"
            ? correction.list.map { later[$0] } : []
    }

    /// The same of a later reading of the article: at the place there that has the words, the nearest one; nil where
    /// it does not have them.
    func moved(to article: Article) -> ClauseRule? {
        let map = CodePointMap(article.text)
        func place(_ quote: String, near range: TextRange) -> TextRange? {
            article.places(of: quote).map {
                TextRange(map.codePoint(atByte: $0.start), map.codePoint(atByte: $0.end))
            }.min { abs($0.start - range.start) < abs($1.start - range.start) }
        }
        guard let range = place(clause.quote, near: clause.range) else { return nil }
        var moved = self
        moved.clause.range = range
        // The clause of the former reading is still there, under its id.
        moved.correction.recordID = nil
        if case .quote(let quote, let former) = correction.after {
            guard let range = place(quote, near: former) else { return nil }
            moved.correction.after = .quote(quote, range)
        }
        return moved
    }
}

extension Article {
    /// The bytes at which `words` stand in the text.
    func places(of words: String) -> [TextRange] {
        let wanted = Array(words.utf8)
        guard !wanted.isEmpty, wanted.count <= text.count else { return [] }
        return (0...(text.count - wanted.count)).filter { start in
            text[start] == wanted[0] && text[start..<(start + wanted.count)].elementsEqual(wanted)
        }.map { TextRange($0, $0 + wanted.count) }
    }
}

extension TextRange {
    /// How much of both together they have in common, 0 to 1.
    func overlap(with other: TextRange) -> Double {
        let common = min(end, other.end) - max(start, other.start)
        guard common > 0 else { return 0 }
        return Double(common) / Double(max(end, other.end) - min(start, other.start))
    }
}
