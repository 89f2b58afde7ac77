/// What stands around a sentence: the same for all its candidates.
struct ContextFeatures {
    private(set) var list = FeatureList()

    /// Reads what stands around sentence `number`.
    mutating func read(_ article: ClauseArticle, _ number: Int) {
        let sentences = article.sentences
        list.removeAll()
        list.begin(.previous)
        if number > 0 {
            addWords(100, sentences[number - 1])
        } else {
            list.add(FeatureCode.of(101, 0))
        }
        list.begin(.next)
        if number + 1 < sentences.count {
            addWords(102, sentences[number + 1])
        } else {
            list.add(FeatureCode.of(103, 0))
        }
        list.begin(.heading)
        if let heading = (max(0, number - 3)..<number).last(where: { sentences[$0].isHeading }) {
            addWords(104, sentences[heading])
            let terms = sentences[heading].terms
            for index in terms.indices.dropLast() {
                list.add(FeatureCode.of(105, terms[index].stem, terms[index + 1].stem))
            }
        }
        list.begin(.title)
        if let title = sentences.first { addWords(106, title) }
        list.begin(.position)
        list.add(FeatureCode.of(107, UInt32(6 * number / max(1, sentences.count))))
        list.add(FeatureCode.of(108, CandidateFeatures.lengthClass(sentences.count)))
        addNeighbourClasses(sentences, number)
        list.end()
    }

    private mutating func addWords(_ template: UInt32, _ sentence: ClauseSentence) {
        for term in sentence.terms { list.add(FeatureCode.of(template, term.stem)) }
    }

    private mutating func addNeighbourClasses(_ sentences: [ClauseSentence], _ number: Int) {
        var families: UInt64 = 0
        for near in [number - 1, number + 1] where sentences.indices.contains(near) {
            for term in sentences[near].terms { families |= term.families }
        }
        while families != 0 {
            list.add(FeatureCode.of(109, UInt32(families.trailingZeroBitCount)))
            families &= families - 1
        }
    }
}
