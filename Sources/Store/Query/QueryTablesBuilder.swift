internal import Assets

/// Makes `data/models/query.bin` of the tables in `data/concepts`: what each query would have to work out again, the
/// stems of thousands of words above all, is worked out once. A test compares the file with the tables.
struct QueryTablesBuilder {
    private var concepts: [Concept] = []
    private var phrasings: [(concept: Int, stems: [String])] = []
    private var adjectives: [(key: String, concept: Int)] = []
    private var words: Set<String> = []
    private var common: [String: CommonWords.Roles] = [:]

    init() {
        // First, since it says which words of a phrasing only join others.
        for row in Assets.table("data/concepts/common_words.tsv") where row.count == 2 {
            common[row[0], default: []].formUnion(Self.roles[row[1]] ?? .generic)
        }
        add("data/concepts/clause_types.tsv", phrasing: 1) { .clauseType($0[0]) }
        add("data/concepts/agreement_kinds.tsv", phrasing: 1) { .agreementKind($0[0]) }
        add("data/concepts/statuses.tsv", phrasing: 2) {
            $0[0] == "clause" ? .clauseStatus($0[1]) : .agreementStatus($0[1])
        }
    }

    private static let roles: [String: CommonWords.Roles] = [
        "function": .function, "negation": [.generic, .negation], "modal": [.generic, .modal],
    ]

    /// - Parameter column: the one with the phrasing; what follows it is its use.
    private mutating func add(_ name: String, phrasing column: Int, concept: ([String]) -> Concept) {
        for row in Assets.table(name) where row.count > column {
            let found = concept(row)
            if concepts.last != found { concepts.append(found) }
            let tokens = row[column].split(separator: " ").flatMap { QueryText(String($0)).tokens }
                .filter { common[$0.folded]?.contains(.function) != true }
            guard !tokens.isEmpty else { continue }
            words.formUnion(tokens.map(\.folded))
            phrasings.append((concepts.count - 1, tokens.map(\.stem)))
            if row.last == "adjective" {
                adjectives.append((tokens.map(\.stem).joined(separator: " ") + "\t" + row[column], concepts.count - 1))
            }
        }
    }

    /// The file.
    func encoded() -> [UInt8] {
        var writer = PackedTablesWriter(lists: QueryTables.List.allCases.count)
        write(phrasingsTo: &writer)
        let adjectives = adjectives.sorted { ($0.key, $0.concept) < ($1.key, $1.concept) }
        writer.set(QueryTables.List.adjectives.rawValue, strings: adjectives.map(\.key))
        writer.set(QueryTables.List.adjectiveConcepts.rawValue, adjectives.map(\.concept))
        writer.set(QueryTables.List.words.rawValue, strings: words.sorted(by: Self.isBefore))
        let common = common.sorted { Self.isBefore($0.key, $1.key) }
        writer.set(QueryTables.List.common.rawValue, strings: common.map(\.key))
        writer.set(QueryTables.List.commonRoles.rawValue, common.map(\.value.rawValue))
        let generic = Set(common.filter { $0.value.contains(.generic) }.map { PorterStemmer.stem($0.key) })
        writer.set(QueryTables.List.generic.rawValue, strings: generic.sorted(by: Self.isBefore))
        write(synonymsTo: &writer)
        return writer.bytes
    }

    private func write(phrasingsTo writer: inout PackedTablesWriter) {
        let stems = Set(phrasings.flatMap(\.stems)).sorted(by: Self.isBefore)
        let numbers = Dictionary(uniqueKeysWithValues: stems.enumerated().map { ($1, $0) })
        let sorts = Concept.Sort.allCases.count
        var users = [[Int]](repeating: [], count: stems.count)
        var concepts = [Set<Int>](repeating: [], count: stems.count * sorts)
        for (place, phrasing) in phrasings.enumerated() {
            for stem in Set(phrasing.stems.compactMap { numbers[$0] }) {
                users[stem].append(place)
                concepts[stem * sorts + self.concepts[phrasing.concept].sort.rawValue].insert(phrasing.concept)
            }
        }
        writer.set(QueryTables.List.stems.rawValue, strings: stems)
        writer.set(QueryTables.List.spread.rawValue, concepts.map(\.count))
        writer.set(QueryTables.List.users.rawValue, shares: users.map(\.count))
        writer.set(QueryTables.List.phrasings.rawValue, users.flatMap(\.self))
        writer.set(QueryTables.List.phrasingConcepts.rawValue, phrasings.map(\.concept))
        writer.set(QueryTables.List.phrasingEnds.rawValue, shares: phrasings.map(\.stems.count))
        writer.set(
            QueryTables.List.phrasingStems.rawValue, phrasings.flatMap(\.stems).compactMap { numbers[$0] })
        writer.set(QueryTables.List.concepts.rawValue, strings: self.concepts.map(Self.written))
        writer.set(
            QueryTables.List.sizes.rawValue,
            Concept.Sort.allCases.map { sort in self.concepts.filter { $0.sort == sort }.count })
    }

    /// The concept as `ConceptTable` reads it.
    private static func written(_ concept: Concept) -> String {
        let sort =
            switch concept {
            case .clauseType, .term: "type"
            case .agreementKind: "kind"
            case .agreementStatus: "agreement"
            case .clauseStatus: "clause"
            }
        return sort + "/" + concept.name
    }

    private func write(synonymsTo writer: inout PackedTablesWriter) {
        var members: [String: [String]] = [:]
        for group in Assets.table("data/concepts/synonyms.tsv") {
            for word in group where !word.contains(" ") {
                let stem = PorterStemmer.stem(word)
                members[stem, default: []] += group.filter { PorterStemmer.stem($0) != stem }
            }
        }
        let sorted = members.sorted { Self.isBefore($0.key, $1.key) }
        writer.set(QueryTables.List.synonyms.rawValue, strings: sorted.map(\.key))
        writer.set(QueryTables.List.synonymEnds.rawValue, shares: sorted.map(\.value.count))
        writer.set(QueryTables.List.members.rawValue, strings: sorted.flatMap(\.value))
    }

    private static func isBefore(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}

/// Writes the form that `PackedTables` reads.
struct PackedTablesWriter {
    private var lists: [[UInt8]]

    init(lists count: Int) { lists = [[UInt8]](repeating: [], count: count) }

    mutating func set(_ list: Int, _ numbers: [Int]) { lists[list] = numbers.flatMap(Self.bytes) }

    /// Sets where shares of these sizes end.
    mutating func set(_ list: Int, shares sizes: [Int]) {
        var end = 0
        set(
            list,
            sizes.map { size in
                end += size
                return end
            })
    }

    /// Sets a list of strings and the one after it, which has their text.
    mutating func set(_ list: Int, strings: [String]) {
        set(list, shares: strings.map(\.utf8.count))
        lists[list + 1] = strings.flatMap(\.utf8)
    }

    var bytes: [UInt8] {
        var bytes = Self.bytes(Int(PackedTables.magic)) + Self.bytes(lists.count)
        var start = 8 + 8 * lists.count
        for list in lists {
            bytes += Self.bytes(start) + Self.bytes(list.count)
            start += (list.count + 3) / 4 * 4
        }
        for list in lists { bytes += list + [UInt8](repeating: 0, count: (4 - list.count % 4) % 4) }
        return bytes
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian, Array.init)
    }
}
