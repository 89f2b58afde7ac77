public import ArgumentParser
public import Model
import Store

struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Put right an agreement: its kind, status, parties, value and dates.",
        discussion: """
            EXAMPLES
              kb agreement set 3 status ended --reason 'court ruling of 2 May'
              kb agreement set 3 parties OpenAI Microsoft
              kb agreement merge 3 8
              kb agreement split 3 wire/renewal.txt
            """,
        subcommands: [Set.self, Merge.self, Split.self, Accept.self, Reject.self])

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what an agreement is, over what its articles say.",
            discussion: """
                Fields: kind, status, parties (one name each), value (USD 3000000), announced, effective, expires \
                (2026-02-27, 2026-02 or 2026). The value none says that there is none.

                EXAMPLES
                  kb agreement set 3 kind license
                  kb agreement set 3 value 'EUR 3,000,000'
                  kb agreement set 3 expires none
                """)

        @OptionGroup var agreement: AgreementArgument

        @Argument(help: "kind, status, parties, value, announced, effective or expires.")
        var field: AgreementField

        @Argument(help: "What it is; parties may be several.")
        var value: [String]

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.setAgreement(agreement.name, field: field, to: FieldValue(value))])
        }
    }

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that agreements are one.",
            discussion: """
                EXAMPLES
                  kb agreement merge 3 8
                """)

        @Argument(help: "The agreement that stays: its id, or words of its parties and kind.")
        var agreement: String

        @Argument(help: ArgumentHelp("The agreements that are the same.", valueName: "other"))
        var others: [String]

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make(others.map { .mergeAgreements($0, into: agreement) })
        }
    }

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that some of its articles report another agreement.",
            discussion: """
                EXAMPLES
                  kb agreement split 3 wire/renewal.txt
                """)

        @OptionGroup var agreement: AgreementArgument

        @Argument(help: ArgumentHelp("Articles that report the other one: id, source or title.", valueName: "article"))
        var articles: [String]

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.splitAgreement(agreement.name, articles: articles)])
        }
    }

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that an agreement is right as it is.")

        @OptionGroup var agreement: AgreementArgument
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.acceptAgreement(agreement.name)])
        }
    }

    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that there is no such agreement; its clauses stay, without one.")

        @OptionGroup var agreement: AgreementArgument
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.rejectAgreement(agreement.name)])
        }
    }
}

struct AgreementArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("Its id, or words of its parties and kind.", valueName: "agreement"))
    var name: String
}

extension AgreementField: ExpressibleByArgument {}
