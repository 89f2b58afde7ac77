public import ArgumentParser
public import Model
import Store

struct ClauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clause",
        abstract: "Put right a clause: its type, status, quote, who owes and who gets it, its figures.",
        discussion: """
            EXAMPLES
              kb clause set 12 type non-compete
              kb clause reject 14 --reason 'about another deal'
              kb clause restore 14
              kb clause add a.txt --type exclusivity --quote 'sole supplier'
            """,
        subcommands: [Set.self, Add.self, Accept.self, Reject.self, Restore.self])

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a clause says.",
            discussion: """
                Fields: type, status, quote (words of the article), obligor, beneficiary (one name each), agreement \
                (its id), amount (USD 3000000), percent, speaker. The value none says that there is none.

                EXAMPLES
                  kb clause set 12 status ended
                  kb clause set 12 obligor OpenAI Microsoft
                  kb clause set 12 agreement none
                """)

        @OptionGroup var clause: ClauseArgument

        @Argument(help: "type, status, quote, obligor, beneficiary, agreement, amount, percent or speaker.")
        var field: ClauseField

        @Argument(help: "What it is; obligors and beneficiaries may be several.")
        var value: [String]

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.setClause(clause.id, field: field, to: FieldValue(value))])
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a clause that kb missed.",
            discussion: """
                EXAMPLES
                  kb clause add a.txt --type exclusivity --quote 'sole supplier'
                  kb clause add a.txt --type term --quote '5 years' --agreement 3
                """)

        @Argument(help: "The article that says it: its id, source or title.")
        var article: String

        @Option(help: "Its type, e.g. exclusivity.")
        var type: String

        @Option(help: "The words that say it, as they stand in the article.")
        var quote: String

        @Option(help: "stated, reaffirmed, changed, ended, proposed or denied.")
        var status = ClauseStatus.stated.rawValue

        @Option(help: "Who owes or grants it; may be given several times.")
        var obligor: [String] = []

        @Option(help: "Who gets it; may be given several times.")
        var beneficiary: [String] = []

        @Option(help: "The agreement that it belongs to.")
        var agreement: String?

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            let clause = NewClause(
                article: article, type: type, quote: quote, status: status, obligors: obligor,
                beneficiaries: beneficiary, agreement: agreement)
            try options.make([.addClause(clause)])
        }
    }

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that a clause is right as it is.")

        @OptionGroup var clause: ClauseArgument
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.acceptClause(clause.id)])
        }
    }

    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that the article does not say this.",
            discussion: """
                EXAMPLES
                  kb clause reject 14 --reason 'about another deal'
                """)

        @OptionGroup var clause: ClauseArgument
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.rejectClause(clause.id)])
        }
    }

    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back that a clause was rejected; it comes back under its id.",
            discussion: """
                EXAMPLES
                  kb clause restore 14
                """)

        @OptionGroup var clause: ClauseArgument
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.change { [try $0.restore(clause: clause.id, reason: options.reason)] }
        }
    }
}

struct ClauseArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The id of the clause.", valueName: "clause-id"))
    var id: Int64
}

extension ClauseField: ExpressibleByArgument {}
