import ArgumentParser
import Model
import Store

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Find clauses and sentences, with the agreement and the parties that they bind.",
        discussion: """
            Any text is a query. Quotation marks make a phrase, a trailing * finds words that begin so.

            EXAMPLES
              kb query exclusive rights
              kb query '"revenue share"' --company OpenAI
              kb query who can walk away
              kb query what does Pfizer owe --since 2025
              kb query 'licences over $1bn since 2024'
              kb query not exclusive
              kb query exclusivity --as-of 2025-03
              kb query terminat* --type termination --format json
              kb query --company Apple --role obligor --min-amount 1000000 --currency USD
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("What to look for.", valueName: "text"))
    var words: [String] = []

    @OptionGroup(title: "Filters") var filter: FilterOptions

    @Option(help: ArgumentHelp("What comes first.", valueName: "key"))
    var sort: Query.Order = .score

    @Option(name: .shortAndLong, help: ArgumentHelp("At most so many hits; 0 for all.", valueName: "count"))
    var limit: Int = QueryRequest.defaultLimit

    @Option(help: ArgumentHelp("Leave out so many of the first hits.", valueName: "count"))
    var offset: Int = 0

    @Flag(help: "Say why each hit is there: what its score is made of.")
    var explain = false

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit must not be negative") }
        let literal = Set(CommandLine.arguments.drop { $0 != "--" })
        for word in words where QueryCommand.looksLikeOption(word) && !literal.contains(word) {
            throw ValidationError("unknown option '\(word)' (to search for it, put -- before the text)")
        }
        if offset < 0 { throw ValidationError("--offset must not be negative") }
        if words.isEmpty, filter.isEmpty { throw ValidationError("missing the text to look for") }
    }

    func run() throws { try request.run() }

    /// What the options ask for.
    var request: QueryRequest {
        // The `--` that lets a word begin with a hyphen is none of them.
        var text = words
        if let end = text.firstIndex(of: "--") { text.remove(at: end) }
        var query = Query(text: text.joined(separator: " "), limit: limit)
        (query.order, query.offset) = (sort, offset)
        filter.apply(to: &query)
        return QueryRequest(
            query: query, database: answer.database.path, printing: answer.output.printing, explains: explain,
            failsOnNothing: answer.exitStatus)
    }

    /// A mistyped option must not be searched for in silence; other text that begins with `-` is a query.
    private static func looksLikeOption(_ word: String) -> Bool {
        guard word.hasPrefix("-") else { return false }
        let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
        return word.prefix { $0 == "-" }.count <= 2 && !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == "-" }
    }
}
