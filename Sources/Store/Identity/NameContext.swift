internal import SQLite

/// Decides for one article which of several companies a shared short name stands for: the one with which other
/// articles name the other companies of this one.
final class NameContext {
    private let identities: Identities
    private let places: Statement

    init(_ identities: Identities) throws(SQLiteError) {
        self.identities = identities
        places = try Statement(
            identities.database, "SELECT key_id, company_id FROM company_article WHERE article_id = ?1")
    }

    /// What a shared name can stand for.
    private struct Choice {
        /// The companies that there are, in the order of their names.
        var companies: [Int64] = []
        /// How many names it is short for.
        var ends: Int
    }

    private func choice(for key: NameKey) throws(SQLiteError) -> Choice? {
        guard case .several(let ends) = try identities.roots.root(of: key) else { return nil }
        var choice = Choice(ends: ends.count)
        for end in ends {
            guard let root = try identities.keys.key(end), let company = try identities.keys.company(of: root) else {
                continue
            }
            choice.companies.append(company)
        }
        return choice
    }

    /// - Parameters:
    ///   - key: a name that several companies share.
    ///   - keys: those of all companies of the article.
    /// - Returns: nil where the article does not tell.
    func company(for key: NameKey, in keys: [NameKey]) throws(SQLiteError) -> Int64? {
        guard let choice = try choice(for: key) else { return nil }
        return try company(for: key, among: choice, in: keys)
    }

    private func company(
        for key: NameKey, among choice: Choice, in keys: [NameKey]
    ) throws(SQLiteError) -> Int64? {
        // What stands for several companies in one article tells nothing of itself.
        let others = keys.filter { $0.id != key.id }
        var best: (company: Int64, count: Int)?
        var isTied = false
        // The article itself keeps it and those that it names by other names apart.
        let possible = choice.companies.filter { company in !others.contains { $0.company == company } }
        for company in possible {
            let count = try count(of: others, with: company)
            if count > best?.count ?? 0 {
                best = (company, count)
                isTied = false
            } else if count == best?.count {
                isTied = true
            }
        }
        if let best, !isTied { return best.company }
        // "Merck said its rival Merck KGaA ...": the only other one.
        return possible.count == 1 && choice.ends > 1 ? possible[0] : nil
    }

    private func count(of others: [NameKey], with company: Int64) throws(SQLiteError) -> Int {
        var count = 0
        for other in others where try identities.appearances.meets(other, company) { count += 1 }
        return count
    }

    /// The articles in which a shared name now stands for another company than it was filed for.
    func staleArticles() throws(SQLiteError) -> Set<Int64> {
        let changes = identities.takeChanges()
        guard !changes.isEmpty else { return [] }
        let encounters = try changes.encounters(
            names: identities.keys.names, company: { key throws(SQLiteError) in try identities.keys.key(key)?.company })
        let changed = changes.articles
        var stale: Set<Int64> = []
        let shared = try identities.database.values("SELECT id FROM company_key WHERE is_shared", as: Int64.self)
        for id in shared {
            guard let key = try identities.keys.key(id) else { continue }
            let choice = try choice(for: key)
            let own = try identities.appearances.articles(with: id)
            let concerned =
                changes.shared.contains(id)
                ? Set(own) : try concerned(key, choice, by: encounters).union(own.common(with: changed))
            for article in concerned where try isStale(article, key, choice) { stale.insert(article) }
        }
        return stale
    }

    /// The articles with this name beside one that has newly met a company that the name can stand for.
    private func concerned(
        _ key: NameKey, _ choice: Choice?, by encounters: NameChanges.Encounters
    ) throws(SQLiteError) -> Set<Int64> {
        var met = encounters.partners(of: choice?.companies ?? [])
        if met.isEmpty { return [] }
        for company in met.companies { met.keys.formUnion(try identities.appearances.keys(of: company)) }
        let own = try identities.appearances.articles(with: key.id)
        var concerned: Set<Int64> = []
        for other in met.keys where other != key.id {
            concerned.formUnion(own.common(with: try identities.appearances.articles(with: other)))
        }
        return concerned
    }

    private func isStale(_ article: Int64, _ key: NameKey, _ choice: Choice?) throws(SQLiteError) -> Bool {
        try places.bind(article, at: 1)
        let rows = try places.rows(as: Int64.self, Int64.self)
        var keys: [NameKey] = []
        for (id, _) in rows {
            if let key = try identities.keys.key(id) { keys.append(key) }
        }
        var wanted: Int64?
        if let choice { wanted = try company(for: key, among: choice, in: keys) }
        if wanted == nil { wanted = try identities.keys.company(of: key) }
        return rows.contains { $0.0 == key.id && $0.1 != wanted }
    }
}
