import ArgumentParser
import Store

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one company, agreement, clause or article with everything known of it.",
        discussion: """
            EXAMPLES
              kb show company OpenAI
              kb show agreement 3 --as-of 2025-03
              kb show article statement.txt --format html > statement.html
            """,
        subcommands: [Company.self, Agreement.self, Clause.self, Article.self])

    struct Company: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Its names and products, its agreements, what it owes and what it is owed.")

        @Argument(help: ArgumentHelp("Its name or its id.", valueName: "name"), completion: .company)
        var words: [String]

        @OptionGroup var answer: AnswerOptions

        func run() throws {
            try answer.output.print(answer.open().company(words.joined(separator: " ")).sheet)
        }
    }

    struct Agreement: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Its parties, its history, what each source says of it, and its clauses.")

        @OptionGroup var name: NameArgument
        @OptionGroup var asOf: AsOfOptions
        @OptionGroup var answer: AnswerOptions

        func run() throws {
            let store = try answer.open()
            let detail =
                if let date = asOf.date { try store.agreement(name.text, asOf: date) } else {
                    try store.agreement(name.text)
                }
            let sheet = try detail.sheet(families: store.clauseFamilies())
            try answer.output.print(sheet)
        }
    }

    struct Clause: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Its quote, the sentence around it, and its agreement.")

        @OptionGroup var name: NameArgument
        @OptionGroup var answer: AnswerOptions

        func run() throws {
            try answer.output.print(answer.open().clause(name.text).sheet)
        }
    }

    struct Article: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Its text with the clauses marked.")

        @OptionGroup var name: NameArgument
        @OptionGroup var answer: AnswerOptions

        func run() throws {
            try answer.output.print(answer.open().article(name.text).sheet)
        }
    }
}

/// What is to be shown; words that are not quoted are put together.
struct NameArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("Its name or its id.", valueName: "name"))
    var words: [String]

    var text: String { words.joined(separator: " ") }
}
