internal import Model

/// Joins the candidates of an article that name the same company: each is linked to the longer form it most
/// probably is short for, and what is linked, directly or through others, is one cluster.
package struct NameLinker {
    let tokens: NameTokens
    package let candidates: [NameCandidate]
    /// Candidates (of two or more a pair) that a rule proposes to join.
    package let pairs: [Pair]
    private let traits: [Traits]

    package struct Pair: Sendable {
        package var short: Int
        package var long: Int
        var rule: LinkRule
        var isAbbreviation: Bool
    }

    /// What the features ask of a candidate, made once.
    private struct Traits {
        var hasSuffix: Bool
        var isListed: Bool
        var best: NameSpan
        var isAllCapitals: Bool
        var letters: Int
        /// Named with `Group`, `Holdings` or the like.
        var isGroup: Bool
        /// Stands in running text, not only in headings.
        var inBody: Bool
    }

    package init(_ tokens: NameTokens, _ candidates: [NameCandidate], lexicon: Lexicon) {
        self.tokens = tokens
        self.candidates = candidates
        let rules = LinkRules(tokens, candidates, lexicon: lexicon)
        var pairs: [Pair] = []
        for short in candidates.indices {
            for long in candidates.indices where long != short {
                if let rule = rules.rule(short, long) {
                    pairs.append(
                        Pair(short: short, long: long, rule: rule, isAbbreviation: rules.isAbbreviation(short, long)))
                }
            }
        }
        self.pairs = pairs
        traits =
            pairs.isEmpty
            ? []
            : candidates.map { candidate in
                let spans = candidate.spans
                return Traits(
                    hasSuffix: spans.contains { tokens.hasLegalSuffix($0.tokens) },
                    isListed: !lexicon.name(candidate.key).isDisjoint(with: [.listed, .known]),
                    best: spans.max { $0.logOdds < $1.logOdds } ?? spans[0],
                    isAllCapitals: spans.allSatisfy { span in
                        span.tokens.allSatisfy {
                            tokens.text.tokens[$0].flags.contains(.allCapitals) || !tokens.words[$0].isCapitalized
                        }
                    },
                    letters: spans[0].tokens.reduce(0) { $0 + tokens.text.tokens[$1].range.count },
                    isGroup: spans.contains { span in
                        span.tokens.contains {
                            tokens.words[$0].traits.isSuperset(of: .silent)
                                && !tokens.words[$0].traits.contains(.legalSuffix)
                        }
                    },
                    inBody: spans.contains { tokens.setting(at: $0.tokens.lowerBound) == .body })
            }
    }

    /// The features from which it is decided whether `pair` is the same company.
    package func features(_ pair: Pair) -> SparseFeatures {
        var features = SparseFeatures()
        let short = traits[pair.short], long = traits[pair.long]
        let a = candidates[pair.short], b = candidates[pair.long]
        let rule = pair.rule.rawValue
        let suffixes: UInt64 = (short.hasSuffix ? 2 : 0) + (long.hasSuffix ? 1 : 0)
        let isFirst = b.spans[0].tokens.lowerBound < a.spans[0].tokens.lowerBound
        features.add(1, rule)
        features.add(2, suffixes)
        features.add(3, rule << 2 | suffixes)
        addExtraWords(a, b, to: &features)
        features.add(8, (short.isListed ? 2 : 0) + (long.isListed ? 1 : 0))
        features.add(9, isFirst ? 1 : 0)
        features.add(10, weight: max(-2, long.best.logOdds / 4))
        features.add(11, weight: max(-2, short.best.logOdds / 4))
        features.add(12, long.best.isProduct ? 1 : 0)
        features.add(13, UInt64(min(a.spans.count, 3)))
        features.add(14, UInt64(min(b.spans.count, 3)))
        features.add(15, weight: Float(short.letters) / 10)
        if isNear(a, b) { features.add(16) }
        if isListedWith(a, b) || isListedWith(b, a) { features.add(17) }
        features.add(18, (short.isAllCapitals ? 1 : 0) + (long.isAllCapitals ? 2 : 0))
        features.add(19, rule << 1 | (short.isAllCapitals ? 1 : 0))
        let rivals = pairs.count { $0.short == pair.short }
        features.add(20, UInt64(min(rivals, 4)))
        features.add(21, rule << 2 | (short.isGroup ? 2 : 0) | (long.isGroup ? 1 : 0))
        features.add(26, rule << 2 | (pair.isAbbreviation ? 2 : 0) | (short.isAllCapitals ? 1 : 0))
        features.add(22, (long.inBody ? 2 : 0) | (short.inBody ? 1 : 0))
        features.add(23, UInt64(long.best.pass) << 3 | UInt64(short.best.pass))
        features.add(24, rule << 2 | (long.best.pass == 0 ? 2 : 0) | (long.best.isProduct ? 1 : 0))
        features.add(25, UInt64(b.words.count - min(a.words.count, b.words.count)) << 2 | suffixes)
        return features
    }

    private func addExtraWords(_ a: NameCandidate, _ b: NameCandidate, to features: inout SparseFeatures) {
        let extra = b.words.filter { !a.words.contains($0) }
        let span = b.spans[0].tokens
        for (place, word) in extra.prefix(3).enumerated() {
            features.add(4, word)
            guard let index = span.first(where: { tokens.words[$0].name == word }) else { continue }
            let traits = tokens.words[index].traits
            features.add(5, (traits.isDisjoint(with: .noCompany) ? 0 : 2) + (traits.contains(.organisation) ? 1 : 0))
            if place == 0 {
                features.add(6, (traits.contains(.firstName) ? 2 : 0) + (traits.contains(.place) ? 1 : 0))
            }
        }
        features.add(7, UInt64(min(extra.count, 3)))
    }

    private func isNear(_ a: NameCandidate, _ b: NameCandidate) -> Bool {
        a.spans.contains { one in
            b.spans.contains { abs($0.tokens.lowerBound - one.tokens.lowerBound) < 12 }
        }
    }

    /// Whether `a` stands right before `b`, joined by `and`, `with` or a comma: then they are two.
    private func isListedWith(_ a: NameCandidate, _ b: NameCandidate) -> Bool {
        a.spans.contains { one in
            let end = one.tokens.upperBound
            guard b.spans.contains(where: { (1...2).contains($0.tokens.lowerBound - end) }) else { return false }
            return tokens.sign(end) == 0x2C || Self.joiners.contains(tokens.hash(end))
        }
    }

    private static let joiners: Set<UInt64> = [FeatureHash.of("and"), FeatureHash.of("with"), FeatureHash.of("und")]

    /// In log odds: what the text says outright counts for more than how few such pairs the training articles have.
    private static let told: Float = 1.5

    /// The clusters, each as its candidates, by first appearance; `model` decides the pairs.
    package func clusters(_ model: LinearModel) -> [[Int]] {
        var links = [(long: Int, value: Float)?](repeating: nil, count: candidates.count)
        for pair in pairs {
            let value = model.value(features(pair)) + (pair.rule == .renamed ? Self.told : 0)
            if value > 0, value > links[pair.short]?.value ?? 0 { links[pair.short] = (pair.long, value) }
        }
        var members: [[Int]] = candidates.map { _ in [] }
        for candidate in candidates.indices { members[root(of: candidate, links)].append(candidate) }
        return members.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
    }

    private func root(of candidate: Int, _ links: [(long: Int, value: Float)?]) -> Int {
        var place = candidate
        var seen: Set<Int> = []
        while let next = links[place]?.long, seen.insert(place).inserted { place = next }
        // A ring of links has no end: its lowest member stands for it.
        return links[place] == nil ? place : seen.filter { isInRing($0, links) }.min() ?? place
    }

    private func isInRing(_ candidate: Int, _ links: [(long: Int, value: Float)?]) -> Bool {
        var place = candidate
        for _ in candidates.indices {
            guard let next = links[place]?.long else { return false }
            if next == candidate { return true }
            place = next
        }
        return false
    }
}
