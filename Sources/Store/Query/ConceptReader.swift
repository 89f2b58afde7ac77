internal import Assets
internal import Model

/// A word of a query with the other ways in which the base may write it.
struct QueryWord {
    var place: Int
    var token: QueryToken
    /// As a concept table has it; the mended stem where the word had a typo.
    var stem: String
    /// What to look for; empty where the base has no such word.
    var forms: [String]
    var count: Int
}

/// Groups the words of a query by the concepts that they stand for.
struct ConceptReader {
    struct Part {
        var words: [QueryWord]
        /// The best first.
        var readings: [(concept: Concept, grade: Double)]
        /// Whether the term is asked for as one that is denied.
        var isDenied = false

        /// What the term is worth, and its words, where it is not denied.
        static let affirmed = 0.4

        mutating func deny(with negation: QueryWord) {
            words = (words + [negation]).sorted { $0.place < $1.place }
            let terms = readings.filter { $0.concept.sort == .clauseType }
            readings = readings.map { ($0.concept, $0.grade * Self.affirmed) }
            for (index, term) in terms.enumerated() {
                // What has ended is not so any more.
                let share = index == 0 ? 1 : 0.5
                readings.append((.term(term.concept.name, status: ClauseStatus.denied.rawValue), 0.95 * share))
                readings.append((.term(term.concept.name, status: ClauseStatus.ended.rawValue), 0.5 * share))
            }
            readings.sort { $0.grade > $1.grade }
            isDenied = true
        }
    }

    private typealias Match = (sort: Concept.Sort, match: ConceptMatcher.Match)

    private let matcher = ConceptMatcher()
    /// What a second meaning of the same words is worth beside the best.
    private static let secondMeaning = 0.6

    /// The words that stand for concepts, each once; the rest stand for themselves.
    func concepts(in words: [QueryWord]) -> (parts: [Part], rest: [QueryWord]) {
        let words = words.filter { !CommonWords.shared.isFunction($0.token.folded) }
        let adjectives = adjectives(in: words)
        let others = words.indices.filter { index in !adjectives.contains { $0.words.contains(index) } }
        // An adjective of status is about what it stands before: "expired leases", "amended royalty".
        let grouped = grouped(others.map { words[$0] }, isOfAgreement: !adjectives.isEmpty)
        var parts = grouped.parts
        let terms = parts.flatMap(\.readings).map(\.concept.sort)
        let isOfClause = terms.contains(.clauseType) && !terms.contains(.agreementKind)
        for adjective in adjectives {
            parts.append(part(adjective.words.map { words[$0] }, adjective.concepts, isOfClause: isOfClause))
        }
        let rest = denied(&parts, by: grouped.rest)
        return (parts, rest)
    }

    // MARK: Statuses

    /// "Not exclusive", "no royalty": the term is asked for as one that is denied, and what is left of `words` is not
    /// looked for. Terms that forbid something are asked for in this way too: "not solicit".
    private func denied(_ parts: inout [Part], by words: [QueryWord]) -> [QueryWord] {
        words.filter { word in
            guard CommonWords.shared.isNegation(word.token.folded) else { return true }
            let denied = parts.indices.first { index in
                guard case .clauseType(let type)? = parts[index].readings.first?.concept else { return false }
                // It denies what follows: "termination without cause" asks for one.
                let first = parts[index].words.map(\.place).min() ?? 0
                return !Self.prohibitions.contains(type) && (1...3).contains(first - word.place)
            }
            guard let denied else { return true }
            parts[denied].deny(with: word)
            return false
        }
    }

    private static let prohibitions = Set(
        Assets.table("data/concepts/prohibitions.tsv").compactMap(\.first))

    private func adjectives(in words: [QueryWord]) -> [(words: Range<Int>, concepts: [Concept])] {
        var found: [(words: Range<Int>, concepts: [Concept])] = []
        var index = 0
        while index < words.count {
            let match = [2, 1].lazy.filter { index + $0 <= words.count }.map { index..<index + $0 }
                .map { (words: $0, concepts: matcher.table.statuses(of: words[$0].map(\.token))) }
                .first { !$0.concepts.isEmpty }
            if let match { found.append(match) }
            index = match?.words.upperBound ?? index + 1
        }
        return found
    }

    /// What an adjective of status stands for: the status, and a little what it is about itself.
    private func part(_ words: [QueryWord], _ concepts: [Concept], isOfClause: Bool) -> Part {
        let isOfBoth = Set(concepts.map(\.isOfClause)).count > 1
        var readings = concepts.map { concept in
            (concept: concept, grade: !isOfBoth || concept.isOfClause == isOfClause ? 0.8 : 0.5)
        }
        let stems = words.map(\.stem)
        for match in matcher.matches(stems, sort: .clauseType) {
            readings += matcher.meanings(match, of: stems).prefix(1).map { ($0.concept, 0.35 * $0.share) }
        }
        return Part(words: words, readings: readings)
    }

    // MARK: Types and kinds

    /// Groups the words by the concept that explains them best.
    private func grouped(_ words: [QueryWord], isOfAgreement: Bool) -> (parts: [Part], rest: [QueryWord]) {
        let matches: [Match] = Concept.Sort.allCases.flatMap { sort in
            matcher.matches(words.map(\.stem), sort: sort).map { (sort: sort, match: $0) }
        }
        var owned: [Int: [QueryWord]] = [:]
        var rest: [QueryWord] = []
        for word in words {
            let best = matches.indices.max {
                (matches[$0].match.cover(word.stem), -$0) < (matches[$1].match.cover(word.stem), -$1)
            }
            if let best, matches[best].match.cover(word.stem) >= ConceptMatcher.leastCover(matches[best].sort) {
                owned[best, default: []].append(word)
            } else {
                rest.append(word)
            }
        }
        let parts = matches.indices.compactMap { index in
            owned[index].map {
                Part(words: $0, readings: readings(of: $0, by: index, in: matches, isOfAgreement: isOfAgreement))
            }
        }
        return (parts, rest)
    }

    /// What the words can mean: first by the match that explains them best, then by those of other sorts.
    private func readings(
        of words: [QueryWord], by best: Int, in matches: [Match], isOfAgreement: Bool
    ) -> [(concept: Concept, grade: Double)] {
        let stems = words.map(\.stem)
        func cover(_ sort: Concept.Sort) -> Double {
            matches.filter { $0.sort == sort }.flatMap { match in stems.map(match.match.cover) }.max() ?? 0
        }
        let isOfAgreement = isOfAgreement && cover(.agreementKind) >= cover(.clauseType)
        var readings: [(concept: Concept, grade: Double)] = []
        for (index, (sort, match)) in matches.enumerated() {
            guard index == best || sort != matches[best].sort,
                stems.contains(where: { match.cover($0) >= ConceptMatcher.leastCover(sort) })
            else { continue }
            let grade = Self.grade(of: sort, isBest: index == best, isOfAgreement: isOfAgreement)
            readings += matcher.meanings(match, of: stems).map { ($0.concept, $0.share * grade) }
        }
        return readings
    }

    private static func grade(of sort: Concept.Sort, isBest: Bool, isOfAgreement: Bool) -> Double {
        switch sort {
        case .agreementKind where isOfAgreement: 0.75
        case .clauseType where isOfAgreement: 0.4
        case .clauseType, .status: isBest ? 0.75 : 0.75 * secondMeaning
        case .agreementKind: isBest ? 0.6 : 0.6 * secondMeaning
        }
    }
}

extension Concept {
    /// Whether it is the status of a clause, not of an agreement.
    fileprivate var isOfClause: Bool {
        if case .clauseStatus = self { return true }
        return false
    }
}
