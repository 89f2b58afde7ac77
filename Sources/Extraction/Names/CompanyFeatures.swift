internal import Model

/// What a cluster's names and all their uses say for or against its being a company.
package struct CompanyFeatures {
    /// For the trees.
    package private(set) var dense: [Float] = []
    /// For the linear model: the dense ones, the words of the name, the words around it.
    package private(set) var sparse = SparseFeatures()

    package static let columns = 72

    private let tokens: NameTokens
    private let cluster: NameCluster

    package init(
        _ cluster: NameCluster, at index: Int, among neighbours: NameNeighbours, tokens: NameTokens, lexicon: Lexicon
    ) {
        self.tokens = tokens
        self.cluster = cluster
        dense.reserveCapacity(Self.columns)
        sparse.reserveCapacity(Self.columns + 52)
        addLabels()
        addForms(lexicon)
        addPlaces()
        addContexts()
        dense += neighbours.features(index)
        precondition(dense.count <= Self.columns)
        while dense.count < Self.columns { dense.append(0) }
        for (column, value) in dense.enumerated() where value != 0 { sparse.add(1, UInt64(column), weight: value) }
        addWords()
    }

    /// What the labels of the spans say.
    private mutating func addLabels() {
        let spans = cluster.spans
        let count = Float(spans.count)
        let scores = spans.map { max(-9, min(9, $0.logOdds)) }
        let sum = scores.reduce(0, +)
        dense.append((scores.max() ?? 0) / 9)
        dense.append(sum / count / 9)
        dense.append((scores.min() ?? 0) / 9)
        dense.append(Float(min(spans.count, 8)) / 8)
        dense.append(spans.reduce(0) { max($0, $1.productShare) })
        dense.append(spans.reduce(0) { $0 + $1.productShare } / count)
        let best = spans.count { $0.pass == 0 && !$0.isProduct }
        dense.append(Float(best) / count)
        dense.append(Float(min(best, 5)) / 5)
        dense.append(Float(spans.count { $0.pass == 0 && $0.isProduct }) / count)
        dense.append(Float(spans.count { $0.pass == 1 }) / count)
    }

    private mutating func add(_ isTrue: Bool) { dense.append(isTrue ? 1 : 0) }

    /// What the forms of the name say.
    private mutating func addForms(_ lexicon: Lexicon) {
        let spans = cluster.spans
        let named = cluster.fullest.tokens.filter { tokens.words[$0].name != 0 }
        let spoken = named.filter { !tokens.words[$0].traits.contains(.silent) }
        let words = (spoken.isEmpty ? named : spoken).map { tokens.words[$0] }
        let first = words.first?.traits ?? [], last = words.last?.traits ?? []
        dense.append(Float(min(cluster.forms.count, 5)) / 5)
        add(spans.contains { tokens.hasLegalSuffix($0.tokens) })
        dense.append(Float(min(words.count, 5)) / 5)
        dense.append(Float(min(tokens.text.range(cluster.fullest.tokens).count, 30)) / 30)
        add(last.contains(.organisation))
        add(first.contains(.organisation))
        add(first.contains(.firstName) && words.count < 4)
        add(last.contains(.familyName))
        add(words.count == 2 && first.contains(.firstName) && last.contains(.familyName))
        add(first.contains(.place))
        add(words.count == 1 && first.contains(.place))
        add(words.contains { $0.traits.contains(.calendar) })
        let listed = cluster.candidates.reduce(into: NameTraits()) { $0.formUnion(lexicon.name($1.key)) }
        add(listed.contains(.listed))
        add(listed.contains(.known))
        add(listed.contains(.place))
        add(listed.contains(.institution))
        add(first.contains(.opensRegisterName))
        add(first.contains(.title))
        add(words.allSatisfy { $0.traits.contains(.english) })
        let isAmbiguous = first.contains(.english) || !first.isDisjoint(with: [.firstName, .familyName, .place])
        add(!listed.isDisjoint(with: [.listed, .known]) && !isAmbiguous)
        add(words.contains { $0.traits.contains(.ticker) } && words.count == 1)
        add(named.allSatisfy { tokens.text.tokens[$0].flags.contains(.allCapitals) })
        add(named.contains { tokens.text.tokens[$0].flags.contains(.mixedCase) })
        add(named.contains { tokens.text.tokens[$0].flags.contains(.hasDigit) })
        add(!last.isDisjoint(with: .noCompany))
        add(words.allSatisfy { !$0.traits.isDisjoint(with: .noCompany) })
    }

    /// Where it stands in the article.
    private mutating func addPlaces() {
        let spans = cluster.spans
        let count = Float(max(tokens.count, 1))
        let body = spans.count {
            let setting = tokens.setting(at: $0.tokens.lowerBound)
            return setting == .body
        }
        dense.append(Float(min(body, 6)) / 6)
        add(body == 0)
        add(spans.allSatisfy { isPlainInHeadline($0) })
        add(spans.allSatisfy { tokens.words[$0.tokens.lowerBound].opens })
        dense.append(Float(spans[0].tokens.lowerBound) / count)
        dense.append(Float(spans[spans.count - 1].tokens.lowerBound) / count)
        let sentences = Set(spans.map { tokens.text.tokens[$0.tokens.lowerBound].sentence }).count
        dense.append(Float(min(sentences, 6)) / 6)
        dense.append(Float(min(tokens.count, 1000)) / 1000)
    }

    /// Whether a span is made of English words in a line that capitalises all words.
    private func isPlainInHeadline(_ span: NameSpan) -> Bool {
        let setting = tokens.setting(at: span.tokens.lowerBound)
        return (setting == .titleCase || setting == .capitals)
            && span.tokens.allSatisfy { tokens.words[$0].name == 0 || tokens.words[$0].traits.contains(.english) }
    }

    /// What stands around it: shares of its spans.
    private mutating func addContexts() {
        var counts = [Float](repeating: 0, count: 17)
        for span in cluster.spans {
            let (start, end) = (span.tokens.lowerBound, span.tokens.upperBound)
            let before = tokens.hash(start - 1), after = tokens.hash(end)
            let isPossessive = tokens.isPossessive(end)
            if start > 0, tokens.words[start - 1].traits.contains(.title) { counts[0] += 1 }
            if isPossessive { counts[1] += 1 }
            let role = isPossessive || tokens.sign(end) == 0x2C ? end + 1 : end
            if role < tokens.count, tokens.words[role].traits.contains(.companyRole) { counts[2] += 1 }
            if Self.locatives.contains(before) { counts[3] += 1 }
            if Self.prepositions.contains(before) { counts[4] += 1 }
            if Self.sayings.contains(after) { counts[5] += 1 }
            if Self.verbs.contains(after) { counts[6] += 1 }
            if tokens.sign(end) == 0x28 || tokens.sign(end) == 0x3C { counts[7] += 1 }
            if tokens.sign(start - 1) == 0x28 || tokens.sign(start - 1) == 0x3C { counts[8] += 1 }
            if tokens.sign(start - 1) == 0x22 { counts[9] += 1 }
            if start > 0, tokens.words[start].run.lowerBound < start {
                counts[10] += 1
                if tokens.words[start - 1].traits.contains(.firstName) { counts[11] += 1 }
            }
            if end < tokens.count, tokens.words[end - 1].run.upperBound > end { counts[12] += 1 }
            if start > 0, tokens.words[start - 1].traits.contains(.companyNoun) { counts[13] += 1 }
            if tokens.namesThing(before: end) { counts[14] += 1 }
            if let distance = tokens.determiner(before: start) { counts[distance == 1 ? 15 : 16] += 1 }
        }
        for count in counts { dense.append(count / Float(cluster.spans.count)) }
    }

    private mutating func addWords() {
        let named = cluster.fullest.tokens.filter { tokens.words[$0].name != 0 }
        for index in named.prefix(6) {
            sparse.add(2, tokens.words[index].name)
            sparse.add(8, UInt64(tokens.words[index].classes.fine))
        }
        for span in cluster.spans.prefix(8) {
            let (start, end) = (span.tokens.lowerBound, span.tokens.upperBound)
            let before = tokens.hash(start - 1), after = tokens.hash(end)
            sparse.add(3, before)
            sparse.add(4, after)
            sparse.add(5, FeatureHash.combine(before, after))
            sparse.add(6, FeatureHash.combine(after, tokens.hash(end + 1)))
            sparse.add(7, FeatureHash.combine(tokens.hash(start - 2), before))
        }
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { FeatureHash.of($0.utf8) })
    }

    private static let locatives = hashes("in at near from")
    private static let prepositions = hashes("with between by and for of to")
    private static let sayings = hashes("said says told added")
    private static let verbs = hashes(
        "will has is may must agreed would had can was gets pays signed sold bought plans")
}
