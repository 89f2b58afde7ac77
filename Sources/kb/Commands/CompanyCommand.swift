import ArgumentParser
import Model
import Store

struct CompanyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company",
        abstract: "Put right which names mean which company.",
        discussion: """
            A correction is kept for ever: it holds for articles that are ingested later and outlives better \
            extractors. kb log lists corrections, kb undo takes one back.

            EXAMPLES
              kb company merge 'Tarn Robotics Ltd' 'Tarn Holdings'
              kb company rename Tarn 'Tarn Robotics plc' --reason 'renamed in 2026'
              kb company split Apple --article beatles.txt --as 'Apple Corps'
              kb company alias add OpenAI 'OpenAI LP'
            """,
        subcommands: [Merge.self, Unmerge.self, Rename.self, Split.self, Alias.self])

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that companies are one.",
            discussion: """
                EXAMPLES
                  kb company merge OpenAI 'Open AI LP'
                """)

        @Argument(help: "The company that stays, by its id or any of its names.", completion: .company)
        var company: String

        @Argument(help: ArgumentHelp("The companies that are the same.", valueName: "other"), completion: .company)
        var others: [String]

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make(others.map { .mergeCompanies($0, into: company) })
        }
    }

    struct Unmerge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back that a company was merged with another.",
            discussion: """
                What kb itself took for one company is parted by kb company split.

                EXAMPLES
                  kb company unmerge 'Open AI LP'
                """)

        @Argument(help: "The company that was merged, as it was called.")
        var company: String

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.change { [try $0.unmerge(company: company, reason: options.reason)] }
        }
    }

    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a company another name; what it was called stays another name of it.",
            discussion: """
                EXAMPLES
                  kb company rename Tarn 'Tarn Robotics plc'
                """)

        @Argument(help: "The company, by its id or any of its names.", completion: .company)
        var company: String

        @Argument(help: "What it is to be called.")
        var name: String

        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.renameCompany(company, to: name)])
        }
    }

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that what was taken for one company is two.",
            discussion: """
                EXAMPLES
                  kb company split Apple --article beatles.txt --as 'Apple Corps'
                  kb company split Acme --called 'Acme Labs' --as 'Acme Labs GmbH'
                """)

        @Argument(help: "The company, by its id or any of its names.", completion: .company)
        var company: String

        @Option(help: "Only what is called so is the other company.")
        var called: String?

        @Option(help: "Only in this article: its id, source or title.")
        var article: String?

        @Option(name: .customLong("as"), help: "What the other company is to be called.")
        var name: String

        @OptionGroup var options: CorrectionOptions

        func validate() throws {
            if called == nil, article == nil {
                throw ValidationError("say what is the other company: --called NAME, --article ARTICLE or both")
            }
        }

        func run() throws {
            try options.make([.splitCompany(company, called: called, article: article, name: name)])
        }
    }

    struct Alias: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add or remove another name of a company.", subcommands: [Add.self, Remove.self])
    }
}

extension CompanyCommand.Alias {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a company has this name too, also in articles to come.",
            discussion: """
                EXAMPLES
                  kb company alias add OpenAI 'OpenAI LP'
                """)

        @OptionGroup var names: AliasArguments
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.addAlias(names.alias, company: names.company)])
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that this is not a name of the company.",
            discussion: """
                EXAMPLES
                  kb company alias remove OpenAI Frontier
                """)

        @OptionGroup var names: AliasArguments
        @OptionGroup var options: CorrectionOptions

        func run() throws {
            try options.make([.removeAlias(names.alias, company: names.company)])
        }
    }
}

struct AliasArguments: ParsableArguments {
    @Argument(help: "The company, by its id or any of its names.", completion: .company)
    var company: String

    @Argument(help: "The other name.")
    var alias: String
}
