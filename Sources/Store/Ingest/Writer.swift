internal import Model
internal import SQLite

/// Files entries, one after the other, with statements that are prepared once.
///
/// All of it runs inside the caller's transaction: ids are looked up and given there, so that two
/// processes can file at once.
final class Writer {
    private let articles: ArticleWriter
    private let companies: CompanyWriter
    private let sentences: SentenceWriter
    let agreements: AgreementWriter
    private let clauses: ClauseWriter
    let readings: Readings
    let log: CorrectionLog
    let watch = IngestWatch()

    init(_ database: Database) throws(SQLiteError) {
        articles = try ArticleWriter(database)
        companies = try CompanyWriter(database)
        sentences = try SentenceWriter(database, watch)
        agreements = try AgreementWriter(database)
        readings = try Readings(database)
        log = CorrectionLog(database)
        clauses = try ClauseWriter(database, watch)
    }

    func file(_ entries: [Entry]) throws -> [Outcome] {
        try log.refresh()
        var touched: Set<Int64> = []
        let outcomes = try entries.map { try file($0, touched: &touched) }
        // In the order of their ids, so that the file's bytes do not depend on a hash seed.
        for agreement in touched.sorted() { try agreements.settle(agreement) }
        watch.done(.write)
        return outcomes
    }

    /// - Parameter touched: gathers the agreements whose sources changed.
    private func file(_ entry: Entry, touched: inout Set<Int64>) throws -> Outcome {
        let filed = try articles.file(entry)
        if let replaced = filed.replaced { touched.formUnion(try agreements.agreements(reportedBy: replaced)) }
        guard filed.isNew else {
            if filed.outcome.change == .updated {
                touched.formUnion(try agreements.agreements(reportedBy: filed.outcome.article))
            }
            return filed.outcome
        }
        touched.formUnion(try fileFacts(of: entry.extracted(), article: filed.outcome.article))
        return filed.outcome
    }

    /// Files what was read out of an article that is there already, put right as people said.
    /// - Parameters:
    ///   - former: what the article had, so that the same gets the same ids.
    /// - Returns: the agreements that other articles report too; they are to be settled again.
    func fileFacts(
        of reading: Entry, article: Int64, former: FormerFacts? = nil
    ) throws -> [Int64] {
        try readings.keep(reading, article: article)
        let draft = log.corrections.draft(of: reading)
        let entry = draft.map { reading.saying($0.extraction) } ?? reading
        let companyIDs = try companies.file(entry, article: article)
        let sentenceIDs = try sentences.file(entry, article: article, companies: companyIDs)
        let reported = try agreements.file(
            entry, article: article, companies: companyIDs, corrected: draft?.reports ?? [],
            former: former?.agreements ?? [])
        try clauses.file(
            entry, article: article, companies: companyIDs, sentences: sentenceIDs, agreements: reported.agreements,
            known: draft?.clauseIDs ?? [], former: former?.clauses ?? [])
        return reported.touched
    }
}
