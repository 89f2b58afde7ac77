/// One long text beside as much in short articles, and one twice as long.
struct LongTextMeasure {
    let setting: Setting

    /// How many times its size a long text may take.
    private static let memory = 12.0

    func rows() throws -> [Row] {
        let short = try setting.madeCorpus("short", ["--articles", "5300"])
        let long = try setting.madeCorpus("long", ["--articles", "5300", "--long-files", "1"])
        let doubled = try setting.madeCorpus("doubled", ["--articles", "10600", "--long-files", "1"])
        var times: [[Child]] = []
        for round in 1...setting.runs {
            Setting.progress("long text, round \(round) of \(setting.runs)")
            times.append(try [short, long, doubled].map(ingest))
        }
        func perMegabyte(_ corpus: Corpus, _ index: Int, _ value: (Child) -> Double) -> Series {
            Series(times.map { value($0[index]) * 1000 / (corpus.size / 1e6) })
        }
        return [
            Row(
                "long text of 5 MB, CPU a MB", unit: "ms", kb: perMegabyte(long, 1, \.processor),
                peer: "kb, short articles",
                other: perMegabyte(short, 0, \.processor), goal: .ratioAtMost(1)),
            Row(
                "long text of 5 MB, wall a MB", unit: "ms", kb: perMegabyte(long, 1, \.wall),
                peer: "kb, short articles",
                other: perMegabyte(short, 0, \.wall)),
            Row(
                "long text of 10 MB, wall", unit: "s", kb: Series(times.map { $0[2].wall }), peer: "kb, 5 MB",
                other: Series(times.map { $0[1].wall }), goal: .ratioAtMost(2.2)),
            Row("long text of 10 MB, peak memory", unit: "MB", kb: Series(times.map { $0[2].peakMemory / 1e6 })),
            Row(
                "peak memory for each further MB of it", unit: "MB",
                kb: Series(times.map { ($0[2].peakMemory - $0[1].peakMemory) / (doubled.size - long.size) }),
                goal: .atMost(Self.memory)),
        ]
    }

    private func ingest(_ corpus: Corpus) throws -> Child {
        let database = setting.path("long.db")
        setting.removeDatabase(database)
        return try Child.run([setting.kb, "ingest", "--db", database, corpus.folder])
    }
}
