/// `kb ingest` of a folder beside the floor, run in turns, each time into a new database.
struct IngestMeasure {
    let setting: Setting
    let corpus: Corpus
    /// The databases that the last round leaves behind.
    let database: String
    let floorDatabase: String

    private(set) var kb = Usage()
    /// `kb ingest` of the same folder once more.
    private(set) var again = Usage()
    private(set) var articleFloor = Usage()
    private(set) var sentenceFloor = Usage()

    /// What the rounds took.
    struct Usage {
        var wall = Series()
        var processor = Series()
        var memory = Series()

        mutating func add(_ child: Child) {
            wall.add(child.wall)
            processor.add(child.processor)
            memory.add(child.peakMemory / 1e6)
        }
    }

    init(_ setting: Setting, _ corpus: Corpus, name: String) {
        self.setting = setting
        self.corpus = corpus
        database = setting.path("\(name).kb.db")
        floorDatabase = setting.path("\(name).floor.db")
    }

    mutating func run(rounds: Int) throws {
        for round in 1...rounds {
            Setting.progress("ingest of \(corpus.folder), round \(round) of \(rounds)")
            sentenceFloor.add(try floor("sentence"))
            articleFloor.add(try floor("article"))
            setting.removeDatabase(database)
            kb.add(try Child.run([setting.kb, "ingest", "--db", database, corpus.folder]))
            again.add(try Child.run([setting.kb, "ingest", "--db", database, corpus.folder]))
        }
    }

    private func floor(_ unit: String) throws -> Child {
        setting.removeDatabase(floorDatabase)
        return try Child.run([setting.floor, floorDatabase, corpus.list, unit])
    }

    /// - Parameter what: what each row is about.
    func rows(_ what: String) throws -> [Row] {
        let text = Series([corpus.size / 1e6])
        let file = Series([try Corpus.size(of: database) / 1e6])
        return [
            Row(
                "\(what), wall", unit: "s", kb: kb.wall, peer: "floor", other: articleFloor.wall,
                goal: .ratioAtMost(1.8)),
            Row("\(what), wall", unit: "s", kb: kb.wall, peer: "floor by sentence", other: sentenceFloor.wall),
            Row(
                "\(what), CPU", unit: "s", kb: kb.processor, peer: "floor", other: articleFloor.processor,
                goal: .ratioAtMost(3)),
            Row("\(what), CPU", unit: "s", kb: kb.processor, peer: "floor by sentence", other: sentenceFloor.processor),
            Row(
                "\(what) again, nothing changed, CPU", unit: "s", kb: again.processor, peer: "floor",
                other: articleFloor.processor),
            Row(
                "\(what), peak memory", unit: "MB", kb: kb.memory, peer: "floor", other: articleFloor.memory,
                goal: .atMost(100)),
            Row("\(what), file", unit: "MB", kb: file, peer: "text", other: text, goal: .ratioAtMost(2.5)),
        ]
    }

    /// This measure of a larger corpus beside that of a smaller one.
    func rows(scaledFrom small: IngestMeasure, factor: String) -> [Row] {
        let rate = Series([corpus.size / 1e6 / kb.wall.median])
        let before = Series([small.corpus.size / 1e6 / small.kb.wall.median])
        return [
            Row(
                "ingest \(factor), rate", unit: "MB/s", kb: rate, peer: "kb at 1×", other: before,
                goal: .ratioAtLeast(0.8)),
            Row("ingest \(factor), wall", unit: "s", kb: kb.wall, peer: "floor", other: articleFloor.wall),
            Row("ingest \(factor), peak memory", unit: "MB", kb: kb.memory, goal: .atMost(100)),
        ]
    }
}
