internal import Model
internal import SQLite

/// Files articles anew in which a name now stands for another company: what says so of the old company goes to the
/// new one, and all else stays. Taking all facts of the articles out and in again took six times as long.
///
/// All of it runs inside the caller's transaction.
struct Reassignment {
    private let database: Database
    private let writer: Writer
    /// Names that companies were given by articles which now give them to others.
    private var lost: [Int64: [(kind: String, name: String)]] = [:]
    private var leftovers = Eraser.Leftovers()
    /// Agreements that other articles report too.
    private var touched: Set<Int64> = []

    init(database: Database, writer: Writer) {
        self.database = database
        self.writer = writer
    }

    /// - Parameter articles: in which a name may stand for another company.
    mutating func reassign(_ articles: [Int64]) throws {
        var corrected: [Int64] = []
        for article in articles where try !reassign(article) { corrected.append(article) }
        let eraser = Eraser(database: database, log: writer.log)
        for (company, names) in lost.sorted(by: { $0.key < $1.key }) {
            try eraser.erase(names: names, of: company)
        }
        try eraser.sweep(&leftovers, settling: writer.agreements)
        for agreement in touched.sorted() { try writer.agreements.settle(agreement) }
        writer.reconsider(leftovers)
        guard !corrected.isEmpty else { return }
        // What is taken out of the indexes must be in them.
        try writer.words.flush()
        try Derivation(database: database, writer: writer).derive(corrected)
    }

    /// - Returns: false where people put the article right: then its companies are not simply those of its reading.
    private mutating func reassign(_ article: Int64) throws -> Bool {
        let former = try database.values(
            "SELECT company_id FROM company_article WHERE article_id = ?1 ORDER BY position", [article], as: Int64.self)
        guard let entry = try writer.fresh[article] ?? writer.readings.entry(article, isFiled: true),
            entry.extraction.companies.count == former.count, try writer.log.draft(of: entry, article: article) == nil
        else { return false }
        let companies = try self.companies(of: article, entry.extraction)
        let moved = Set(former.indices.filter { former[$0] != companies[$0] })
        guard !moved.isEmpty else { return true }
        for position in moved.sorted() {
            try database.run(
                "UPDATE company_article SET company_id = ?3 WHERE article_id = ?1 AND position = ?2", article, position,
                companies[position])
            try rename(entry.extraction.companies[position], article, from: former[position], to: companies[position])
        }
        try writer.sentences.refile(entry, article: article, former: former, companies: companies)
        try ClauseTags(database: database, words: writer.words).willChange(ofArticle: article)
        if entry.extraction.agreements.contains(where: { !moved.isDisjoint(with: $0.parties) }) {
            try refileAgreements(entry, article, companies)
        }
        try refileClauses(entry, article, companies, moved)
        writer.agreements.roles.reconsider(try writer.agreements.agreements(reportedBy: article))
        return true
    }

    /// The companies that the article's names stand for now.
    private func companies(of article: Int64, _ extraction: Extraction) throws(SQLiteError) -> [Int64] {
        let ids = try database.values(
            "SELECT key_id FROM company_article WHERE article_id = ?1 ORDER BY position", [article], as: Int64.self)
        var keys: [NameKey] = []
        for id in ids { if let key = try writer.companies.identities.keys.key(id) { keys.append(key) } }
        var companies: [Int64] = []
        for (key, company) in zip(keys, extraction.companies) {
            companies.append(try writer.companies.company(for: key, called: company.name, in: keys))
        }
        return companies
    }

    private mutating func rename(
        _ company: Extraction.Company, _ article: Int64, from old: Int64, to new: Int64
    ) throws(SQLiteError) {
        lost[old, default: []] += try database.rows(
            "SELECT kind, name FROM company_name WHERE company_id = ?1 AND article_id = ?2", [old, article],
            as: String.self, String.self)
        for name in Layout.names(of: company) { try writer.companies.add(name, to: new, article) }
        leftovers.companies.append(old)
    }

    private mutating func refileAgreements(_ entry: Entry, _ article: Int64, _ companies: [Int64]) throws {
        let reports = try database.rows(
            "SELECT agreement_id, position FROM agreement_article WHERE article_id = ?1 ORDER BY position", [article],
            as: Int64.self, Int.self)
        let former = reports.map { $0.0 }
        let positions = Dictionary(reports.map { ($0.0, $0.1) }) { first, _ in first }
        let clauses = try database.rows(
            "SELECT id, agreement_id FROM clause WHERE article_id = ?1 AND agreement_id IS NOT NULL", [article],
            as: Int64.self, Int64.self)
        leftovers.agreements += former
        let (pairs, thinned) = try Eraser(database: database, log: writer.log).eraseReports(of: article)
        leftovers.pairs += pairs
        leftovers.thinned += thinned
        let reported = try writer.agreements.file(entry, article: article, companies: companies, former: former)
        touched.formUnion(reported.touched)
        leftovers.pairs += reported.pairs
        for (clause, old) in clauses {
            guard let position = positions[old], reported.agreements[position] != old else { continue }
            try database.run(
                "UPDATE clause SET agreement_id = ?2 WHERE id = ?1", clause, reported.agreements[position])
        }
    }

    private func refileClauses(
        _ entry: Entry, _ article: Int64, _ companies: [Int64], _ moved: Set<Int>
    ) throws {
        let clauses = entry.extraction.clauses
        func isMoved(_ clause: Extraction.Clause) -> Bool {
            !moved.isDisjoint(with: clause.obligors) || !moved.isDisjoint(with: clause.beneficiaries)
        }
        guard clauses.contains(where: isMoved) else { return }
        let ids = try FormerClause.ids(
            for: entry, known: [], try FormerClause.all(of: article, database)
        ) { _ in true }
        for (number, place) in entry.layout.clauses.enumerated() where isMoved(clauses[place.index]) {
            guard let id = ids[number] else { continue }
            try database.run("DELETE FROM clause_side WHERE clause_id = ?1", id)
            try writer.clauses.addParties(of: clauses[place.index], to: id, companies)
        }
    }
}
