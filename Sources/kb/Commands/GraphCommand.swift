import ArgumentParser
import Model
import Store

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw who is tied to whom, by which kind of agreement.",
        discussion: """
            EXAMPLES
              kb graph Microsoft --format mermaid
              kb graph --format svg > ties.svg
            """)

    @Argument(
        help: ArgumentHelp("Companies whose agreements are drawn (default: all).", valueName: "company"),
        completion: .company)
    var companies: [String] = []

    @Option(help: "dot, mermaid, svg (needs Graphviz), graphml or json.")
    var format: TieGraph.Format = .dot

    @OptionGroup var limit: LimitOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try Store.open(database.path, mode: .read)
        try TieGraph(try agreements(in: store)).write(as: format)
    }

    private func agreements(in store: Store) throws -> [AgreementRecord] {
        guard !companies.isEmpty else { return try store.agreements(limit: limit.limit) }
        var seen: Set<Int64> = []
        return try companies.flatMap { try store.agreements(.init(company: $0), limit: limit.limit) }
            .filter { seen.insert($0.id).inserted }
    }
}
