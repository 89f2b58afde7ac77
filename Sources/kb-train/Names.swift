import ArgumentParser
import Extraction
import Foundation
import Learning
import Model

/// Trains what finds companies.
struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Train the models that find companies.")

    @Option(help: "A folder with annotated articles; may be given several times.")
    var training = ["data/training"]

    @Option(help: "The folder that the models are written to.")
    var models = "data/models"

    @Option(help: "Parts for cross-validation.")
    var folds = 5

    @Option(
        help:
            "Also write, for each article, the companies found by models that had not seen it: NAME.json in this folder."
    )
    var outOfFold: String?

    func run() throws {
        let articles = try training.flatMap { try AnnotatedArticle.all(in: $0) }
        var trainer = try NameTrainer(articles, namesakes: training.flatMap { try AnnotatedArticle.namesakes(in: $0) })
        trainer.folds = folds
        let result = trainer.train { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        for (file, bytes) in result.models.sorted(by: { $0.key < $1.key }) {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(models)/\(file)"))
            print("\(file): \(bytes.count) bytes")
        }
        if let outOfFold { try write(result.outOfFold, of: articles, to: outOfFold) }
    }

    private func write(_ companies: [[Extraction.Company]], of articles: [AnnotatedArticle], to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (article, found) in zip(articles, companies) {
            let rows = found.map { company in
                FoundCompany(
                    name: company.name, aliases: company.aliases, products: company.products,
                    confidence: company.confidence, mentions: company.mentions.map { [$0.start, $0.end] })
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            try encoder.encode(["companies": rows]).write(to: URL(fileURLWithPath: "\(folder)/\(article.name).json"))
        }
    }
}

/// A company as it is written for the scorer; mentions are byte ranges.
private struct FoundCompany: Encodable {
    var name: String
    var aliases: [String]
    var products: [String]
    var confidence: Double
    var mentions: [[Int]]
}
