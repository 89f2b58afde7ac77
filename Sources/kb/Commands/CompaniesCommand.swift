import ArgumentParser
import Store

struct CompaniesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "companies", abstract: "List companies, those with most agreements first.",
        discussion: """
            EXAMPLES
              kb companies
              kb companies --limit 10 --format csv
            """)

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(store.companies(limit: limit.limit).listing, nothing: "no companies")
    }
}
