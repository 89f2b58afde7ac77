import ArgumentParser
import Store

struct ConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List what sources say differently of the same agreement, with both quotes.",
        discussion: """
            Compared are sums, dates, how the agreement stands, and clauses that one source states and another \
            denies or gives another number.

            EXAMPLES
              kb conflicts
              kb conflicts --company OpenAI --format markdown
            """)

    @Option(help: "Only agreements of this company, by any of its names.")
    var company: String?

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(
            store.conflicts(company: company, limit: limit.limit).listing,
            nothing: company.map { "no conflicts about \($0)" } ?? "no conflicts")
    }
}
