internal import ArgumentParser
internal import Foundation

/// `kb-bench run`: measures and prints the table.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measure kb beside the floor and the peers that are installed.")

    @Option(help: "The kb to measure.")
    var kb = ".build/release/kb"

    @Option(help: "The floor to measure it by.")
    var floor = ".build/release/kb-floor"

    @Option(help: "Where corpora and databases are kept; may be deleted at any time.")
    var scratch = ".build/bench"

    @Option(help: "A folder of .txt files to ingest instead of made-up articles.")
    var corpus: String?

    @Option(help: "Rounds of each ingest.")
    var runs = 5

    @Flag(help: "One round, and nothing ten times as large.")
    var quick = false

    @Flag(help: "Strange texts alone: twice the length may not cost more than twice the time.")
    var strange = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let sqlite = Child.path(of: "sqlite3") else { throw ValidationError("sqlite3 is not installed") }
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        let setting = Setting(
            kb: kb, floor: floor, sqlite: sqlite, scratch: scratch, runs: quick ? 1 : runs, shortRuns: quick ? 10 : 60)
        if strange {
            let rows = try StrangeTextMeasure(setting: setting).rows()
            return print(json ? try ResultTable.json(rows) : ResultTable.text(rows))
        }
        var rows = try start(setting)
        let small = try ingest(setting, named: "1x", rounds: setting.runs, articles: 19_000)
        rows += try small.rows("ingest")
        rows += try queries(small, label: "1×", isLarge: false)
        rows += try Peers(setting: setting, measure: small).rows()
        if corpus == nil {
            let news = try ingest(
                setting, named: "news", rounds: setting.runs, articles: 19_000, ["--deals", String(Self.dealsInNews)])
            rows += try news.rows("ingest of news")
            rows += try LongTextMeasure(setting: setting).rows()
            rows += try StrangeTextMeasure(setting: setting).rows()
            if !quick {
                let large = try ingest(setting, named: "10x", rounds: max(1, runs / 3), articles: 190_000)
                rows += large.rows(scaledFrom: small, factor: "10×")
                rows += try queries(large, label: "10×", isLarge: true)
            }
        }
        print(json ? try ResultTable.json(rows) : ResultTable.text(rows))
    }

    private func start(_ setting: Setting) throws -> [Row] {
        try CommandMeasure(
            what: "start-up (--version)", command: [setting.kb, "--version"], peer: "sqlite3",
            peerCommand: [setting.sqlite, "--version"], goal: .ratioAtMost(3)
        ).rows(rounds: setting.shortRuns)
    }

    /// Of a hundred articles of a news wire, how many tell of deals.
    private static let dealsInNews = 20

    private func ingest(
        _ setting: Setting, named name: String, rounds: Int, articles: Int, _ options: [String] = []
    ) throws -> IngestMeasure {
        let folder = corpus
        let corpus =
            try folder.map { try Corpus(folder: $0, list: setting.path("corpus.list")) }
            ?? setting.madeCorpus(name, ["--articles", String(articles)] + options)
        var measure = IngestMeasure(setting, corpus, name: folder == nil ? name : "corpus")
        try measure.run(rounds: rounds)
        return measure
    }

    private func queries(_ ingest: IngestMeasure, label: String, isLarge: Bool) throws -> [Row] {
        try QueryMeasure(
            setting: ingest.setting, database: ingest.database, floorDatabase: ingest.floorDatabase, label: label,
            isLarge: isLarge
        ).rows()
    }
}
