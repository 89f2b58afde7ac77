internal import Model

/// Corrects where spans begin and end by what the rest of the article shows.
struct NameBorders {
    private let tokens: NameTokens

    init(_ tokens: NameTokens) { self.tokens = tokens }

    /// A span without an ordinary word inside it where what stands before or after is a whole name: `Corvane told
    /// Belmarsh Ltd` is two names.
    func parts(_ range: Range<Int>) -> [Range<Int>] {
        for cut in range.dropFirst().dropLast() where isPlain(cut) {
            let (before, after) = (range.lowerBound..<cut, cut + 1..<range.upperBound)
            if isWhole(before) || isWhole(after) { return [before] + parts(after) }
        }
        return [range]
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        let mark = tokens.words[range.lowerBound].register
        return tokens.hasLegalSuffix(range) || (mark.start == range.lowerBound && mark.length == range.count)
    }

    private func isPlain(_ index: Int) -> Bool {
        let word = tokens.words[index]
        return word.letters == .lower && word.traits.contains(.english) && !word.traits.contains(.connector)
            && word.register.length == 0 && tokens.text.tokens[index].range.count > 1
            && tokens.text.tokens[index].flags.contains(.afterSpace)
            && tokens.text.tokens[index + 1].flags.contains(.afterSpace)
    }

    /// Cuts the word off a span that only the start of a sentence capitalises (`Between Corvane`), where the article
    /// names the company without it too.
    func shortenOpenings(_ spans: inout [NameSpan]) {
        var names: Set<UInt64> = []
        var inside: Set<UInt64> = []
        for span in spans where span.pass == 0 && !span.isProduct {
            names.insert(key(span.tokens))
            if !tokens.words[span.tokens.lowerBound].opens { inside.insert(key(span.tokens)) }
        }
        for index in spans.indices where spans[index].tokens.count > 1 {
            let range = spans[index].tokens
            let first = tokens.words[range.lowerBound]
            guard first.opens, first.traits.contains(.english), !first.traits.contains(.silent),
                first.register.length == 0, names.contains(key(range.dropFirst())), !inside.contains(key(range))
            else { continue }
            spans[index].tokens = range.dropFirst()
        }
    }

    /// Cuts the thing off a span that names a thing of a company's (`the Acme API`), where the article names the
    /// company without it too.
    func shortenThings(_ spans: inout [NameSpan]) {
        var names: Set<UInt64> = []
        for span in spans where span.pass == 0 && !span.isProduct {
            names.insert(key(span.tokens))
        }
        for index in spans.indices where !spans[index].isProduct && tokens.endsWithThing(spans[index].tokens) {
            let range = spans[index].tokens
            guard let last = range.last(where: { tokens.words[$0].name != 0 }), last > range.lowerBound,
                names.contains(key(range.lowerBound..<last))
            else { continue }
            spans[index].tokens = range.lowerBound..<last
        }
    }

    private func key(_ range: Range<Int>) -> UInt64 { NameHash.name(tokens.spokenWords(range)) }
}
