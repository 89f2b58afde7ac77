import ArgumentParser
import Model
import Store

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Tell by date what companies agreed, changed and ended.",
        discussion: """
            Of several companies: what they have with each other.

            EXAMPLES
              kb timeline OpenAI
              kb timeline Microsoft OpenAI --format markdown
            """)

    @Argument(help: ArgumentHelp("Companies, by any of their names.", valueName: "company"), completion: .company)
    var companies: [String]

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        var shared = try store.agreements(company: companies.first)
        for company in companies.dropFirst() {
            let others = Set(try store.agreements(company: company).map(\.id))
            shared = shared.filter { others.contains($0.id) }
        }
        let details = try shared.map { try store.agreement(String($0.id)) }
        try answer.print(
            Timeline(details).listing, nothing: "no agreement of \(companies.joined(separator: " with "))")
    }
}
