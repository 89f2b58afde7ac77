package import Model

/// What speaks for who owes a clause and who gets it: the order of the actors, the verbs and small words
/// beside them, the voice, and the place of a company in the agreement.
package struct RoleFeatures {
    let deal: DealText
    let actors: Actors
    let type: UInt64
    let kind: UInt64
    let parties: [Int]

    /// - Parameters:
    ///   - kind: of the agreement, by its place in the table; -1 where there is none.
    ///   - parties: of the agreement, in the order in which the text first names them.
    package init(_ deal: DealText, _ clause: Extraction.Clause, kind: Int, parties: [Int], descriptions: Descriptions) {
        self.deal = deal
        actors = Actors(deal, quote: clause.quote, parties: parties, descriptions: descriptions)
        type = clause.type.hash
        self.kind = UInt64(truncatingIfNeeded: kind + 2)
        self.parties = parties
    }

    private static let slot = FeatureHash.of("slot")
    private static let before = FeatureHash.of("word before")
    private static let after = FeatureHash.of("word after")
    private static let nextVerb = FeatureHash.of("next verb")
    private static let nextStem = FeatureHash.of("next verb stem")
    private static let lastVerb = FeatureHash.of("last verb")
    private static let lastStem = FeatureHash.of("last verb stem")
    private static let order = FeatureHash.of("order")
    private static let absent = FeatureHash.of("absent")
    private static let subject = FeatureHash.of("subject")
    private static let place = FeatureHash.of("place")
    private static let name = FeatureHash.of("name")
    private static let rest = FeatureHash.of("rest of sentence")
    private static let word = FeatureHash.of("word")

    /// What speaks for `company` being the one who owes the clause rather than the one who gets it.
    package func companyRow(_ company: Int) -> FeatureRow {
        var row = FeatureRow()
        row.begin(1)
        let mine = actors.actors.indices.filter { actors.actors[$0].company == company }
        for (rank, index) in mine.prefix(3).enumerated() { actor(index, rank: rank, &row) }
        let slots = actors.actors.lazy.prefix(4).map { actor in
            actor.company == company
                ? UInt8(ascii: "1")
                : actor.company >= 0 ? UInt8(ascii: "2") : UInt8(ascii: actor.form == .group ? "g" : "n")
        }
        both(Self.order, FeatureHash.of(slots), &row)
        if mine.isEmpty {
            let isOtherNamed = actors.actors.contains { $0.company >= 0 }
            both(Self.absent, isOtherNamed ? 1 : 2, &row)
            if let first = actors.actors.first { both(Self.absent, UInt64(10 + first.form.rawValue), &row) }
            if let verb = actors.verbs.first {
                both(
                    Self.absent, UInt64(100 + Int(verb.cue) * 4 + (verb.isPassive ? 1 : 0) + (isOtherNamed ? 2 : 0)),
                    &row)
            }
        }
        if actors.subject == company {
            both(Self.subject, UInt64(1 + (mine.isEmpty ? 1 : 0)), &row)
            if let verb = actors.verbs.first {
                both(
                    Self.subject, UInt64(10 + Int(verb.cue) * 4 + (verb.isPassive ? 1 : 0) + (mine.isEmpty ? 2 : 0)),
                    &row)
            }
        }
        whole(company, &row)
        row.begin(0.5)
        words(company, isIn: !mine.isEmpty, &row)
        row.endRun()
        return row
    }

    /// A feature alone and with the type of the clause.
    func both(_ template: UInt64, _ value: UInt64, _ row: inout FeatureRow) {
        row.add(template, value)
        row.add(FeatureHash.combine(template, type), value)
    }

    private func actor(_ index: Int, rank: Int, _ row: inout FeatureRow) {
        let actor = actors.actors[index]
        let (first, end) = (actor.tokens.lowerBound, actor.tokens.upperBound)
        let form = UInt64(actor.form.rawValue)
        both(Self.slot, UInt64(min(index, 3) * 64 + min(rank, 2) * 16) + form, &row)
        let before = first > actors.quote.lowerBound ? deal.word(first - 1) : DealLexicon.edge
        both(Self.before, before, &row)
        both(Self.after, deal.word(end), &row)
        row.add(Self.after, deal.word(end), deal.word(end + 1))
        row.add(Self.after, FeatureHash.combine(deal.word(end), deal.word(end + 1)), deal.word(end + 2))
        if let verb = actors.verbs.first(where: { $0.token >= end }) {
            for other in actors.verbs where other.token == verb.token { both(Self.nextVerb, voice(other), &row) }
            let voice: UInt64 = verb.isPassive ? 1 : 0
            both(Self.nextStem, FeatureHash.combine(deal.stems[verb.token], voice), &row)
            row.add(Self.nextStem, FeatureHash.combine(deal.stems[verb.token], voice), before)
        }
        if let verb = actors.verbs.last(where: { $0.token < first }) {
            for other in actors.verbs where other.token == verb.token {
                both(Self.lastVerb, voice(other) * 31 + before, &row)
            }
            both(Self.lastStem, FeatureHash.combine(deal.stems[verb.token], before), &row)
        }
    }

    private func voice(_ verb: Actors.Verb) -> UInt64 { UInt64(verb.cue) * 2 + (verb.isPassive ? 1 : 0) }

    /// Where the company stands in the agreement and the sentence.
    private func whole(_ company: Int, _ row: inout FeatureRow) {
        let index = parties.firstIndex(of: company).map { min($0, 2) } ?? 3
        both(Self.place, UInt64(index), &row)
        row.add(FeatureHash.combine(Self.place, kind), UInt64(index))
        row.add(FeatureHash.combine(FeatureHash.combine(Self.place, kind), type), UInt64(index))
        guard actors.sentence >= 0 else { return }
        for mentionIndex in deal.sentenceMentions[actors.sentence] where deal.mentions[mentionIndex].company == company
        {
            let isBefore = deal.mentions[mentionIndex].tokens.lowerBound < actors.quote.lowerBound
            let isAfter = deal.mentions[mentionIndex].tokens.lowerBound >= actors.quote.upperBound
            if isBefore || isAfter { both(Self.rest, isBefore ? 1 : 2, &row) }
        }
        for mentionIndex in deal.mentionsOf[company].prefix(1) {
            for token in deal.mentions[mentionIndex].tokens {
                row.add(FeatureHash.combine(Self.name, kind), deal.stems[token])
                row.add(FeatureHash.combine(Self.name, type), deal.stems[token])
            }
        }
    }

    /// The words of the quote, by how the company stands in it.
    private func words(_ company: Int, isIn: Bool, _ row: inout FeatureRow) {
        let firstNamed = actors.actors.first { $0.company >= 0 }?.company
        let key: UInt64 = firstNamed == company ? 1 : isIn ? 2 : actors.subject == company ? 3 : 4
        for token in actors.quote.prefix(16) where deal.mentionAt[token] < 0 {
            row.add(Self.word, deal.stems[token], key)
        }
    }

    // MARK: The form of the roles

    static let shape = FeatureHash.of("form shape")
    static let cue = FeatureHash.of("form cue")
    static let formWord = FeatureHash.of("form word")
    static let formPair = FeatureHash.of("form pair")

    /// What speaks for a clause that binds one side, both, or nobody that the text names.
    package func formRow() -> FeatureRow {
        var row = FeatureRow()
        row.begin(1)
        row.add(Self.shape, type)
        row.add(Self.shape, type, kind)
        let named = parties.count { party in actors.actors.contains { $0.company == party } }
        both(Self.shape, UInt64(100 + min(named, 3)), &row)
        both(Self.shape, UInt64(200 + min(parties.count, 4)), &row)
        if let group = actors.actors.firstIndex(where: { $0.form == .group }) {
            both(Self.shape, UInt64(300 + min(group, 2)), &row)
        }
        for actor in actors.actors.prefix(4) { both(Self.shape, UInt64(400 + actor.form.rawValue), &row) }
        if let first = actors.actors.first { both(Self.shape, UInt64(500 + first.form.rawValue), &row) }
        row.begin(0.5)
        var last = DealLexicon.edge
        for token in actors.quote {
            let word = deal.word(token)
            both(Self.formWord, word, &row)
            row.add(Self.formPair, last, word)
            last = word
        }
        if actors.sentence >= 0 {
            for hit in deal.hits[deal.sentenceHits[actors.sentence]] where actors.quote.contains(Int(hit.first)) {
                both(Self.cue, UInt64(hit.cue), &row)
            }
        }
        row.endRun()
        return row
    }
}
