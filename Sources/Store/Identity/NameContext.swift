internal import SQLite

/// Decides for one article which of several companies a shared short name stands for: the one with which other
/// articles name the other companies of this one.
final class NameContext {
    private let identities: Identities
    private let meets: Statement

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
    }

    /// - Parameters:
    ///   - key: a name that several companies share.
    ///   - others: the keys of the other companies of the article.
    /// - Returns: nil where the article does not tell.
    func company(for key: Identities.Key, beside others: [Identities.Key]) throws(SQLiteError) -> Int64? {
        guard case .several(let ends) = try identities.root(of: key) else { return nil }
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
        let (seen, isAll) = identities.takeSeen()
        guard isAll || !seen.isEmpty else { return [] }
        var stale: Set<Int64> = []
        let shared = try identities.database.values("SELECT id FROM company_key WHERE is_shared", as: Int64.self)
        for id in shared {
            guard let key = try identities.key(id) else { continue }
            if !isAll, try !isConcerned(key, by: seen) { continue }
            for article in try identities.articles(with: id) {
                if try isStale(article, key) { stale.insert(article) }
            }
        }
        return stale
    }

    private func isConcerned(_ key: Identities.Key, by seen: Set<Int64>) throws(SQLiteError) -> Bool {
        if seen.contains(key.id) { return true }
        guard case .several(let ends) = try identities.root(of: key) else { return false }
        for end in ends {
            guard let root = try identities.key(end), let company = try identities.company(of: root) else { continue }
            let names = try identities.database.values(
                "SELECT id FROM company_key WHERE company_id = ?1", [company], as: Int64.self)
            if !seen.isDisjoint(with: names) { return true }
        }
        return false
    }

    private func isStale(_ article: Int64, _ key: Identities.Key) throws(SQLiteError) -> Bool {
        let rows = try identities.database.rows(
            "SELECT key_id, company_id FROM company_article WHERE article_id = ?1", [article], as: Int64.self,
            Int64.self)
        var others: [Identities.Key] = []
        for (id, _) in rows where id != key.id {
            if let other = try identities.key(id) { others.append(other) }
        }
        var wanted = try company(for: key, beside: others)
        if wanted == nil { wanted = try identities.company(of: key) }
        return rows.contains { $0.0 == key.id && $0.1 != wanted }
    }
}
