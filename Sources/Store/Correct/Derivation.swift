internal import Model
internal import SQLite

/// Derives what is known of some articles again: from what was read out of them and from the corrections in
/// force.
///
/// All of it runs inside the caller's transaction.
struct Derivation {
    let database: Database
    let writer: Writer

    /// The corrections that find in these articles what they are about, and those that hold though it is not there.
    func found(in articles: [Int64]) throws -> (applied: Set<Int64>, held: Set<Int64>) {
        try writer.log.refresh()
        return try articles.reduce(into: ([], [])) { found, article in
            guard let entry = try writer.readings.entry(article),
                let draft = try writer.log.draft(of: entry, article: article)
            else { return }
            found.applied.formUnion(draft.applied)
            found.held.formUnion(draft.held)
        }
    }

    /// - Parameter moulding: what is done to rows of companies and agreements while the facts are out.
    func derive(_ articles: [Int64], moulding: Moulding? = nil) throws {
        try writer.log.refresh()
        let eraser = Eraser(database: database, log: writer.log)
        var readings: [(article: Int64, entry: Entry)] = []
        var leftovers = Eraser.Leftovers()
        for article in articles.sorted() {
            guard let entry = try writer.readings.entry(article) else {
                throw StoreError.unread(article: try source(of: article))
            }
            readings.append((article, entry))
            leftovers.formUnion(try eraser.eraseFacts(of: article))
        }
        if let moulding {
            try moulding.apply()
            moulding.restore(&leftovers)
        }
        var touched: Set<Int64> = []
        for (article, entry) in readings {
            touched.formUnion(
                try writer.fileFacts(of: entry, article: article, former: leftovers.former[article]))
        }
        try eraser.sweep(&leftovers, settling: writer.agreements)
        for agreement in touched.sorted() { try writer.agreements.settle(agreement) }
        writer.reconsider(leftovers)
    }

    private func source(of article: Int64) throws(SQLiteError) -> String {
        try database.value("SELECT source FROM article WHERE id = ?1", [article], as: String.self) ?? "\(article)"
    }
}
