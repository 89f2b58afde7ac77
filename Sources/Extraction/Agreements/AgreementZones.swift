internal import Model

/// Which sentences tell of an agreement, by what they say of its parties.
struct AgreementZones {
    /// A kind of sentence, best first; a sentence may be of several.
    enum Zone: Int, CaseIterable {
        /// Names two parties or more.
        case together
        /// Names one party and no other company, or follows a sentence on the parties and names nobody.
        case alone
        case title
        case any
        /// Stands in a paragraph that names two parties.
        case paragraph
        case article
        /// Is more about these parties than about those of any other agreement.
        case own
    }

    /// For each sentence, the zones as a set of bits.
    let zones: [UInt8]
    /// The first sentence that names two parties, or one.
    let first: Int

    init(_ deal: DealText, parties: [Int], owners: SentenceOwners) {
        let count = deal.sentenceCount
        var zones = [UInt8](repeating: 1 << Zone.article.rawValue, count: count)
        func mark(_ sentence: Int, _ zone: Zone) { zones[sentence] |= 1 << zone.rawValue }
        var isTogether: [Int] = []
        var isAny: [Int] = []
        for sentence in 0..<count {
            let mentions = deal.mentions[deal.sentenceMentions[sentence]]
            let referred = owners.references.all[owners.references.bySentence[sentence]]
            let inside = parties.count { party in mentions.contains { $0.company == party } }
            let told = parties.count { party in
                mentions.contains { $0.company == party } || referred.contains { $0.company == party }
            }
            if deal.text.article.sentences[sentence].role == .title { mark(sentence, .title) }
            if inside >= 2 || told >= 2 { isTogether.append(sentence) }
            if owners.isOwn(sentence, parties) { mark(sentence, .own) }
            if inside >= 1, !owners.isOthers(sentence, parties) { isAny.append(sentence) }
            if inside == 1, mentions.allSatisfy({ $0.company == mentions.first?.company }) { mark(sentence, .alone) }
        }
        if isTogether.isEmpty { isTogether = Array(isAny.prefix(2)) }
        for sentence in isTogether { mark(sentence, .together) }
        for sentence in isAny { mark(sentence, .any) }
        for sentence in isTogether + isAny {
            var next = sentence + 1
            while next < count, next < sentence + 4, deal.sentenceMentions[next].isEmpty {
                mark(next, .alone)
                next += 1
            }
        }
        let sentences = deal.text.article.sentences
        let paragraphs = Set(isTogether.map { sentences[$0].paragraph })
        for sentence in 0..<count where paragraphs.contains(sentences[sentence].paragraph) {
            mark(sentence, .paragraph)
        }
        self.zones = zones
        first = isTogether.first ?? 0
    }

    func contains(_ sentence: Int, _ zone: Zone) -> Bool { zones[sentence] & (1 << zone.rawValue) != 0 }
}
