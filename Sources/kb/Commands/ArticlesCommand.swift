import ArgumentParser
import Store

struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles", abstract: "List articles in the order of their ingest.",
        discussion: """
            EXAMPLES
              kb articles --format tsv | cut -f 2,3
            """)

    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(store.articles(limit: limit.limit).listing, nothing: "no articles")
    }
}
