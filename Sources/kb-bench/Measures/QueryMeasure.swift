/// `kb query` beside the `sqlite3` shell answering the plain full-text query on the floor's database.
struct QueryMeasure {
    let setting: Setting
    let database: String
    let floorDatabase: String
    /// Follows each name: the size of the corpus.
    let label: String
    let isLarge: Bool

    func rows() throws -> [Row] {
        let phrase = #""exclusive rights""#, common = "company OR agreement"
        let filters = ["--company", try commonCompany(), "--type", "supply", "--since", "1995-01-01"]
        return try measure("phrase", phrase, [], goal: isLarge ? nil : 2)
            + measure("common words", common, [], goal: isLarge ? 0.6 : 1.5)
            + measure("filter join", common, filters, goal: 1.5)
            + measure("word and company", "supply", Array(filters.prefix(2)), goal: 1.5)
    }

    private func measure(_ what: String, _ words: String, _ filters: [String], goal: Double?) throws -> [Row] {
        Setting.progress("query \(label), \(what)")
        let kbWords = words.split(separator: " OR ").joined(separator: " OR ")
        let sql = "SELECT rowid, title FROM text_fts WHERE text_fts MATCH '\(words)' ORDER BY bm25(text_fts) LIMIT 10"
        let measure = CommandMeasure(
            what: "query \(label), \(what)",
            command: [setting.kb, "query", "--db", database, kbWords, "--limit", "10"] + filters, peer: "sqlite3",
            peerCommand: [setting.sqlite, floorDatabase, sql], goal: goal.map { .ratioAtMost($0) })
        return try measure.rows(rounds: setting.shortRuns)
    }

    /// The company that is named most often.
    private func commonCompany() throws -> String {
        try Child.output(
            of: [
                setting.sqlite, database,
                "SELECT name FROM company WHERE id = (SELECT company_id FROM mention GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)",
            ], scratch: setting.scratch)
    }
}
