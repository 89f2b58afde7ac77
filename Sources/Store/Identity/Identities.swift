internal import SQLite

/// Decides, over all articles, which names are one company. What it decides follows from what the articles say, not
/// from the order in which they came.
///
/// A name leads to those that it is short for: the same name with a legal form, and longer names that articles call
/// by it. Where all of them end in one, it stands for that company; where they end in several, each article that
/// uses it decides (`NameContext`).
final class Identities {
    let database: Database
    let keys: NameKeys
    let roots: NameRoots
    /// What was read of the tables since the last `forget`.
    let appearances: Appearances
    /// Names to be decided again, since articles now say something else of them.
    private var due: Set<Int64> = []
    private var changes = NameChanges()

    init(_ database: Database, _ log: CorrectionLog) throws(SQLiteError) {
        self.database = database
        keys = try NameKeys(database)
        roots = NameRoots(keys, log)
        appearances = try Appearances(database)
    }

    /// Reads the tables again: others have written to them.
    func forget() {
        appearances.forget()
        keys.forget()
        roots.forget()
    }

    /// Reads again what of the tables tells of these companies.
    func reread(_ companies: [Int64]) {
        appearances.forget(companies: companies)
        keys.forget(companies: Set(companies))
    }

    // MARK: What articles say

    /// Takes note of the names of an article's companies and of what it says of them.
    /// - Returns: the key of each company's own name.
    func learn(_ entry: Entry, article: Int64) throws(SQLiteError) -> [NameKey] {
        var learnt: [NameKey] = []
        for names in entry.layout.names {
            guard let own = names.first?.identity else { continue }
            var key = try key(own, isOwn: true)
            if try keys.own(&key) {
                roots.forget()
                due.insert(key.id)
            }
            learnt.append(key)
        }
        changes.met(learnt.map(\.id), in: article)
        for tie in entry.layout.ties { try learn(tie, article) }
        return learnt
    }

    private func learn(_ tie: NameTie, _ article: Int64) throws(SQLiteError) {
        let (short, long) = (try key(tie.short, isOwn: false).id, try key(tie.long, isOwn: false).id)
        if try keys.tie(short, long, isAlias: tie.isAlias, in: article) {
            due.insert(short)
            roots.forget()
        }
    }

    private func key(_ identity: IdentityKey, isOwn: Bool) throws(SQLiteError) -> NameKey {
        if let known = try keys.key(identity) { return known }
        let key = try keys.add(identity, isOwn: isOwn)
        if isOwn { roots.forget() }
        due.insert(key.id)
        return key
    }

    /// The names in articles that may no longer say what they said.
    func reconsider(_ articles: [[Int64]]) {
        if !articles.isEmpty { forget() }
        for keys in articles {
            due.formUnion(keys)
            changes.met(keys)
        }
    }

    /// What has changed since the last call.
    func takeChanges() -> NameChanges {
        defer { changes = NameChanges() }
        return changes
    }

    // MARK: What follows

    func assign(_ key: NameKey, to company: Int64?, isShared: Bool = false) throws(SQLiteError) {
        try keys.assign(key, to: company, isShared: isShared)
        appearances.move(key.id, from: key.company, to: company)
        try noteMove(of: key)
    }

    /// The name stands for another company than it did: that tells something else of all names beside it.
    private func noteMove(of key: NameKey) throws(SQLiteError) {
        changes.moved(from: key.company, in: try appearances.articles(with: key.id))
    }

    /// Decides again what is due.
    /// - Parameter isProvisional: whether that is to be decided once more when the companies are there.
    /// - Returns: the articles that are now to be filed again, since a name in them stands for another company.
    func settle(isProvisional: Bool = false) throws(SQLiteError) -> Set<Int64> {
        var stale: Set<Int64> = []
        var queue = due.sorted()
        var queued = due
        let asked = due
        due = []
        func add(_ ids: [Int64]) { for id in ids where queued.insert(id).inserted { queue.append(id) } }
        // What nobody is called any more stands in nobody's way.
        for id in asked.sorted() {
            guard let key = try keys.key(id), !key.isOwn else { continue }
            add(try keys.shorterNames(of: key))
            _ = try decide(key, &stale)
        }
        while let id = queue.popLast() {
            queued.remove(id)
            guard let key = try keys.key(id) else { continue }
            let isChanged = try decide(key, &stale)
            if isChanged || asked.contains(id) { add(try keys.shorterNames(of: key)) }
        }
        if isProvisional { due.formUnion(asked) }
        return stale
    }

    /// - Returns: whether the name now stands for something else.
    private func decide(_ key: NameKey, _ stale: inout Set<Int64>) throws(SQLiteError) -> Bool {
        guard key.isOwn else {
            if key.company != nil || key.isShared { try assign(key, to: nil) }
            try keys.drop(key)
            return false
        }
        guard case .one(let end) = try roots.root(of: key), let root = try keys.key(end) else {
            if !key.isShared { try assign(key, to: nil, isShared: true) }
            changes.shared.insert(key.id)
            return true
        }
        if let company = try keys.company(of: root) {
            guard key.company != company else { return false }
            try assign(key, to: company)
        } else if let company = key.company, try isAll(of: company, on: end) {
            // All that is known of the company goes along: it only gets a better key.
            try database.run(
                "UPDATE company SET normalized = ?2, legal_form = ?3 WHERE id = ?1", company, root.normalized,
                root.legalForm)
            try noteMove(of: key)
            return true
        } else {
            guard key.company != nil || key.isShared else { return false }
            try assign(key, to: nil)
        }
        stale.formUnion(try appearances.articles(with: key.id))
        return true
    }

    /// Whether all names that stand for `company` lead to the key `end`.
    private func isAll(of company: Int64, on end: Int64) throws(SQLiteError) -> Bool {
        let ids = try database.values(
            "SELECT id FROM company_key WHERE company_id = ?1 AND is_own", [company], as: Int64.self)
        for id in ids {
            guard let key = try keys.key(id), try roots.root(of: key) == .one(end) else { return false }
        }
        return true
    }
}
