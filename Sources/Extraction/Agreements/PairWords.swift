internal import Model

/// The words between and around two companies, as sparse features.
extension PairFeatures {
    private static let between = FeatureHash.of("between")
    private static let betweenPair = FeatureHash.of("between pair")
    private static let whole = FeatureHash.of("whole gap")
    private static let before = FeatureHash.of("before pair")
    private static let after = FeatureHash.of("after pair")
    private static let frame = FeatureHash.of("frame")
    private static let sentence = FeatureHash.of("sentence word")
    private static let cueBetween = FeatureHash.of("cue between")
    private static let cue = FeatureHash.of("cue")
    private static let cueAfter = FeatureHash.of("cue after")
    private static let cueBefore = FeatureHash.of("cue before")
    private static let joint = FeatureHash.of("joint")
    private static let implied = FeatureHash.of("implied")
    private static let impliedCue = FeatureHash.of("implied cue")
    private static let sameQuote = FeatureHash.of("same quote")
    private static let type = FeatureHash.of("clause type")

    package func sparse(_ a: Int, _ b: Int, _ meetings: [Meeting]) -> FeatureRow {
        var row = FeatureRow()
        let scale = 1 / Float(max(1, meetings.count)).squareRoot()
        row.begin(0.6 * scale)
        for meeting in meetings { gap(meeting, &row) }
        row.begin(0.3 * scale)
        for meeting in meetings {
            for token in deal.text.sentenceTokens[meeting.sentence] { row.add(Self.sentence, deal.word(token)) }
            for hit in deal.hits[deal.sentenceHits[meeting.sentence]] { row.add(Self.cue, UInt64(hit.cue)) }
        }
        row.begin(0.4)
        for sentence in carried.meetings(a, b).prefix(3) {
            for hit in deal.hits[deal.sentenceHits[sentence]] { row.add(Self.impliedCue, UInt64(hit.cue)) }
            for token in deal.text.sentenceTokens[sentence] { row.add(Self.implied, deal.word(token)) }
        }
        for (index, clause) in clauses.enumerated() {
            let strength = focus.focus[index][a] * focus.focus[index][b] * Float(clause.confidence)
            guard strength > 0.1 else { continue }
            row.begin(0.5 * strength)
            row.add(Self.type, clause.type.hash)
            if focus.focus[index][a] == 1, focus.focus[index][b] == 1 { row.add(Self.sameQuote, clause.type.hash) }
        }
        row.endRun()
        return row
    }

    private func gap(_ meeting: Meeting, _ row: inout FeatureRow) {
        let gap = meeting.first.tokens.upperBound..<meeting.second.tokens.lowerBound
        let words = gap.prefix(25).map { deal.word($0) }
        for (place, word) in words.enumerated() {
            row.add(Self.between, word)
            if place > 0 { row.add(Self.betweenPair, words[place - 1], word) }
        }
        if words.count <= 3 { row.add(Self.whole, words.reduce(FeatureHash.seed, FeatureHash.combine)) }
        let before = deal.word(meeting.first.tokens.lowerBound - 1)
        row.add(Self.before, before)
        row.add(Self.after, deal.word(meeting.second.tokens.upperBound))
        row.add(Self.frame, FeatureHash.combine(before, words.first ?? 0), words.last ?? 0)
        let last = words.last ?? DealLexicon.edge
        row.add(Self.joint, last)
        row.add(Self.joint, words.first ?? DealLexicon.edge, last)
        for hit in hits(meeting) {
            row.add(Self.cueBetween, UInt64(hit.cue))
            row.add(Self.cueBetween, UInt64(hit.cue) + 1000, last)
        }
        let list = words.count <= 2 ? words.reduce(FeatureHash.seed, FeatureHash.combine) : 1
        let end = meeting.second.tokens.upperBound
        for hit in deal.hits[deal.sentenceHits[meeting.sentence]]
        where Int(hit.first) >= end && Int(hit.first) < end + 8 {
            row.add(Self.cueAfter, UInt64(hit.cue), list)
            row.add(Self.cueAfter, UInt64(hit.cue))
        }
        for hit in deal.hits[deal.sentenceHits[meeting.sentence]]
        where Int(hit.end) <= meeting.first.tokens.lowerBound && Int(hit.end) > meeting.first.tokens.lowerBound - 8 {
            row.add(Self.cueBefore, UInt64(hit.cue), before)
            row.add(Self.cueBefore, UInt64(hit.cue))
        }
    }
}
