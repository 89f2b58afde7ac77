import ArgumentParser
import Store

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Say how much there is of what.")

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let statistics = try answer.open().statistics()
        try answer.output.print(statistics.sheet)
    }
}
