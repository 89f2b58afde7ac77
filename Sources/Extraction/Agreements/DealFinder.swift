internal import Assets
package import Model

/// Finds agreements and fills in what clauses say beyond their type: agreement, status, roles and values.
package struct DealFinder: Sendable {
    private let lexicon = DealLexicon()
    private let agreements: AgreementFinder
    private let roles: RoleFinder
    private let recognizer = ValueRecognizer()
    private let attribution = AttributionWords()

    /// With the built-in models; nil where they are not of the form.
    package init?() {
        guard let models = DealModels.builtIn else { return nil }
        self.init(models: models)
    }

    package init(models: DealModels, decoder: PartyDecoder = PartyDecoder()) {
        agreements = AgreementFinder(models: models, decoder: decoder)
        roles = RoleFinder(models: models)
    }

    /// - Returns: the agreements, and the clauses with all that is said of them.
    package func find(
        _ text: TokenizedText, companies: [Extraction.Company], clauses: [Extraction.Clause]
    ) -> (agreements: [Extraction.Agreement], clauses: [Extraction.Clause]) {
        // Nobody could have agreed on anything, and nothing is said of it.
        if companies.count < 2 && clauses.isEmpty { return ([], []) }
        let deal = DealText(text, companies, lexicon)
        let focus = ClauseFocus(deal, clauses)
        let found = agreements.find(deal, clauses, focus: focus, descriptions: focus.descriptions)
        var resolved = roles.resolve(deal, clauses, focus: focus, found: found, descriptions: focus.descriptions)
        let speakers = Speakers(deal, words: attribution)
        for index in resolved.indices {
            resolved[index].speaker = speakers.speaker(of: resolved[index].quote)
            resolved[index].values = recognizer.values(in: text.article, range: resolved[index].quote)
        }
        let agreements = found.agreements.enumerated().map { index, found in
            var agreement = Extraction.Agreement(
                kind: ModelTerms.kinds[found.kind], status: ModelTerms.statuses[found.status],
                parties: deal.inTextOrder(found.parties), confidence: Double(found.confidence))
            AgreementDetails.fill(&agreement, from: resolved.filter { $0.agreement == index }, in: text.article)
            return agreement
        }
        return (agreements, resolved)
    }
}

extension DealModels {
    /// Those that are built in; nil where they are not of the form.
    static var builtIn: DealModels? { DealModels { Assets.bytes("data/models/\($0.rawValue)") } }
}
