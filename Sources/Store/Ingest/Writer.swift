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

    /// What an article says, with the names that were learnt of it.
    private struct Learnt {
        var article: Int64
        var entry: Entry
        var keys: [Int64]
        var draft: Draft?
    }

    /// - Parameter isInheriting: whether what people said of an earlier reading of a source holds for a later one.
    func file(_ entries: [Entry], isInheriting: Bool = true) throws -> [ArticleWriter.Filed] {
        try log.refresh()
        companies.identities.forget()
        defer { fresh = [:] }
        return try words.clearedOnFailure {
            var leftovers = Eraser.Leftovers()
            // In the order of the entries; of one that comes twice what is said last counts.
            var order: [Int64] = []
            let filed = try entries.map { entry in
                let filed = try articles.file(entry, isInheriting: isInheriting)
                guard let reading = try reading(entry, filed, &leftovers) else { return filed }
                let article = filed.outcome.article
                if fresh.updateValue(reading, forKey: article) == nil { order.append(article) }
                return filed
            }
            // The names of all come before the facts of any: a name that a later article of the batch explains would
            // else be filed twice.
            var new: [Learnt] = []
            for article in order { if let entry = fresh[article] { new.append(try learn(entry, article: article)) } }
            let stale = try companies.identities.settle(isProvisional: true)
            var touched: Set<Int64> = []
            for learnt in new {
                touched.formUnion(try fileFacts(of: learnt, former: leftovers.former[learnt.article]))
            }
            try Eraser(database: database, log: log).sweep(&leftovers, settling: agreements)
            try succeed(filed, &touched)
            // In the order of their ids, so that the file's bytes do not depend on a hash seed.
            for agreement in touched.sorted() { try agreements.settle(agreement) }
            reconsider(leftovers)
            try settle(besides: stale)
            watch.done(.write)
            return filed
        }
    }

    /// What is to be filed of an entry: nil where that is there already. Of one that is called or dated otherwise from
    /// now on, what was there is taken out.
    private func reading(
        _ entry: Entry, _ filed: ArticleWriter.Filed, _ leftovers: inout Eraser.Leftovers
    ) throws -> Entry? {
        guard filed.isRevised else { return filed.isNew ? entry.reading(filed.heading) : nil }
        let article = filed.outcome.article
        let isTold = entry.canTell(of: filed.heading.published)
        let source = isTold ? entry : try fresh[article] ?? readings.entry(article) ?? entry
        let reading = source.reading(filed.heading)
        leftovers.formUnion(try Eraser(database: database, log: log).eraseFacts(of: article))
        try articles.revise(article, as: reading)
        return reading
    }

    /// Looks at what articles left that others have taken the place of.
    /// - Parameter touched: gathers the agreements whose sources changed.
    private func succeed(_ filed: [ArticleWriter.Filed], _ touched: inout Set<Int64>) throws {
        for filed in filed {
            if let replaced = filed.replaced { touched.formUnion(try agreements.agreements(reportedBy: replaced)) }
            guard filed.isShownAgain else { continue }
            touched.formUnion(try agreements.agreements(reportedBy: filed.outcome.article))
        }
        try deriveReadings(of: filed.filter(\.isShownAgain).map(\.outcome.article))
    }

    /// Brings what was filed before in line with what is known now: an article in which a name now stands for another
    /// company is filed again, and reports of one deal meet.
    func settle() throws {
        companies.identities.forget()
        try settle(besides: [])
    }

    /// Of what `settle` does, that reports of one deal meet.
    func settleDeals() throws {
        try words.clearedOnFailure {
            try deals.settle()
            try words.flush()
        }
    }

    /// - Parameter stale: articles that are to be filed again anyway.
    private func settle(besides stale: Set<Int64>) throws {
        try words.clearedOnFailure {
            var known = stale
            // A second round finds what the first one brought about, and a third nothing; more would be a fault.
            for _ in 0..<16 {
                let stale = try companies.staleArticles(besides: known)
                if stale.isEmpty { break }
                known = []
                var reassignment = Reassignment(database: database, writer: self)
                try reassignment.reassign(stale.sorted())
            }
            try deals.settle()
            try agreements.roles.settle()
            defer { waiting = [] }
            _ = try Eraser(database: database, log: log).rename(waiting)
            try words.flush()
        }
    }

    /// What an article may no longer say is to be decided again by `settle`.
    func reconsider(_ leftovers: Eraser.Leftovers) {
        companies.identities.reread(leftovers.companies)
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

    /// Files what was read out of an article that is there already, put right as people said.
    /// - Parameters:
    ///   - former: what the article had, so that the same gets the same ids.
    /// - Returns: the agreements that other articles report too; they are to be settled again.
    func fileFacts(
        of reading: Entry, article: Int64, former: FormerFacts? = nil
    ) throws -> [Int64] {
        companies.identities.forget()
        return try words.clearedOnFailure {
            let touched = try fileFacts(of: try learn(reading, article: article), former: former)
            try words.flush()
            return touched
        }
    }

    /// Keeps what was read out of an article and learns its names.
    private func learn(_ reading: Entry, article: Int64) throws -> Learnt {
        try readings.keep(reading, article: article)
        let draft = try log.draft(of: reading, article: article)
        let entry = draft.map { reading.saying($0.extraction) } ?? reading
        return Learnt(
            article: article, entry: entry, keys: try companies.identities.learn(entry, article: article).map(\.id),
            draft: draft)
    }

    /// Leaves the words of the full-text indexes waiting.
    private func fileFacts(of learnt: Learnt, former: FormerFacts? = nil) throws -> [Int64] {
        let (entry, article, draft) = (learnt.entry, learnt.article, learnt.draft)
        let companyIDs = try companies.file(entry, article: article, learnt: learnt.keys)
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
