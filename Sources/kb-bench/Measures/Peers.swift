/// What people would use today, where it is installed.
struct Peers {
    let setting: Setting
    let measure: IngestMeasure

    func rows() throws -> [Row] { try sqliteUtils() + tantivy() + ripgrep() }

    private func sqliteUtils() throws -> [Row] {
        guard let program = Child.path(of: "sqlite-utils") else { return [Row("ingest", absent: "sqlite-utils")] }
        Setting.progress("sqlite-utils")
        let database = setting.path("sqlite-utils.db")
        setting.removeDatabase(database)
        let insert = try Child.run([
            program, "insert-files", database, "article", measure.corpus.folder, "-c", "path", "-c",
            "content:content_text",
            "--pk", "path", "-s",
        ])
        let index = try Child.run([program, "enable-fts", database, "article", "content", "--tokenize", "porter"])
        return [
            Row(
                "ingest, wall", unit: "s", kb: first(measure.kb.wall), peer: "sqlite-utils",
                other: Series([insert.wall + index.wall]))
        ]
            + (try query(
                "sqlite-utils", [program, "search", database, "article", #""exclusive rights""#, "--limit", "10"]))
    }

    private func tantivy() throws -> [Row] {
        let script = "scripts/bench_tantivy.py"
        guard let python = Child.path(of: "python3"), (try? Child.run([python, "-c", "import tantivy"])) != nil else {
            return [Row("ingest", absent: "tantivy in Python")]
        }
        Setting.progress("tantivy")
        let index = setting.path("tantivy")
        let ingest = try Child.run([python, script, "index", index, measure.corpus.list])
        return [
            Row(
                "ingest, wall", unit: "s", kb: first(measure.kb.wall), peer: "tantivy in Python",
                other: Series([ingest.wall]))
        ] + (try query("tantivy in Python", [python, script, "query", index, #""exclusive rights""#]))
    }

    private func ripgrep() throws -> [Row] {
        guard let program = Child.path(of: "rg") else { return [Row("query", absent: "rg")] }
        Setting.progress("rg")
        return try query("rg", [program, "-il", "exclusive rights", measure.corpus.folder])
    }

    private func query(_ peer: String, _ command: [String]) throws -> [Row] {
        try CommandMeasure(
            what: "query 1×, phrase",
            command: [setting.kb, "query", "--db", measure.database, #""exclusive rights""#, "--limit", "10"],
            peer: peer,
            peerCommand: command
        ).rows(rounds: min(5, setting.shortRuns))
    }

    private func first(_ series: Series) -> Series { Series([series.median]) }
}
