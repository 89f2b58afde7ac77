internal import Assets

/// The tables by which a query is understood, as they lie in the program: `data/models/query.bin`, which
/// `QueryTablesBuilder` makes of `data/concepts`. To read the tables themselves took a third of a query's time.
struct QueryTables: Sendable {
    /// The places of the lists in the file.
    enum List: Int, CaseIterable {
        case stems, stemText, spread, users, phrasings
        case phrasingConcepts, phrasingEnds, phrasingStems
        case concepts, conceptText, sizes
        case adjectives, adjectiveText, adjectiveConcepts
        case words, wordText
        case common, commonText, commonRoles
        case generic, genericText
        case synonyms, synonymText, synonymEnds, members, memberText
    }

    private let tables = PackedTables(Assets.bytes("data/models/query.bin"))

    static let shared = QueryTables()

    func numbers(_ list: List) -> PackedNumbers { tables.numbers(list.rawValue) }

    /// The strings of a list and of the one after it, which has their text.
    func strings(_ list: List) -> PackedStrings { tables.strings(list.rawValue) }
}
