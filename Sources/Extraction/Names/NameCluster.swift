internal import Model

/// The candidates that name one thing, with the form that names it best.
package struct NameCluster: Sendable {
    package let candidates: [NameCandidate]
    /// All its spans, in the order of the text.
    package let spans: [NameSpan]
    /// The span with the fullest form, and the forms.
    package let fullest: NameSpan
    package let name: String
    /// The other forms, by first appearance.
    package let aliases: [String]

    package init(_ candidates: [NameCandidate], tokens: NameTokens) {
        self.candidates = candidates
        spans = candidates.flatMap(\.spans).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var forms: [(text: String, span: NameSpan, rank: Rank)] = []
        for span in spans {
            let text = tokens.surface(span.tokens)
            if forms.contains(where: { $0.text == text }) { continue }
            forms.append((text, span, Rank(span, length: text.utf8.count, tokens)))
        }
        let best = forms.indices.max { forms[$0].rank < forms[$1].rank } ?? 0
        fullest = forms[best].span
        name = forms[best].text
        aliases = forms.indices.filter { $0 != best }.map { forms[$0].text }
    }

    /// How full a form is: not set in capitals for a headline, most words, a legal suffix, longest.
    private struct Rank: Comparable {
        var keys: [Int]

        init(_ span: NameSpan, length: Int, _ tokens: NameTokens) {
            let isShouted = length > 5 && span.tokens.allSatisfy {
                tokens.text.tokens[$0].flags.contains(.allCapitals) || tokens.text.tokens[$0].kind != .word
            }
            keys = [
                isShouted ? 0 : 1, tokens.spokenWords(span.tokens).count, tokens.hasLegalSuffix(span.tokens) ? 1 : 0, length,
            ]
        }

        static func < (a: Rank, b: Rank) -> Bool { a.keys.lexicographicallyPrecedes(b.keys) }
    }
}
