import ArgumentParser
import Glibc

@main
struct KB: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb",
        abstract: "A local-first knowledge base of who agreed to what, and which sentence says so.",
        discussion: """
            The knowledge base is one SQLite file: --db PATH, else $KB_DB, else kb.db in the current folder.

            Exit codes: 0 done, 1 nothing found (with --exit-status) or a fault found (verify), 64 wrong usage, \
            65 an input is not a text, 66 no such file, name or database, 70 internal error, 74 input or output \
            failed, 75 the database stayed locked, 78 not a kb database or one from a newer kb, 130 interrupted, \
            143 terminated.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [IngestCommand.self, ExtractCommand.self]),
            CommandGroup(
                name: "Finding",
                subcommands: [
                    QueryCommand.self, CompaniesCommand.self, AgreementsCommand.self, ClausesCommand.self,
                    ArticlesCommand.self, ShowCommand.self, TimelineCommand.self, ConflictsCommand.self,
                    GraphCommand.self, CiteCommand.self,
                ]),
            CommandGroup(
                name: "Putting right",
                subcommands: [
                    CompanyCommand.self, AgreementCommand.self, ClauseCommand.self, ReviewCommand.self,
                    ImportCommand.self, LogCommand.self, UndoCommand.self,
                ]),
            CommandGroup(name: "Checking", subcommands: [StatsCommand.self, VerifyCommand.self, DumpCommand.self]),
            CommandGroup(
                name: "Keeping",
                subcommands: [ReextractCommand.self, MergeCommand.self, BackupCommand.self, ForgetCommand.self]),
        ])

    static let version = "0.1.0"

    static func main() {
        // A closed pipe is told by write(2), so that what is going on can end in order.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that may not grow, where the user has a limit.
        signal(SIGXFSZ, SIG_IGN)
        let arguments = withSentencesLast(Array(CommandLine.arguments.dropFirst()))
        Glibc.exit(status(of: arguments).rawValue)
    }

    /// Runs the command that `arguments` ask for.
    private static func status(of arguments: [String]) -> ExitStatus {
        do {
            // Asked before every build script and demo: answered before the argument parser is set up.
            if arguments == ["--version"] { return try printVersion() }
            if let query = PlainQuery.parsed(arguments) {
                try query.run()
                return .done
            }
            try checkCommand(arguments)
            var command = try parsed(arguments)
            try command.run()
            return .done
        } catch {
            return ErrorReport.print(error)
        }
    }

    /// `arguments` with those that begin with `-` and hold a space, which no option does, put behind `--`.
    private static func withSentencesLast(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let sentences = arguments[..<end].filter(isSentence)
        guard !sentences.isEmpty else { return arguments }
        return arguments[..<end].filter { !isSentence($0) } + ["--"] + sentences + arguments[end...].dropFirst()
    }

    private static func isSentence(_ argument: String) -> Bool {
        argument.hasPrefix("-") && argument.contains(where: \.isWhitespace)
            && !argument.prefix { !$0.isWhitespace }.contains("=")
    }

    /// The command that `arguments` ask for. Where they name one, only its own options are looked at, which
    /// takes a millisecond less; the whole program's parser is asked for help and where that fails.
    static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let commands = configuration.groupedSubcommands.flatMap { $0.subcommands }
        if let command = commands.first(where: { $0.configuration.commandName == arguments.first }),
            let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())),
            ([command] + command.configuration.subcommands).contains(where: { $0 == type(of: parsed) })
        {
            return parsed
        }
        return try parseAsRoot(arguments)
    }

    private static func printVersion() throws(OutputError) -> ExitStatus {
        let out = Output.standard()
        try out.line(version)
        try out.flush()
        return .done
    }

    /// Says which command may be meant where the first argument is none, or, after one that has commands of its own
    /// (`show`), the second.
    private static func checkCommand(_ arguments: [String]) throws(Failure) {
        // What help is asked about has to be there, too.
        if arguments.first == "help" { return try checkCommand(Array(arguments.dropFirst())) }
        let commands = configuration.groupedSubcommands.flatMap { $0.subcommands }
        try check(arguments.first, among: commands, after: "")
        if let command = commands.first(where: { $0._commandName == arguments.first }),
            !command.configuration.subcommands.isEmpty
        {
            try check(
                arguments.dropFirst().first, among: command.configuration.subcommands, after: command._commandName + " "
            )
        }
    }

    private static func check(
        _ name: String?, among commands: [any ParsableCommand.Type], after start: String
    ) throws(Failure) {
        let known = commands.map { $0._commandName }
        guard let name, !name.hasPrefix("-"), name != "help", !known.contains(name) else { return }
        let near = EditDistance.nearest(to: name, in: known).map { start + $0 }
        throw Failure(
            .usage, "unknown command '\(start)\(name)'",
            hint: near.isEmpty
                ? "See kb \(start)--help for the commands." : "Did you mean \(Failure.alternatives(near))?")
    }
}
