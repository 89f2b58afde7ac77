internal import ArgumentParser
internal import Extraction
internal import Foundation
internal import Model
internal import Reading

/// `kb-bench stages`: how fast one thread does each step on texts that are already in memory.
struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages", abstract: "Print MB/s of reading, tokenizing and extracting.")

    @Argument(help: "A file with the paths of articles, one a line.")
    var list: String

    @Option(help: "Take only so many of them.")
    var limit = 5000

    @Flag(help: "Print a digest of what each step gives, to see that a change of the code leaves it as it is.")
    var digest = false

    @Option(help: "The last step to run: read, tokenize or extract.")
    var through = "extract"

    func run() throws {
        let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").prefix(limit)
        let texts = try paths.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: String($0)))) }
        let size = Double(texts.reduce(0) { $0 + $1.count })
        let reader = Reader(), extractor = Extractor()
        var articles: [Article] = []
        try measure("read", size) { articles = try texts.map { try reader.read($0, source: "") } }
        show(articles.map { "\($0)" })
        if through == "read" { return }
        var tokens = 0
        measure("tokenize", size) { tokens = articles.reduce(0) { $0 + TokenizedText($1).tokens.count } }
        show(articles.map { "\(TokenizedText($0).tokens)" })
        if through == "tokenize" { return }
        var companies = 0
        measure("extract", size) { companies = articles.reduce(0) { $0 + extractor.extract($1).companies.count } }
        show(articles.map { "\(extractor.extract($0))" })
        print("\(articles.count) articles, \(tokens) tokens, \(companies) companies")
    }

    private func show(_ values: @autoclosure () -> [String]) {
        guard digest else { return }
        print("  digest \(String(FeatureHash.of(values().joined().utf8), radix: 16))")
    }

    private func measure(_ stage: String, _ size: Double, _ body: () throws -> Void) rethrows {
        let start = clock()
        try body()
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        print("\(stage): \(Row.digits(size / 1e6 / seconds)) MB/s")
    }
}
