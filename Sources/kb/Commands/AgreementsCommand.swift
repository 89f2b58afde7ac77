import ArgumentParser
import Store

struct AgreementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements", abstract: "List agreements, the newest first.",
        discussion: """
            EXAMPLES
              kb agreements
              kb agreements --company OpenAI --format json
              kb agreements --as-of 2025-03
            """)

    @Option(help: "Only agreements of this company, by any of its names.", completion: .company)
    var company: String?

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        let agreements =
            if let date = asOf.date { try store.agreements(company: company, asOf: date, limit: limit.limit) } else {
                try store.agreements(company: company, limit: limit.limit)
            }
        try answer.print(
            agreements.listing,
            nothing: company.map { "no agreements of \($0)" } ?? "no agreements")
    }
}
