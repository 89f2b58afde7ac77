import ArgumentParser
import Model
import Store

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print a citation of clauses: quote, title, publisher, date, source and line.",
        discussion: """
            EXAMPLES
              kb cite 12
              kb cite 12 15 --format markdown
            """)

    @Argument(help: ArgumentHelp("Ids of clauses.", valueName: "clause-id"))
    var clauses: [String]

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        let citations = try clauses.map { id in
            let clause = try store.clause(id).clause
            return Citation(clause: clause, publisher: try store.article(String(clause.article)).article.publisher)
        }
        try answer.output.print(citations.listing)
    }
}
