internal import Model

/// Whom a sentence is about that says `it`, `they` or `the company` before it names anybody: the first company
/// of the nearest sentence before that names one.
struct CarriedSubjects {
    /// For each company the sentences that are about it without naming it.
    private let carried: [[Int]]
    private let deal: DealText

    init(_ deal: DealText) {
        var carried = [[Int]](repeating: [], count: deal.companies.count)
        var subject = -1
        var distance = 0
        for sentence in 0..<deal.sentenceCount {
            let mentions = deal.sentenceMentions[sentence]
            let first = mentions.first.map { deal.mentions[$0].tokens.lowerBound } ?? .max
            let refers = deal.hits[deal.sentenceHits[sentence]].contains { hit in
                Int(hit.first) < first
                    && [deal.lexicon.pronoun, deal.lexicon.role, deal.lexicon.group].contains(hit.cue)
            }
            distance += 1
            if refers, subject >= 0, distance <= 4 {
                carried[subject].append(sentence)
            } else if let index = mentions.first {
                subject = deal.mentions[index].company
                distance = 0
            }
        }
        self.carried = carried
        self.deal = deal
    }

    /// The sentences about one of two companies that name the other.
    func meetings(_ a: Int, _ b: Int) -> [Int] {
        func names(_ sentence: Int, _ company: Int) -> Bool {
            deal.sentenceMentions[sentence].contains { deal.mentions[$0].company == company }
        }
        return
            (carried[a].filter { names($0, b) && !names($0, a) } + carried[b].filter { names($0, a) && !names($0, b) })
            .sorted()
    }
}
