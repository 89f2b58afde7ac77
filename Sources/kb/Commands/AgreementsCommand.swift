import ArgumentParser
import Store

struct AgreementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements", abstract: "List agreements, the newest first.",
        discussion: """
            EXAMPLES
              kb agreements
              kb agreements --company OpenAI --format json
            """)

    @Option(help: "Only agreements of this company, by any of its names.", completion: .company)
    var company: String?

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(
            store.agreements(company: company, limit: limit.limit).listing,
            nothing: company.map { "no agreements of \($0)" } ?? "no agreements")
    }
}
