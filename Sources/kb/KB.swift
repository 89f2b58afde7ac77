import ArgumentParser

@main
struct KB: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb", abstract: "A local-first knowledge base of who agreed to what.")
}
