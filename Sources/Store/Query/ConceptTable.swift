internal import Assets

/// What a word or a phrase of a query can stand for, other than itself.
enum Concept: Hashable, Sendable {
    case clauseType(String)
    case agreementKind(String)
    case agreementStatus(String)
    case clauseStatus(String)

    /// Concepts of one sort exclude each other; those of different sorts may stand in the same words.
    enum Sort: Int, CaseIterable, Sendable { case clauseType, agreementKind, status }

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
///
/// Every query reads the tables, thousands of words: stems are numbers, and each word is stemmed once.
struct ConceptTable: Sendable {
    struct Phrasing: Sendable {
        var concept: Int
        var sort: Concept.Sort
        /// Its place in `stems`.
        var range: Range<Int>
    }

    private(set) var concepts: [Concept] = []
    private(set) var phrasings: [Phrasing] = []
    /// The stems of all phrasings, one after the other.
    private(set) var stems: [Int32] = []
    private var numbers: [String: Int32] = [:]
    /// The stems by number.
    private(set) var names: [String] = []
    /// For each stem and sort the number of concepts whose phrasings use it.
    private var spread: [Int32] = []
    private var sizes: [Int] = []
    /// The statuses that stand before a noun, as "expired" does, by their stems.
    private var adjectives: [String: [(phrasing: String, concept: Concept)]] = [:]
    /// What each word of a phrasing is taken apart into.
    private var parts: [String: [Int32]] = [:]

    static let shared = ConceptTable()

    private init() {
        parts.reserveCapacity(4096)
        numbers.reserveCapacity(4096)
        add("data/concepts/clause_types.tsv", phrasing: 1) { .clauseType($0[0]) }
        add("data/concepts/agreement_kinds.tsv", phrasing: 1) { .agreementKind($0[0]) }
        add("data/concepts/statuses.tsv", phrasing: 2) {
            $0[0] == "clause" ? .clauseStatus($0[1]) : .agreementStatus($0[1])
        }
        let sorts = Concept.Sort.allCases.count
        spread = [Int32](repeating: 0, count: names.count * sorts)
        sizes = [Int](repeating: 0, count: sorts)
        // Those of one concept follow one another, so the last that was counted is enough to count each once.
        var last = [Int](repeating: -1, count: names.count)
        for phrasing in phrasings {
            for stem in stems[phrasing.range] where last[Int(stem)] != phrasing.concept {
                last[Int(stem)] = phrasing.concept
                spread[Int(stem) * sorts + phrasing.sort.rawValue] += 1
            }
        }
        for concept in concepts { sizes[concept.sort.rawValue] += 1 }
    }

    /// - Parameter column: the one with the phrasing; what follows it is its use.
    private mutating func add(_ name: String, phrasing column: Int, concept: ([String]) -> Concept) {
        for row in Assets.table(name) where row.count > column {
            let found = concept(row)
            if concepts.last != found { concepts.append(found) }
            let start = stems.count
            for word in row[column].utf8.split(separator: UInt8(ascii: " ")) {
                stems += numbers(of: String(word) ?? "")
            }
            guard stems.count > start else { continue }
            phrasings.append(Phrasing(concept: concepts.count - 1, sort: found.sort, range: start..<stems.count))
            if row.last == "adjective" {
                let key = stems[start...].map { names[Int($0)] }.joined(separator: " ")
                adjectives[key, default: []].append((row[column], found))
            }
        }
    }

    /// The stems of what `word` is taken apart into, without words that only join others.
    private mutating func numbers(of word: String) -> [Int32] {
        if let known = parts[word] { return known }
        let found = Self.tokens(of: word).filter { !CommonWords.shared.isFunction($0.folded) }.map { token in
            let number = numbers[token.stem] ?? Int32(names.count)
            if Int(number) == names.count {
                numbers[token.stem] = number
                names.append(token.stem)
            }
            return number
        }
        parts[word] = found
        return found
    }

    /// All words of phrasings in lower case, to mend typos with.
    var words: Set<String> { Set(parts.keys.lazy.flatMap { Self.tokens(of: $0) }.map(\.folded)) }

    /// What a query would be taken apart into; most words are plain, and to see that is ten times as fast.
    private static func tokens(of word: String) -> [QueryToken] {
        let isPlain = word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        return isPlain ? [QueryToken(plain: word)] : QueryText(word).tokens
    }

    /// The statuses that `tokens` are an adjective of: "terminated" is one of ended, "termination" is not.
    func statuses(of tokens: some Collection<QueryToken>) -> [Concept] {
        let words = tokens.map(\.folded).joined(separator: " ")
        let isParticiple = tokens.contains { $0.folded.hasSuffix("ed") }
        return adjectives[tokens.map(\.stem).joined(separator: " "), default: []]
            .filter { $0.phrasing == words || isParticiple }.map(\.concept)
    }

    /// Whether any phrasing uses this stem.
    func knows(_ stem: String) -> Bool { numbers[stem] != nil }

    /// The number of a stem that phrasings use.
    func number(of stem: String) -> Int32? { numbers[stem] }

    /// How telling a stem is among the concepts of a sort: 1 where one of them uses it, less the more do.
    func weight(_ stem: Int32, in sort: Concept.Sort) -> Double {
        let users = spread[Int(stem) * Concept.Sort.allCases.count + sort.rawValue]
        let size = sizes[sort.rawValue]
        guard users > 0, size > 1 else { return 1 }
        return 1 - 0.75 * Logarithm.natural(Double(users)) / Logarithm.natural(Double(size))
    }
}
