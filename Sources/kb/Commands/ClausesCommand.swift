import ArgumentParser
import Model
import Store

struct ClausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses", abstract: "List clauses with their quotes, in the order of their articles.",
        discussion: """
            EXAMPLES
              kb clauses --type exclusivity --type non-compete
              kb clauses --company OpenAI --format markdown
            """)

    @Option(help: "Only clauses of this type; may be given several times.", completion: .clauseType)
    var type: [String] = []

    @Option(help: "Only clauses of this company, by any of its names.", completion: .company)
    var company: String?

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        let clauses = try store.clauses(
            types: type.map(ClauseType.init(rawValue:)), company: company, limit: limit.limit)
        try answer.print(clauses.listing, nothing: "no such clauses")
    }
}
