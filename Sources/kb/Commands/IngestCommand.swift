import ArgumentParser
import Extraction
import Glibc
import Model
import Store

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read articles into the knowledge base.",
        discussion: """
            Folders are searched for .txt and .md files. One line a file says what became of it: added, \
            unchanged, updated, or failed and why; it is printed once the file is safely stored.

            What --title and --date say of a text holds until another title or date is said of it, also of a text that \
            is stored already, and in later versions of its file for as long as they say themselves what this one \
            does. An empty title or date lets that of the text hold again.

            EXAMPLES
              kb ingest articles/
              kb ingest --date 2026-02-27 statement.txt
              curl -s https://example.com/a | kb ingest - --source example.com/a
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
    var paths: [String]

    @Option(help: "Where the text came from, for - or a single file.")
    var source: String?

    @Option(help: "The title of a single input, over what its text says.")
    var title: String?

    @Option(help: "The date of publication (2026-02-27, 2026-02 or 2026), over what the text says.")
    var date: String?

    @Option(help: "lines, or jsonl: one JSON object a file.")
    var format: IngestReport.Format = .lines

    @Option(help: ArgumentHelp("How many threads read and extract (default: one a processor).", valueName: "count"))
    var jobs: Int?

    @Flag(help: .hidden)
    var timings = false

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read only once") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be between 1 and 256") }
        if let date, !date.isEmpty, !CalendarDate.isISO(date) {
            throw ValidationError("--date '\(date)' is no date such as 2026-02-27, 2026-02 or 2026")
        }
    }

    private static func oneLine(_ title: String) -> String {
        title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func run() throws {
        var finder = InputFinder()
        for path in paths { finder.add(path) }
        if finder.inputs.count > 1, title != nil || source != nil {
            throw Failure(.usage, "--title and --source need a single input, and there are \(finder.inputs.count)")
        }
        Interrupt.listen()
        let report = IngestReport(format: format, total: finder.inputs.count, color: color)
        for folder in finder.emptyFolders { try report.note("\(folder): no .txt or .md files in this folder") }
        let plan = IngestPlan(inputs: finder.inputs, source: source, title: title.map(Self.oneLine), date: date)
        if plan.hasInput {
            let store = try database.open(.create)
            defer { store.close() }
            let times = timings ? Timings() : nil
            do {
                try IngestPipeline(plan: plan, store: store, jobs: jobs ?? Worker.processors, timings: times)
                    .run(committed: report.add)
            } catch let error as StoreError {
                try report.stopped()
                throw error
            }
            for line in times?.lines ?? [] { try report.note(line) }
        } else {
            try report.add(
                plan.inputs.compactMap { input in
                    plan.prepare(input, with: IngestPlan.Tools()).map { .init(prepared: $0, outcome: nil) }
                })
        }
        let status = try report.finish(interrupted: Interrupt.isRequested)
        if status != .done { throw Failure.silent(status) }
    }
}
