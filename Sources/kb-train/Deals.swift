import ArgumentParser
import Foundation
import Learning

/// Learns agreements, the status of clauses and their roles.
struct Deals: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Train the models of agreements and roles.")

    @Option(help: "A folder with annotated articles; may be given several times.")
    var training = ["data/training"]

    @Option(help: "Where to write the models.")
    var models: String?

    @Option(help: "A folder with annotated articles to score on; may be given several times.")
    var score: [String] = []

    @Option(
        help:
            "Learn also from companies found by models that had not seen the articles: the folder that names --out-of-fold wrote."
    )
    var names: String?

    @Option(
        help:
            "Learn also from clauses found by models that had not seen the articles: the table that clauses --out-of-fold wrote."
    )
    var clauses: String?

    @Flag(help: "Do not cross-validate.")
    var brief = false

    func run() throws {
        let training = try DealTraining(folders: training, names: names, clauses: clauses)
        if !brief { training.crossValidate() }
        if models != nil || !score.isEmpty {
            try training.train(writeTo: models.map { URL(fileURLWithPath: $0) }, scoreOn: score)
        }
    }
}
