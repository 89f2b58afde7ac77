import ArgumentParser
import Store

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Say how much there is of what.",
        discussion: """
            EXAMPLES
              kb stats
              kb stats --format json
            """)

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let statistics = try answer.open().statistics()
        try answer.output.print(statistics.sheet)
    }
}
