/// What stands around a sentence: the same for all its candidates.
struct ContextFeatures {
    private(set) var groups = [[UInt32]](repeating: [], count: FeatureGroup.all.count)

    subscript(group: FeatureGroup) -> [UInt32] { groups[group.rawValue] }

    private mutating func add(_ group: FeatureGroup, _ hash: UInt32) { groups[group.rawValue].append(hash) }

    init(_ article: ClauseArticle, _ number: Int) {
        let sentences = article.sentences
        if number > 0 {
            addWords(.previous, 100, sentences[number - 1])
        } else {
            add(.previous, FeatureCode.of(101, 0))
        }
        if number + 1 < sentences.count {
            addWords(.next, 102, sentences[number + 1])
        } else {
            add(.next, FeatureCode.of(103, 0))
        }
        if let heading = (max(0, number - 3)..<number).last(where: { sentences[$0].isHeading }) {
            addWords(.heading, 104, sentences[heading])
            let terms = sentences[heading].terms
            for index in terms.indices.dropLast() {
                add(.heading, FeatureCode.of(105, terms[index].stem, terms[index + 1].stem))
            }
        }
        if let title = sentences.first { addWords(.title, 106, title) }
        add(.position, FeatureCode.of(107, UInt32(6 * number / max(1, sentences.count))))
        add(.position, FeatureCode.of(108, CandidateFeatures.lengthClass(sentences.count)))
        addNeighbourClasses(sentences, number)
    }

    private mutating func addWords(_ group: FeatureGroup, _ template: UInt32, _ sentence: ClauseSentence) {
        for term in sentence.terms { add(group, FeatureCode.of(template, term.stem)) }
    }

    private mutating func addNeighbourClasses(_ sentences: [ClauseSentence], _ number: Int) {
        var families: UInt64 = 0
        for near in [number - 1, number + 1] where sentences.indices.contains(near) {
            for term in sentences[near].terms { families |= term.families }
        }
        while families != 0 {
            add(.position, FeatureCode.of(109, UInt32(families.trailingZeroBitCount)))
            families &= families - 1
        }
    }
}
