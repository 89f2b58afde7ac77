import ArgumentParser
import Extraction
import Model
import Reading

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print what an article says as one JSON object, without a database.",
        discussion: """
            EXAMPLES
              kb extract article.txt
              kb extract - < article.txt
            """)

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
    var file: String

    func run() throws {
        let article = try read()
        let out = Output.standard()
        try out.line(ExtractionJSON(Extractor().extract(article), of: article).object.text(pretty: true))
        try out.flush()
    }

    private func read() throws(Failure) -> Article {
        do {
            let bytes = try file == "-" ? InputFile.readStandardInput() : InputFile.read(InputPath(argument: file))
            return try Reader().read(bytes, source: file)
        } catch let error as InputError {
            throw Failure(error.status, "\(file): \(error.reason)")
        } catch let error as ReadingError {
            throw Failure(.badInput, "\(file): \(error)")
        } catch {
            throw Failure(.internalFault, "\(file): \(error)")
        }
    }
}
