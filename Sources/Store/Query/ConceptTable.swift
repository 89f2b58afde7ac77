internal import Assets

/// What a word or a phrase of a query can stand for, other than itself.
enum Concept: Hashable, Sendable {
    case clauseType(String)
    case agreementKind(String)
    case agreementStatus(String)
    case clauseStatus(String)

    /// Concepts of one sort exclude each other; those of different sorts may stand in the same words.
    enum Sort: CaseIterable, Sendable { case clauseType, agreementKind, status }

    var sort: Sort {
        switch self {
        case .clauseType: .clauseType
        case .agreementKind: .agreementKind
        case .agreementStatus, .clauseStatus: .status
        }
    }

    var name: String {
        switch self {
        case .clauseType(let name), .agreementKind(let name), .agreementStatus(let name), .clauseStatus(let name): name
        }
    }
}

/// The words by which people ask for each clause type, agreement kind and status: `data/concepts/`.
struct ConceptTable: Sendable {
    struct Phrasing: Sendable {
        var concept: Int
        var stems: [String]
    }

    private(set) var concepts: [Concept] = []
    private(set) var phrasings: [Phrasing] = []
    /// For a stem the number of concepts of each sort whose phrasings use it.
    private var spread: [String: Spread] = [:]
    private var sizes: [Concept.Sort: Int] = [:]
    /// The statuses that stand before a noun, as "expired" does, by their stems.
    private var adjectives: [String: [(phrasing: String, concept: Concept)]] = [:]
    /// All words of phrasings in lower case, to mend typos with.
    private(set) var words: Set<String> = []

    private struct Spread {
        var counts: [Concept.Sort: Int] = [:]
        /// The last concept that was counted; those of one concept follow one another.
        var last = -1
    }

    static let shared = ConceptTable()

    private init() {
        var tokens: [Substring: [QueryToken]] = [:]
        add("data/concepts/clause_types.tsv", phrasing: 1, &tokens) { .clauseType($0[0]) }
        add("data/concepts/agreement_kinds.tsv", phrasing: 1, &tokens) { .agreementKind($0[0]) }
        add("data/concepts/statuses.tsv", phrasing: 2, &tokens) {
            $0[0] == "clause" ? .clauseStatus($0[1]) : .agreementStatus($0[1])
        }
        for phrasing in phrasings {
            let sort = concepts[phrasing.concept].sort
            for stem in phrasing.stems where spread[stem]?.last != phrasing.concept {
                spread[stem, default: Spread()].last = phrasing.concept
                spread[stem]?.counts[sort, default: 0] += 1
            }
        }
        for concept in concepts { sizes[concept.sort, default: 0] += 1 }
    }

    /// - Parameters:
    ///   - column: the one with the phrasing; what follows it is its use.
    ///   - tokens: what each word is taken apart into. A word stands in many phrasings, and to fold and stem
    ///     it once takes a query a third of the time that it took to do so each time.
    private mutating func add(
        _ name: String, phrasing column: Int, _ tokens: inout [Substring: [QueryToken]], concept: ([String]) -> Concept
    ) {
        for row in Assets.table(name) where row.count > column {
            let found = concept(row)
            if concepts.last != found { concepts.append(found) }
            var stems: [String] = []
            for word in row[column].split(separator: " ") {
                let known = tokens[word]
                let parts = known ?? QueryText(String(word)).tokens.filter { !CommonWords.shared.isFunction($0.folded) }
                if known == nil {
                    tokens[word] = parts
                    words.formUnion(parts.map(\.folded))
                }
                for part in parts { stems.append(part.stem) }
            }
            if !stems.isEmpty { phrasings.append(Phrasing(concept: concepts.count - 1, stems: stems)) }
            if row.last == "adjective" {
                adjectives[stems.joined(separator: " "), default: []].append((row[column], found))
            }
        }
    }

    /// The statuses that `tokens` are an adjective of: "terminated" is one of ended, "termination" is not.
    func statuses(of tokens: some Collection<QueryToken>) -> [Concept] {
        let words = tokens.map(\.folded).joined(separator: " ")
        let isParticiple = tokens.contains { $0.folded.hasSuffix("ed") }
        return adjectives[tokens.map(\.stem).joined(separator: " "), default: []]
            .filter { $0.phrasing == words || isParticiple }.map(\.concept)
    }

    /// Whether any phrasing uses this stem.
    func knows(_ stem: String) -> Bool { spread[stem] != nil }

    /// How telling a stem is among the concepts of a sort: 1 where one of them uses it, less the more do.
    func weight(_ stem: String, in sort: Concept.Sort) -> Double {
        let users = spread[stem]?.counts[sort] ?? 0
        guard users > 0, let size = sizes[sort], size > 1 else { return 1 }
        return 1 - 0.75 * Logarithm.natural(Double(users)) / Logarithm.natural(Double(size))
    }
}
