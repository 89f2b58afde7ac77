/// Finds the concepts that words of a query stand for, by how much of a concept's phrasings they cover.
struct ConceptMatcher {
    /// What one sort of concepts makes of a few words.
    struct Match {
        /// The concept that explains most, and others that may be meant by the same words.
        var concepts: [Int]
        /// For each of them and each stem, how much of one of its phrasings with this stem the query has.
        var covers: [Int: [String: Double]]

        /// How well the best concept explains a word: 1 where it is part of a whole phrasing, 0 where it is of none.
        func cover(_ stem: String) -> Double { concepts.first.flatMap { covers[$0]?[stem] } ?? 0 }
    }

    /// A word of which less is explained is not taken for the concept. Of how something stands half a phrase says
    /// nothing: a price is no "at no cost".
    static func leastCover(_ sort: Concept.Sort) -> Double { sort == .status ? 0.9 : 0.5 }
    /// A concept this near to the best is a second meaning of the same words.
    private static let nearlyAsGood = 0.72
    /// What a whole phrasing of several words is worth beside one word.
    private static let wholePhrase = 1.3
    /// What a word is worth beside the one that means the same.
    private static let sameMeaning = 0.75

    let table: ConceptTable
    let synonyms: Synonyms

    init(table: ConceptTable = .shared, synonyms: Synonyms = .shared) {
        self.table = table
        self.synonyms = synonyms
    }

    /// The concepts of a sort that explain some of `stems`, the best first; each word is explained once.
    func matches(_ stems: [String], sort: Concept.Sort) -> [Match] {
        var left = stems
        var found: [Match] = []
        while !left.isEmpty, found.count < 4, let match = best(left, sort: sort) {
            found.append(match)
            left.removeAll { match.cover($0) >= Self.leastCover(sort) }
        }
        return found
    }

    /// The concepts of `match` with the share of the best score that they have for `stems` alone.
    func meanings(_ match: Match, of stems: [String]) -> [(concept: Concept, share: Double)] {
        let scores = match.concepts.map { concept in
            stems.reduce(0) {
                $0 + weight($1, in: table.concept(concept).sort) * match.covers[concept, default: [:]][$1, default: 0]
            }
        }
        guard let most = scores.max(), most > 0 else { return [] }
        return zip(match.concepts, scores).filter { $0.1 >= most * Self.nearlyAsGood }.sorted { $0.1 > $1.1 }.prefix(4)
            .map { (table.concept($0.0), $0.1 / most) }
    }

    private func best(_ stems: [String], sort: Concept.Sort) -> Match? {
        let covers = covers(of: stems, sort: sort)
        var scores: [(concept: Int, score: Double)] = []
        for (concept, cover) in covers {
            guard let most = cover.values.max(), most >= Self.leastCover(sort) else { continue }
            scores.append((concept, stems.reduce(0) { $0 + weight($1, in: sort) * cover[$1, default: 0] }))
        }
        scores.sort { ($1.score, $0.concept) < ($0.score, $1.concept) }
        guard let best = scores.first else { return nil }
        return Match(concepts: scores.filter { $0.score >= best.score * 0.4 }.map(\.concept), covers: covers)
    }

    /// How telling a stem is; a word that every text has tells little.
    private func weight(_ stem: String, in sort: Concept.Sort) -> Double {
        table.number(of: stem).map { weight($0, in: sort) } ?? (CommonWords.shared.isGenericStem(stem) ? 0.3 : 1)
    }

    private func weight(_ stem: Int, in sort: Concept.Sort) -> Double {
        table.weight(stem, in: sort) * (CommonWords.shared.isGenericStem(table.stem(stem)) ? 0.3 : 1)
    }

    private func covers(of stems: [String], sort: Concept.Sort) -> [Int: [String: Double]] {
        // Which word of the query a stem of a phrasing can be, and how surely.
        var sources: [Int: (stem: String, worth: Double)] = [:]
        for stem in stems {
            for other in synonyms.stems(of: stem).compactMap(table.number) where sources[other] == nil {
                sources[other] = (stem, Self.sameMeaning)
            }
        }
        for stem in stems {
            if let number = table.number(of: stem) { sources[number] = (stem, 1) }
        }
        var covers: [Int: [String: Double]] = [:]
        for number in Set(sources.keys.flatMap(table.phrasings)) {
            let phrasing = table.phrasing(number)
            guard table.concept(phrasing.concept).sort == sort else { continue }
            for (stem, cover) in cover(of: phrasing, by: sources, sort: sort) {
                let known = covers[phrasing.concept]?[stem] ?? 0
                covers[phrasing.concept, default: [:]][stem] = max(known, cover)
            }
        }
        return covers
    }

    private func cover(
        of phrasing: ConceptTable.Phrasing, by sources: [Int: (stem: String, worth: Double)], sort: Concept.Sort
    ) -> [(stem: String, cover: Double)] {
        var whole = 0.0
        var part = 0.0
        var used: Set<String> = []
        for stem in phrasing.stems {
            let weight = weight(stem, in: sort)
            whole += weight
            guard let source = sources[stem], used.insert(source.stem).inserted else { continue }
            part += weight * source.worth
        }
        // Words that every text has are no sign of a concept, unless they are the whole of a phrase.
        let isTelling = used.contains { !CommonWords.shared.isGenericStem($0) }
        let isWhole = used.count > 1 && used.count == phrasing.stems.count
        guard isTelling || isWhole else { return [] }
        let cover = part / whole * (isWhole ? Self.wholePhrase : 1)
        return used.map { ($0, cover) }
    }
}
