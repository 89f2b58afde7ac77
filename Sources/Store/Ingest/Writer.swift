internal import Model
internal import SQLite

/// Files entries, one after the other, with statements that are prepared once.
///
/// All of it runs inside the caller's transaction: ids are looked up and given there, so that two
/// processes can file at once.
final class Writer {
    private let database: Database
    private let articles: ArticleWriter
    let companies: CompanyWriter
    let sentences: SentenceWriter
    let agreements: AgreementWriter
    let deals: DealSettler
    let clauses: ClauseWriter
    let words: WordQueue
    let readings: Readings
    let log: CorrectionLog
    let watch = IngestWatch()
    /// The articles of the batch that is being filed: to read a long one again takes as much memory once more.
    private(set) var fresh: [Int64: Entry] = [:]
    /// Companies without a name that were parties to an agreement.
    private var waiting: [Int64] = []

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        articles = try ArticleWriter(database)
        log = CorrectionLog(database)
        companies = try CompanyWriter(database, log)
        words = try WordQueue(database, watch)
        sentences = try SentenceWriter(database, words)
        agreements = try AgreementWriter(database)
        deals = try DealSettler(database, agreements, words)
        readings = try Readings(database)
        clauses = try ClauseWriter(database, words)
    }

    func file(_ entries: [Entry]) throws -> [Outcome] {
        try log.refresh()
        defer { fresh = [:] }
        return try words.clearedOnFailure {
            var touched: Set<Int64> = []
            var shownAgain: [Int64] = []
            let outcomes = try entries.map { try file($0, touched: &touched, &shownAgain) }
            try deriveReadings(of: shownAgain)
            // In the order of their ids, so that the file's bytes do not depend on a hash seed.
            for agreement in touched.sorted() { try agreements.settle(agreement) }
            try settle()
            watch.done(.write)
            return outcomes
        }
    }

    /// Brings what was filed before in line with what is known now: an article in which a name now stands for another
    /// company is filed again, and reports of one deal meet.
    func settle() throws {
        try words.clearedOnFailure {
            // A second round finds what the first one brought about, and a third nothing; more would be a fault.
            for _ in 0..<16 {
                let stale = try companies.staleArticles()
                if stale.isEmpty { break }
                var reassignment = Reassignment(database: database, writer: self)
                try reassignment.reassign(stale.sorted())
            }
            try deals.settle()
            defer { waiting = [] }
            _ = try Eraser(database: database, log: log).rename(waiting)
            try words.flush()
        }
    }

    /// What an article may no longer say is to be decided again by `settle`.
    func reconsider(_ leftovers: Eraser.Leftovers) {
        companies.identities.reconsider(leftovers.keys)
        deals.reconsider(after: leftovers)
        waiting += leftovers.waiting
    }

    /// What was put right in one reading of a source holds in the later ones: where their order changed, it is to be
    /// applied anew.
    func deriveReadings(of articles: [Int64]) throws {
        guard !articles.isEmpty, !log.corrections.isEmpty else { return }
        let scope = Scope(database: database)
        let readings = Set(try articles.flatMap { try scope.readings(of: $0) })
        try Derivation(database: database, writer: self).derive(readings.sorted())
    }

    /// - Parameters:
    ///   - touched: gathers the agreements whose sources changed.
    ///   - shownAgain: gathers the articles that a source showed before, and shows again.
    private func file(
        _ entry: Entry, touched: inout Set<Int64>, _ shownAgain: inout [Int64]
    ) throws -> Outcome {
        let filed = try articles.file(entry)
        if let replaced = filed.replaced { touched.formUnion(try agreements.agreements(reportedBy: replaced)) }
        guard filed.isNew else {
            if filed.outcome.change == .updated {
                touched.formUnion(try agreements.agreements(reportedBy: filed.outcome.article))
                shownAgain.append(filed.outcome.article)
            }
            return filed.outcome
        }
        let reading = entry.extracted()
        fresh[filed.outcome.article] = reading
        touched.formUnion(try fileRows(of: reading, article: filed.outcome.article, former: nil))
        return filed.outcome
    }

    /// Files what was read out of an article that is there already, put right as people said.
    /// - Parameters:
    ///   - former: what the article had, so that the same gets the same ids.
    /// - Returns: the agreements that other articles report too; they are to be settled again.
    func fileFacts(
        of reading: Entry, article: Int64, former: FormerFacts? = nil
    ) throws -> [Int64] {
        try words.clearedOnFailure {
            let touched = try fileRows(of: reading, article: article, former: former)
            try words.flush()
            return touched
        }
    }

    /// Leaves the words of the full-text indexes waiting.
    private func fileRows(of reading: Entry, article: Int64, former: FormerFacts?) throws -> [Int64] {
        try readings.keep(reading, article: article)
        let draft = try log.draft(of: reading, article: article)
        let entry = draft.map { reading.saying($0.extraction) } ?? reading
        let companyIDs = try companies.file(entry, article: article)
        let sentenceIDs = try sentences.file(entry, article: article, companies: companyIDs)
        let reported = try agreements.file(
            entry, article: article, companies: companyIDs, corrected: draft?.reports ?? [],
            former: former?.agreements ?? [])
        deals.reconsider(reported.pairs, grouped: reported.grouped)
        try clauses.file(
            entry, article: article, companies: companyIDs, sentences: sentenceIDs, agreements: reported.agreements,
            known: draft?.clauseIDs ?? [], former: former?.clauses ?? [])
        return reported.touched
    }
}
