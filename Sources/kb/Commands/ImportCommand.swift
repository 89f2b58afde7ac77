import ArgumentParser
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make corrections that a program, or another knowledge base, has written.",
        discussion: """
            A line is one correction as JSON: what kb log --format jsonl prints, or an answer of \
            kb review --list --format jsonl. All of them are made, or none; one that is in force already is left out.

            EXAMPLES
              kb import --corrections answers.jsonl
              kb log --db other.db --format jsonl | kb import --corrections -
            """)

    @Option(help: ArgumentHelp("A file of corrections, or - for standard input.", valueName: "file"))
    var corrections: String

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    func run() throws {
        let lines = String(decoding: try read(), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let store = try database.open()
        defer { store.close() }
        let made = try store.importCorrections(lines.map(String.init))
        let out = Output.standard()
        for correction in made { try out.line(color.standardOutput.safe(correction.sentence)) }
        try out.flush()
    }

    private func read() throws(Failure) -> [UInt8] {
        do {
            return try corrections == "-"
                ? InputFile.readStandardInput() : InputFile.read(InputPath(argument: corrections))
        } catch {
            throw Failure(error.status, "\(corrections): \(error.reason)")
        }
    }
}
