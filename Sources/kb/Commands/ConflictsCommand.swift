import ArgumentParser
import Store

struct ConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List what sources say differently of the same agreement, with both quotes.",
        discussion: """
            Compared are sums, dates, how the agreement stands, and clauses that one source states and another \
            denies or gives another number. --corrections lists instead what people put right differently in \
            knowledge bases that were made apart: the later correction holds, until one of the two is taken back.

            EXAMPLES
              kb conflicts
              kb conflicts --corrections
              kb conflicts --company OpenAI --format markdown
            """)

    @Option(help: "Only agreements of this company, by any of its names.")
    var company: String?

    @Flag(help: "Corrections that contradict each other.")
    var corrections = false

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        if corrections, company != nil { throw ValidationError("--corrections cannot be asked for one company") }
    }

    func run() throws {
        let store = try answer.open()
        let contradictions = try company == nil ? store.contradictions() : []
        if corrections {
            let shown = limit.limit > 0 ? Array(contradictions.prefix(limit.limit)) : contradictions
            return try answer.print(shown.listing, nothing: "no contradictory corrections")
        }
        try answer.print(
            store.conflicts(company: company, limit: limit.limit).listing,
            nothing: company.map { "no conflicts about \($0)" } ?? "no conflicts")
        if !contradictions.isEmpty { try answer.note(Phrases.contradictions(contradictions.count)) }
    }
}
