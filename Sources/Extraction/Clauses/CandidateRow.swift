/// All features of a candidate by group, as a trainer needs them; the scorer adds up the same ones.
package struct CandidateRow {
    /// For each group that has features: its weight in the two models, and the features.
    package private(set) var groups: [(spanWeight: Float, typeWeight: Float, hashes: [UInt32])] = []

    /// The rows of all candidates of `article`, in its order.
    package static func all(of article: ClauseArticle, _ body: (CandidateRow) -> Void) {
        var features = SentenceFeatures()
        for sentence in article.sentences {
            features.read(sentence.terms, article.text)
            let context = ContextFeatures(article, sentence.number)
            var own = CandidateFeatures(article, sentence)
            for candidate in sentence.candidates {
                own.read(candidate)
                body(CandidateRow(candidate, features, own, context))
            }
        }
    }

    private init(
        _ candidate: ClauseCandidate, _ features: SentenceFeatures, _ own: CandidateFeatures, _ context: ContextFeatures
    ) {
        var byGroup = [[UInt32]](repeating: [], count: FeatureGroup.all.count)
        for stream in SentenceFeatures.Stream.all {
            let terms = stream.terms(of: candidate.terms, count: features.count)
            byGroup[stream.group.rawValue] += features[stream].hashes[features[stream].range(terms)]
        }
        for group in FeatureGroup.all {
            let hashes = byGroup[group.rawValue] + own[group] + context[group]
            if !hashes.isEmpty { groups.append((group.spanWeight, group.typeWeight, hashes)) }
        }
    }
}
