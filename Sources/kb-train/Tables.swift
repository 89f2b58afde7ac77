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
        for (file, bytes) in [("words.bin", lexicon.encodedWords()), ("register.bin", lexicon.encodedNames())] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(data)/models/\(file)"))
            print("\(file): \(bytes.count) bytes")
        }
    }
}
