internal import Model

/// The percentages and years that are said near the parties of an agreement.
struct NearNumbers {
    /// The whole parts of percentages: a stake below or above a half.
    private(set) var percentages: [Int] = []
    /// The first and the last year, counted from that of the article; `unknown` where there is none. A contract of
    /// some years ago runs or has ended.
    let years: [Float]

    private static let unknown = 99

    init(_ deal: DealText, _ zones: AgreementZones) {
        let published = deal.text.article.published.flatMap { Int($0.prefix(4)) }
        var years: [Int] = []
        for sentence in 0..<deal.sentenceCount
        where zones.contains(sentence, .together) || zones.contains(sentence, .alone) {
            for token in deal.text.sentenceTokens[sentence] where deal.text.tokens[token].kind == .number {
                let value = deal.number(token)
                if Self.isPercentage(token, deal) {
                    percentages.append(value)
                } else if let published, (1900...2099).contains(value) {
                    years.append(value - published)
                }
            }
        }
        self.years = [Float(years.min() ?? Self.unknown), Float(years.max() ?? Self.unknown)]
    }

    /// `50 percent`, `50%` and `50-percent`.
    private static func isPercentage(_ token: Int, _ deal: DealText) -> Bool {
        let next = deal.word(token + 1)
        return next == DealLexicon.percentSign || next == deal.lexicon.percent
            || (deal.stems.indices.contains(token + 2) && next == DealLexicon.hyphen
                && deal.stems[token + 2] == deal.lexicon.percent)
    }
}
