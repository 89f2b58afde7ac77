/// All features of a candidate by group, as a trainer needs them; the scorer adds up the same ones.
package struct CandidateRow {
    /// For each group that has features: its weight in the two models, and the features.
    package private(set) var groups: [(spanWeight: Float, typeWeight: Float, hashes: [UInt32])] = []

    /// The rows of all candidates of `article`, in its order.
    package static func all(of article: ClauseArticle, _ body: (CandidateRow) -> Void) {
        var features = SentenceFeatures()
        var context = ContextFeatures()
        var own = CandidateFeatures()
        for sentence in article.sentences {
            features.read(sentence.terms, article.text)
            features.readRest()
            context.read(article, sentence.number)
            own.begin(sentence)
            for candidate in sentence.candidates {
                own.read(candidate, of: sentence, in: article)
                body(CandidateRow(candidate, features, own, context))
            }
        }
    }

    private init(
        _ candidate: ClauseCandidate, _ features: SentenceFeatures, _ own: CandidateFeatures, _ context: ContextFeatures
    ) {
        var byGroup = [[UInt32]](repeating: [], count: FeatureGroup.count)
        for stream in SentenceFeatures.Stream.all {
            byGroup[stream.group.rawValue] += features.hashes[features.range(stream, of: candidate.terms)]
        }
        for group in FeatureGroup.all {
            let hashes = byGroup[group.rawValue] + own.list[group] + context.list[group]
            if !hashes.isEmpty { groups.append((group.spanWeight, group.typeWeight, hashes)) }
        }
    }
}
