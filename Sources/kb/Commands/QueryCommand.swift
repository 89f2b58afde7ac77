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
              kb query terminat* --type termination --format json
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("What to look for.", valueName: "text"))
    var words: [String] = []

    @Option(help: "Only clauses of this type; may be given several times.")
    var type: [String] = []

    @Option(help: "Only what concerns this company, by any of its names.")
    var company: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("At most so many hits; 0 for all.", valueName: "count"))
    var limit: Int = 20

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit must not be negative") }
        let literal = Set(CommandLine.arguments.drop { $0 != "--" })
        for word in words where QueryCommand.looksLikeOption(word) && !literal.contains(word) {
            throw ValidationError("unknown option '\(word)' (to search for it, put -- before the text)")
        }
        if words.isEmpty, type.isEmpty, company == nil { throw ValidationError("missing the text to look for") }
    }

    func run() throws {
        let store = try answer.open()
        let text = words.joined(separator: " ")
        let found = try store.answer(
            Query(text: text, types: type.map(ClauseType.init(rawValue:)), company: company, limit: limit))
        try answer.print(HitListing(hits: found.hits).listing, nothing: "nothing found for \(text)")
        if found.capped { try answer.note("very many sentences match; only the newest of them were ranked") }
    }

    /// A mistyped option must not be searched for in silence; other text that begins with `-` is a query.
    private static func looksLikeOption(_ word: String) -> Bool {
        guard word.hasPrefix("-") else { return false }
        let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
        return word.prefix { $0 == "-" }.count <= 2 && !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == "-" }
    }
}
