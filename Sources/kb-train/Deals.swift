import ArgumentParser
import Learning

/// `kb-train deals`: the models of agreements and roles.
struct Deals: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Train the models of agreements and roles.")

    @Option(help: "A folder with annotated articles; may be given several times.")
    var training = ["data/training"]

    func run() throws {
        try DealTraining(folders: training).crossValidate()
    }
}
