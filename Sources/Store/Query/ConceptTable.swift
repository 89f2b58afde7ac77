/// What a word or a phrase of a query can stand for, other than itself.
enum Concept: Hashable, Sendable {
    case clauseType(String)
    case agreementKind(String)
    case agreementStatus(String)
    case clauseStatus(String)
    /// A clause type that stands so: "not exclusive" is a term of exclusivity that is denied.
    case term(String, status: String)

    /// Concepts of one sort exclude each other; those of different sorts may stand in the same words.
    enum Sort: Int, CaseIterable, Sendable { case clauseType, agreementKind, status }

    var sort: Sort {
        switch self {
        case .clauseType, .term: .clauseType
        case .agreementKind: .agreementKind
        case .agreementStatus, .clauseStatus: .status
        }
    }

    var name: String {
        switch self {
        case .clauseType(let name), .agreementKind(let name), .agreementStatus(let name), .clauseStatus(let name),
            .term(let name, _):
            name
        }
    }
}

/// The words by which people ask for each clause type, agreement kind and status: `data/concepts/`.
struct ConceptTable: Sendable {
    struct Phrasing: Sendable {
        var concept: Int
        /// The numbers of its stems.
        var stems: [Int]
    }

    private let tables = QueryTables.shared
    private let stems = QueryTables.shared.strings(.stems)
    /// For each stem and sort the number of concepts whose phrasings use it.
    private let spread = QueryTables.shared.numbers(.spread)
    /// The statuses that stand before a noun, as "expired" does: their stems, a tab, their words.
    private let adjectives = QueryTables.shared.strings(.adjectives)
    /// All words of phrasings in lower case, to mend typos with.
    private let words = QueryTables.shared.strings(.words)
    private let names = QueryTables.shared.strings(.concepts)

    static let shared = ConceptTable()

    var concepts: [Concept] { (0..<names.count).map(concept) }

    /// The concept of this number.
    func concept(_ number: Int) -> Concept {
        let parts = names[number].split(separator: "/", maxSplits: 1).map(String.init)
        let name = parts.last ?? ""
        return switch parts.first {
        case "kind": .agreementKind(name)
        case "agreement": .agreementStatus(name)
        case "clause": .clauseStatus(name)
        default: .clauseType(name)
        }
    }

    /// The words of phrasings that begin with this byte.
    func words(beginningWith byte: UInt8) -> [String] {
        var found: [String] = []
        var place = words.place(of: [byte])
        while place < words.count, words.bytes(place).first == byte {
            found.append(words[place])
            place += 1
        }
        return found
    }

    /// The statuses that `tokens` are an adjective of: "terminated" is one of ended, "termination" is not.
    func statuses(of tokens: some Collection<QueryToken>) -> [Concept] {
        let wanted = tokens.map(\.folded).joined(separator: " ")
        let isParticiple = tokens.contains { $0.folded.hasSuffix("ed") }
        let key = tokens.map(\.stem).joined(separator: " ") + "\t"
        var found: [Int] = []
        var place = adjectives.place(of: key.utf8)
        while place < adjectives.count, adjectives.bytes(place).starts(with: key.utf8) {
            if isParticiple || adjectives[place].dropFirst(key.count) == wanted {
                found.append(tables.numbers(.adjectiveConcepts)[place])
            }
            place += 1
        }
        return found.sorted().map(concept)
    }

    /// Whether any phrasing uses this stem.
    func knows(_ stem: String) -> Bool { number(of: stem) != nil }

    /// The number of a stem that phrasings use.
    func number(of stem: String) -> Int? { stems.index(of: stem) }

    /// The stem of this number.
    func stem(_ number: Int) -> String { stems[number] }

    /// The numbers of the phrasings that use a stem, in their order.
    func phrasings(with stem: Int) -> [Int] {
        let phrasings = tables.numbers(.phrasings)
        return tables.numbers(.users).share(stem).map { phrasings[$0] }
    }

    func phrasing(_ number: Int) -> Phrasing {
        let stems = tables.numbers(.phrasingStems)
        return Phrasing(
            concept: tables.numbers(.phrasingConcepts)[number],
            stems: tables.numbers(.phrasingEnds).share(number).map { stems[$0] })
    }

    /// How telling a stem is among the concepts of a sort: 1 where one of them uses it, less the more do.
    func weight(_ stem: Int, in sort: Concept.Sort) -> Double {
        let users = spread[stem * Concept.Sort.allCases.count + sort.rawValue]
        let size = tables.numbers(.sizes)[sort.rawValue]
        guard users > 0, size > 1 else { return 1 }
        return 1 - 0.75 * Logarithm.natural(Double(users)) / Logarithm.natural(Double(size))
    }
}
