internal import SQLite

/// Decides for one article which of several companies a shared short name stands for: the one with which other
/// articles name the other companies of this one.
final class NameContext {
    private let identities: Identities
    private let meets: Statement
    private let neighbours: Statement

    init(_ identities: Identities) throws(SQLiteError) {
        self.identities = identities
        // Names count that stand for their company everywhere, so that no decision rests on another one.
        meets = try Statement(
            identities.database,
            """
            SELECT EXISTS (
                SELECT 1 FROM company_key AS other_key
                JOIN company_article AS other ON other.key_id = other_key.id
                JOIN company_article AS own ON own.article_id = other.article_id
                JOIN company_key AS own_key ON own_key.id = own.key_id
                WHERE (other_key.id = ?1 OR other_key.company_id = ?3) AND own_key.company_id = ?2)
            """)
        neighbours = try Statement(
            identities.database,
            """
            SELECT own.article_id, other.key_id, company_key.company_id
            FROM company_article AS own
            JOIN company_article AS other ON other.article_id = own.article_id AND other.key_id <> own.key_id
            JOIN company_key ON company_key.id = other.key_id
            WHERE own.key_id = ?1
            """)
    }

    /// - Parameters:
    ///   - key: a name that several companies share.
    ///   - keys: those of all companies of the article.
    /// - Returns: nil where the article does not tell.
    func company(for key: Identities.Key, in keys: [Identities.Key]) throws(SQLiteError) -> Int64? {
        guard case .several(let ends) = try identities.root(of: key) else { return nil }
        // What stands for several companies in one article tells nothing of itself.
        let others = keys.filter { $0.id != key.id }
        var best: (company: Int64, count: Int)?
        var isTied = false
        var possible: [Int64] = []
        for end in ends {
            guard let root = try identities.key(end), let company = try identities.company(of: root) else { continue }
            // The article itself keeps the two apart.
            if others.contains(where: { $0.company == company }) { continue }
            possible.append(company)
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
        return possible.count == 1 && ends.count > 1 ? possible[0] : nil
    }

    private func count(of others: [Identities.Key], with company: Int64) throws(SQLiteError) -> Int {
        var count = 0
        for other in others {
            try meets.bind(all: [other.id, company, other.company])
            if try meets.values(as: Bool.self) == [true] { count += 1 }
        }
        return count
    }

    /// The articles in which a shared name now stands for another company than it was filed for.
    func staleArticles() throws(SQLiteError) -> Set<Int64> {
        let changes = identities.takeChanges()
        guard !changes.isEmpty else { return [] }
        let encounters = try changes.encounters(
            names: identities.names, company: { key throws(SQLiteError) in try identities.key(key)?.company })
        var stale: Set<Int64> = []
        let shared = try identities.database.values("SELECT id FROM company_key WHERE is_shared", as: Int64.self)
        for id in shared {
            guard let key = try identities.key(id) else { continue }
            let articles =
                changes.shared.contains(id) ? try identities.articles(with: id) : try concerned(key, by: encounters)
            for article in articles where try isStale(article, key) { stale.insert(article) }
        }
        return stale
    }

    /// The articles with this name beside one that has newly met a company that the name can stand for.
    private func concerned(
        _ key: Identities.Key, by encounters: NameChanges.Encounters
    ) throws(SQLiteError) -> [Int64] {
        guard case .several(let ends) = try identities.root(of: key) else { return [] }
        var companies: [Int64] = []
        for end in ends {
            guard let root = try identities.key(end), let company = try identities.company(of: root) else { continue }
            companies.append(company)
        }
        let met = encounters.partners(of: companies)
        if met.isEmpty { return [] }
        try neighbours.bind(key.id, at: 1)
        let rows = try neighbours.rows(as: Int64.self, Int64.self, Int64?.self)
        return rows.filter { met.keys.contains($0.1) || $0.2.map(met.companies.contains) == true }.map(\.0)
    }

    private func isStale(_ article: Int64, _ key: Identities.Key) throws(SQLiteError) -> Bool {
        let rows = try identities.database.rows(
            "SELECT key_id, company_id FROM company_article WHERE article_id = ?1", [article], as: Int64.self,
            Int64.self)
        var keys: [Identities.Key] = []
        for (id, _) in rows {
            if let key = try identities.key(id) { keys.append(key) }
        }
        var wanted = try company(for: key, in: keys)
        if wanted == nil { wanted = try identities.company(of: key) }
        return rows.contains { $0.0 == key.id && $0.1 != wanted }
    }
}
