internal import Model

/// The candidates that name one thing, with the form that names it best.
package struct NameCluster: Sendable {
    package let candidates: [NameCandidate]
    /// All its spans, in the order of the text.
    package let spans: [NameSpan]
    /// One span for each distinct form, in the order of the text.
    let forms: [NameSpan]
    /// Which of `forms` is the fullest.
    private let best: Int

    package init(_ candidates: [NameCandidate], tokens: NameTokens) {
        self.candidates = candidates
        spans =
            candidates.count == 1
            ? candidates[0].spans
            : candidates.flatMap(\.spans).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var forms: [NameSpan] = []
        for span in spans where !forms.contains(where: { tokens.isSpelledAlike($0.tokens, span.tokens) }) {
            forms.append(span)
        }
        self.forms = forms
        best = forms.count == 1 ? 0 : Self.fullest(of: forms, tokens)
    }

    private static func fullest(of forms: [NameSpan], _ tokens: NameTokens) -> Int {
        let ranks = forms.map { Rank($0, tokens) }
        return ranks.indices.max { ranks[$0] < ranks[$1] } ?? 0
    }

    /// The span with the fullest form.
    package var fullest: NameSpan { forms[best] }

    /// The fullest form, and the others by first appearance, each once.
    package func names(_ tokens: NameTokens) -> (name: String, aliases: [String]) {
        let name = tokens.surface(fullest.tokens)
        var aliases: [String] = []
        for form in forms {
            let text = tokens.surface(form.tokens)
            if text != name, !aliases.contains(text) { aliases.append(text) }
        }
        return (name, aliases)
    }

    /// How full a form is: not set in capitals for a headline, no thing of the company's (`Acme API`), most words,
    /// a legal suffix, longest.
    private struct Rank: Comparable {
        var isQuiet: Bool
        var isThing: Bool
        var words: Int
        var hasSuffix: Bool
        var length: Int

        init(_ span: NameSpan, _ tokens: NameTokens) {
            length = tokens.text.range(span.tokens).count
            isQuiet =
                length <= 5
                || !span.tokens.allSatisfy {
                    tokens.text.tokens[$0].flags.contains(.allCapitals) || tokens.text.tokens[$0].kind != .word
                }
            words = tokens.spokenWords(span.tokens).count
            isThing = words > 1 && tokens.endsWithThing(span.tokens)
            hasSuffix = tokens.hasLegalSuffix(span.tokens)
        }

        static func < (a: Rank, b: Rank) -> Bool {
            if a.isQuiet != b.isQuiet { return b.isQuiet }
            if a.isThing != b.isThing { return a.isThing }
            if a.words != b.words { return a.words < b.words }
            if a.hasSuffix != b.hasSuffix { return b.hasSuffix }
            return a.length < b.length
        }
    }
}

extension NameTokens {
    /// Whether the last word of the name on `range` is one that ends no company's name.
    func endsWithThing(_ range: Range<Int>) -> Bool {
        guard let last = range.last(where: { words[$0].name != 0 }) else { return false }
        return !words[last].traits.isDisjoint(with: .noCompany)
    }

    /// Whether two ranges hold the same tokens, letter case and all.
    func isSpelledAlike(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.count == b.count
            && zip(a, b).allSatisfy { one, other in
                hash(one) == hash(other)
                    && text.article.text[text.tokens[one].range.start..<text.tokens[one].range.end]
                        .elementsEqual(text.article.text[text.tokens[other].range.start..<text.tokens[other].range.end])
            }
    }
}
