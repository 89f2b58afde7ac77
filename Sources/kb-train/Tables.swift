import ArgumentParser
import Foundation
import Learning

/// Turns the tables of names into the form that the extractor uses in place.
struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Build the tables of words and names.")

    @Option(help: "The project's data folder.")
    var data = "data"

    func run() throws {
        let lexicon = try LexiconBuilder(data: data)
        let tables = [
            ("words.bin", lexicon.encodedWords()), ("register.bin", lexicon.encodedNames()),
            ("word-classes.bin", try WordClassBuilder(data: data).encoded()),
        ]
        for (file, bytes) in tables {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(data)/models/\(file)"))
            print("\(file): \(bytes.count) bytes")
        }
    }
}
