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
    private var spread: [String: [Concept.Sort: Int]] = [:]
    private var sizes: [Concept.Sort: Int] = [:]
    /// All words of phrasings in lower case, to mend typos with.
    private(set) var words: Set<String> = []

    static let shared = ConceptTable()

    private init() {
        add("data/concepts/clause_types.tsv") { .clauseType($0[0]) }
        add("data/concepts/agreement_kinds.tsv") { .agreementKind($0[0]) }
        add("data/concepts/statuses.tsv") { $0[0] == "clause" ? .clauseStatus($0[1]) : .agreementStatus($0[1]) }
        var seen: [String: Set<Int>] = [:]
        for phrasing in phrasings {
            for stem in phrasing.stems { seen[stem, default: []].insert(phrasing.concept) }
        }
        for (stem, users) in seen {
            var counts: [Concept.Sort: Int] = [:]
            for user in users { counts[concepts[user].sort, default: 0] += 1 }
            spread[stem] = counts
        }
        for concept in concepts { sizes[concept.sort, default: 0] += 1 }
    }

    private mutating func add(_ name: String, concept: ([String]) -> Concept) {
        for row in Assets.table(name) where row.count >= 2 {
            let found = concept(row)
            if concepts.last != found { concepts.append(found) }
            let tokens = QueryText(row[row.count - 1]).tokens.filter { !CommonWords.shared.isFunction($0.folded) }
            words.formUnion(tokens.map(\.folded))
            let stems = tokens.map(\.stem)
            if !stems.isEmpty { phrasings.append(Phrasing(concept: concepts.count - 1, stems: stems)) }
        }
    }

    /// Whether any phrasing uses this stem.
    func knows(_ stem: String) -> Bool { spread[stem] != nil }

    /// How telling a stem is among the concepts of a sort: 1 where one of them uses it, less the more do.
    func weight(_ stem: String, in sort: Concept.Sort) -> Double {
        let users = spread[stem]?[sort] ?? 0
        guard users > 0, let size = sizes[sort], size > 1 else { return 1 }
        return 1 - 0.75 * Logarithm.natural(Double(users)) / Logarithm.natural(Double(size))
    }
}
