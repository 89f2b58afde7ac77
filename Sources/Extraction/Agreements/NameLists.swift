/// Where an article lists companies: `A, B and C`.
struct NameLists {
    struct List {
        var sentence: Int
        /// Each once, in the order of the text.
        var companies: [Int]
    }

    private(set) var lists: [List] = []

    init(_ deal: DealText) {
        for sentence in 0..<deal.sentenceCount {
            var run: [Int] = []
            var last: DealText.Mention?
            for mention in deal.sentenceMentions[sentence].map({ deal.mentions[$0] }) {
                if let end = last?.tokens.upperBound, Self.isJoint(end..<max(end, mention.tokens.lowerBound), deal) {
                    if !run.contains(mention.company) { run.append(mention.company) }
                } else {
                    add(run, sentence)
                    run = [mention.company]
                }
                last = mention
            }
            add(run, sentence)
        }
    }

    private mutating func add(_ run: [Int], _ sentence: Int) {
        if run.count > 1 { lists.append(List(sentence: sentence, companies: run)) }
    }

    /// Up to three words, such as `, and the`, one of which joins.
    private static func isJoint(_ gap: Range<Int>, _ deal: DealText) -> Bool {
        guard gap.count <= 3 else { return false }
        var joins = false
        for token in gap {
            if deal.lexicon.listWords.contains(deal.stems[token]) {
                joins = true
            } else if !deal.lexicon.articles.contains(deal.stems[token]) {
                return false
            }
        }
        return joins
    }
}
