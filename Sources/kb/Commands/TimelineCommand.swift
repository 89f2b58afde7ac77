import ArgumentParser
import Model
import Store

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Tell by date what companies agreed, changed and ended.",
        discussion: """
            Of several companies: what they have with each other.

            A date with ~ is reckoned from the article's own, as for "last June"; "reported" says that it is the \
            date of the article itself.

            EXAMPLES
              kb timeline OpenAI
              kb timeline Microsoft OpenAI --format markdown
            """)

    @Argument(help: ArgumentHelp("Companies, by any of their names.", valueName: "company"), completion: .company)
    var companies: [String]

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        try answer.print(
            TimelineListing(events: try store.timeline(of: companies)).listing,
            nothing: "no agreement of \(companies.joined(separator: " with "))")
    }
}
