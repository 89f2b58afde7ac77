internal import Model

/// A place where the labels say that a name may stand.
package struct NameSpan: Sendable {
    /// Token indices.
    package var tokens: Range<Int>
    package var isProduct: Bool
    /// The pass that found it: 0 the best labels, 1 and 2 with `outside` made worse, 4 a repeat of a string of
    /// pass 0, or of one without its legal suffix, that no pass marked.
    package var pass: Int
    /// Mean log-odds of being part of a company's name, over its tokens.
    package var logOdds: Float = 0
    /// Mean probability of being part of a product's name.
    var productShare: Float = 0
}

/// The same name (by its spoken words) wherever it stands in the article.
package struct NameCandidate: Sendable {
    /// Hashes of its words as names are compared.
    package var words: [UInt64]
    /// In the order of the text.
    package var spans: [NameSpan]
    /// `NameHash.name` of `words`.
    package var key: UInt64 { NameHash.name(words) }
}

/// Collects candidates generously: the best labels, then labels with `outside` made ever worse, then repeats.
struct NameCandidates {
    private static let biases: [Float] = [0, 1.5, 3]

    private let tokens: NameTokens
    private let borders: NameBorders
    private var isTaken: [Bool]
    private(set) var spans: [NameSpan] = []

    init(_ tokens: NameTokens, lattice: LabelLattice) {
        self.tokens = tokens
        borders = NameBorders(tokens)
        isTaken = [Bool](repeating: false, count: tokens.count)
        // Where every token is almost surely outside, no pass finds anything.
        let lively = lattice.stretches.indices.filter { lattice.isLively($0) }
        for (pass, bias) in Self.biases.enumerated() {
            for number in lively { collect(pass, lattice.stretches[number], lattice.best(number, bias: bias)) }
        }
        collectRepeats()
        borders.shortenThings(&spans)
        borders.shortenOpenings(&spans)
        spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        score(lattice)
    }

    private mutating func collect(_ pass: Int, _ stretch: Range<Int>, _ labels: [UInt8]) {
        var index = 0
        while index < labels.count {
            let start = index
            index += 1
            guard labels[start] == 1 || labels[start] == 3 else { continue }
            while index < labels.count, labels[index] == labels[start] + 1 { index += 1 }
            for part in borders.parts(stretch.lowerBound + start..<stretch.lowerBound + index) {
                let isProduct = labels[start] == 3
                add(isProduct ? part : LegalForms.completed(part, in: tokens), isProduct: isProduct, pass: pass)
            }
        }
    }

    private mutating func add(_ range: Range<Int>, isProduct: Bool, pass: Int) {
        var range = range
        if pass > 0 {
            while let last = range.last, tokens.words[last].name == 0 { range = range.lowerBound..<last }
            while let first = range.first, tokens.words[first].name == 0 { range = first + 1..<range.upperBound }
        }
        let hasName = range.contains { index in
            let word = tokens.words[index]
            let isBareSuffix = word.traits.contains(.legalSuffix) && !word.register.traits.contains(.known)
            return word.isNameLike && tokens.text.tokens[index].kind == .word && !isBareSuffix
        }
        guard hasName, !range.contains(where: { isTaken[$0] }) else { return }
        for index in range { isTaken[index] = true }
        spans.append(NameSpan(tokens: range, isProduct: isProduct, pass: pass))
    }

    /// Adds capitalised repeats of the strings of pass 0 that no pass marked, with their legal suffix or without.
    private mutating func collectRepeats() {
        var known: [(words: [UInt64], length: Int)] = []
        func know(_ range: Range<Int>, letters least: Int) {
            let letters = range.reduce(0) { $0 + tokens.text.tokens[$1].range.count }
            if letters >= least { known.append((range.map { tokens.hash($0) }, range.count)) }
        }
        for span in spans where span.pass == 0 && !span.isProduct {
            know(span.tokens, letters: 3)
            if tokens.hasLegalSuffix(span.tokens) { know(span.tokens.dropLast(), letters: 4) }
        }
        known.sort { $0.length > $1.length }
        var index = 0
        while index < tokens.count {
            if let length = repeatLength(at: index, known) {
                for place in index..<index + length { isTaken[place] = true }
                spans.append(NameSpan(tokens: index..<index + length, isProduct: false, pass: 4))
                index += length
            } else {
                index += 1
            }
        }
    }

    private func repeatLength(at index: Int, _ known: [(words: [UInt64], length: Int)]) -> Int? {
        guard tokens.words[index].isCapitalized, !isTaken[index] else { return nil }
        for (words, length) in known where index + length <= tokens.count && tokens.hash(index) == words[0] {
            let range = index..<index + length
            guard zip(range, words).allSatisfy({ tokens.hash($0) == $1 && !isTaken[$0] }) else { continue }
            let next = index + length
            let goesOn =
                next < tokens.count && tokens.words[next].isCapitalized
                && tokens.text.tokens[next].sentence == tokens.text.tokens[index].sentence
                && tokens.setting(at: index) != .capitals
            if !goesOn { return length }
        }
        return nil
    }

    /// Gives each span what the lattice says of its tokens; those outside it count as surely no name.
    private mutating func score(_ lattice: LabelLattice) {
        var company = [Float](repeating: 0, count: tokens.count)
        var product = company
        for (number, stretch) in lattice.stretches.enumerated() {
            for index in stretch {
                let marginal = lattice.marginal(number, index)
                company[index] = marginal[1] + marginal[2]
                product[index] = marginal[3] + marginal[4]
            }
        }
        for index in spans.indices {
            let range = spans[index].tokens
            spans[index].logOdds = range.reduce(0) { $0 + logOdds(min(1, company[$1])) } / Float(range.count)
            spans[index].productShare = range.reduce(0) { $0 + product[$1] } / Float(range.count)
        }
    }

    /// The spans with the same spoken words, in the order of the text.
    func grouped() -> [NameCandidate] {
        var candidates: [NameCandidate] = []
        var places: [UInt64: Int] = [:]
        for span in spans {
            let words = tokens.spokenWords(span.tokens)
            if words.isEmpty { continue }
            let key = NameHash.name(words)
            if let place = places[key] {
                candidates[place].spans.append(span)
            } else {
                places[key] = candidates.count
                candidates.append(NameCandidate(words: words, spans: [span]))
            }
        }
        return candidates
    }
}

extension NameTokens {
    /// The words by which the name on `range` is compared: without signs and silent words, unless it has no others.
    package func spokenWords(_ range: Range<Int>) -> [UInt64] {
        let all = range.filter { words[$0].name != 0 }
        let spoken = all.filter { !words[$0].traits.contains(.silent) }
        return (spoken.isEmpty ? all : spoken).map { words[$0].name }
    }

    /// Whether the name on `range` ends (or, for `PT` and `JSC`, begins) with a legal suffix.
    package func hasLegalSuffix(_ range: Range<Int>) -> Bool {
        let named = range.filter { words[$0].name != 0 }
        guard let last = named.last, named.count > 1 else { return false }
        return words[last].traits.contains(.legalSuffix)
    }

    /// The words on `range` as they stand in the text, white space set to single spaces, with the dot of `Inc.`.
    package func surface(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for index in range {
            let token = text.tokens[index]
            if token.flags.contains(.afterSpace), index > range.lowerBound { bytes.append(0x20) }
            bytes.append(contentsOf: text.article.text[Int(token.start)..<Int(token.end)])
        }
        let end = range.upperBound
        if sign(end) == 0x2E, !text.tokens[end].flags.contains(.afterSpace), let last = range.last, range.count > 1,
            words[last].traits.contains(.legalSuffix), text.tokens[end].sentence == text.tokens[last].sentence,
            end + 1 < count, text.tokens[end + 1].sentence == text.tokens[last].sentence,
            Self.dotted.contains(words[last].name)
        {
            bytes.append(0x2E)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Suffixes that are abbreviations.
    private static let dotted: Set<UInt64> = [
        FeatureHash.of("inc"), FeatureHash.of("corp"), FeatureHash.of("co"), FeatureHash.of("ltd"),
        FeatureHash.of("cos"),
    ]
}
