internal import SQLite

/// Decides, over all articles, which names are one company. What it decides follows from what the articles say, not
/// from the order in which they came.
///
/// A name leads to those that it is short for: the same name with a legal form, and longer names that articles call
/// by it. Where all of them end in one, it stands for that company; where they end in several, each article that
/// uses it decides (`NameContext`).
final class Identities {
    /// A row of `company_key`.
    struct Key {
        var id: Int64
        var normalized: String
        var legalForm: String
        var isOwn: Bool
        var isShared: Bool
        /// The company that the name stands for everywhere.
        var company: Int64?

        var identity: NamePair.Name { .init(normalized: normalized, legalForm: legalForm) }
    }

    /// The keys in which the ways from a name end.
    enum Root: Equatable {
        case one(Int64)
        case several([Int64])
    }

    let database: Database
    private let log: CorrectionLog
    private let find: Statement
    private let insert: Statement
    private let setOwn: Statement
    private let hasTie: Statement
    private let insertTie: Statement
    private let longer: Statement
    private let findCompany: Statement
    private let assign: Statement
    private let byID: Statement
    private let names: Statement
    /// Names to be decided again, since articles now say something else of them.
    private var due: Set<Int64> = []
    private var changes = NameChanges()
    /// What was read of the tables since the last `forget`.
    let appearances: Appearances
    private var known: [Int64: Key] = [:]
    private var roots: [Int64: Root] = [:]

    init(_ database: Database, _ log: CorrectionLog) throws(SQLiteError) {
        self.database = database
        self.log = log
        appearances = try Appearances(database)
        find = try Statement(database, Self.select + " WHERE normalized = ?1 AND legal_form = ?2")
        insert = try Statement(database, "INSERT INTO company_key (normalized, legal_form, is_own) VALUES (?1, ?2, ?3)")
        setOwn = try Statement(database, "UPDATE company_key SET is_own = 1 WHERE id = ?1")
        hasTie = try Statement(
            database,
            "SELECT EXISTS (SELECT 1 FROM company_key_tie WHERE short_id = ?1 AND long_id = ?2 AND relation = ?3)")
        insertTie = try Statement(
            database,
            """
            INSERT INTO company_key_tie (short_id, long_id, relation, article_id) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """)
        longer = try Statement(
            database,
            Self.select + """
                 WHERE is_own AND id IN (
                    SELECT long_id FROM company_key_tie WHERE short_id = ?1 AND relation = 'alias'
                    UNION ALL SELECT id FROM company_key WHERE normalized = ?2 AND legal_form <> '' AND ?3)
                AND NOT EXISTS (
                    SELECT 1 FROM company_key_tie
                    WHERE short_id = ?1 AND long_id = company_key.id AND relation = 'apart')
                ORDER BY normalized, legal_form
                """)
        findCompany = try Statement(database, "SELECT id FROM company WHERE normalized = ?1 AND legal_form = ?2")
        assign = try Statement(database, "UPDATE company_key SET company_id = ?2, is_shared = ?3 WHERE id = ?1")
        byID = try Statement(database, Self.select + " WHERE id = ?1")
        names = try Statement(database, "SELECT DISTINCT key_id FROM company_article WHERE article_id = ?1")
    }

    private static let select = "SELECT id, normalized, legal_form, is_own, is_shared, company_id FROM company_key"

    /// Reads the tables again: others have written to them.
    func forget() {
        appearances.forget()
        known.removeAll(keepingCapacity: true)
        roots.removeAll(keepingCapacity: true)
    }

    /// Reads again what of the tables tells of these companies.
    func reread(_ companies: [Int64]) {
        appearances.forget(companies: companies)
        let companies = Set(companies)
        known = known.filter { $0.value.company.map(companies.contains) != true }
    }

    // MARK: What articles say

    /// Takes note of the names of an article's companies and of what it says of them.
    /// - Returns: the key of each company's own name.
    func learn(_ entry: Entry, article: Int64) throws(SQLiteError) -> [Key] {
        var keys: [Key] = []
        for names in entry.layout.names {
            guard let own = names.first?.identity else { continue }
            var key = try self.key(own, isOwn: true)
            if !key.isOwn {
                try setOwn.bind(key.id, at: 1)
                try setOwn.run()
                key.isOwn = true
                roots.removeAll(keepingCapacity: true)
                due.insert(key.id)
            }
            known[key.id] = key
            keys.append(key)
        }
        changes.met(keys.map(\.id), in: article)
        for tie in entry.layout.ties { try learn(tie, article) }
        return keys
    }

    private func learn(_ tie: NameTie, _ article: Int64) throws(SQLiteError) {
        let (short, long) = (try key(tie.short, isOwn: false).id, try key(tie.long, isOwn: false).id)
        let relation = tie.isAlias ? "alias" : "apart"
        try hasTie.bind(all: [short, long, relation])
        if try hasTie.values(as: Bool.self) == [false] {
            due.insert(short)
            roots.removeAll(keepingCapacity: true)
        }
        try insertTie.bind(all: [short, long, relation, article])
        try insertTie.run()
    }

    private func key(_ key: IdentityKey, isOwn: Bool) throws(SQLiteError) -> Key {
        try find.bind(key.normalized, at: 1)
        try find.bind(key.legalForm, at: 2)
        if let known = try keys(find).first { return known }
        try insert.bind(all: [key.normalized, key.legalForm, isOwn])
        try insert.run()
        let id = database.lastInsertedID
        if isOwn { roots.removeAll(keepingCapacity: true) }
        due.insert(id)
        return Key(
            id: id, normalized: key.normalized, legalForm: key.legalForm, isOwn: isOwn, isShared: false, company: nil)
    }

    func keys(_ statement: borrowing Statement) throws(SQLiteError) -> [Key] {
        try statement.rows(as: Int64.self, String.self, String.self, Bool.self, Bool.self, Int64?.self).map {
            Key(id: $0.0, normalized: $0.1, legalForm: $0.2, isOwn: $0.3, isShared: $0.4, company: $0.5)
        }
    }

    func key(_ id: Int64) throws(SQLiteError) -> Key? {
        if let key = known[id] { return key }
        try byID.bind(id, at: 1)
        guard let key = try keys(byID).first else { return nil }
        known[id] = key
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

    /// Where the ways from a name end.
    ///
    /// What was found on the way is kept: names that are short for each other in a long row have more ways from one to
    /// the next than can be gone.
    func root(of key: Key) throws(SQLiteError) -> Root {
        if let root = roots[key.id] { return root }
        var ends: [Int64] = []
        for next in try longerNames(of: key) {
            switch try root(of: next) {
            case .one(let end): if !ends.contains(end) { ends.append(end) }
            case .several(let several): ends += several.filter { !ends.contains($0) }
            }
        }
        let root: Root = ends.isEmpty ? .one(key.id) : ends.count == 1 ? .one(ends[0]) : .several(ends)
        roots[key.id] = root
        return root
    }

    private func longerNames(of key: Key) throws(SQLiteError) -> [Key] {
        try longer.bind(key.id, at: 1)
        try longer.bind(key.normalized, at: 2)
        let takesForms = key.legalForm.isEmpty && !IdentityKey.standsAlone(key.normalized)
        try takesForms.bind(to: longer, at: 3)
        let found = try keys(longer)
        // Asked last: the register is only made where two names meet.
        let isRegistered =
            found.contains { $0.normalized != key.normalized } && Register.shared.holds(key.normalized)
        return found.filter { other in
            (!isRegistered || other.normalized == key.normalized)
                && !log.parted.contains(NamePair(key.identity, other.identity))
        }
    }

    /// The company that is known by this key.
    func company(of key: Key) throws(SQLiteError) -> Int64? {
        try findCompany.bind(key.normalized, at: 1)
        try findCompany.bind(key.legalForm, at: 2)
        return try findCompany.values(as: Int64.self).first
    }

    func assign(_ key: Key, to company: Int64?, isShared: Bool = false) throws(SQLiteError) {
        try assign.bind(all: [key.id, company, isShared])
        try assign.run()
        appearances.move(key.id, from: key.company, to: company)
        known[key.id]?.company = company
        known[key.id]?.isShared = isShared
        try noteMove(of: key)
    }

    /// The name stands for another company than it did: that tells something else of all names beside it.
    private func noteMove(of key: Key) throws(SQLiteError) {
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
            guard let key = try key(id), !key.isOwn else { continue }
            add(try shorterNames(of: key))
            _ = try decide(key, &stale)
        }
        while let id = queue.popLast() {
            queued.remove(id)
            guard let key = try key(id) else { continue }
            let isChanged = try decide(key, &stale)
            if isChanged || asked.contains(id) { add(try shorterNames(of: key)) }
        }
        if isProvisional { due.formUnion(asked) }
        return stale
    }

    /// - Returns: whether the name now stands for something else.
    private func decide(_ key: Key, _ stale: inout Set<Int64>) throws(SQLiteError) -> Bool {
        guard key.isOwn else {
            if key.company != nil || key.isShared { try assign(key, to: nil) }
            try drop(key)
            return false
        }
        guard case .one(let end) = try root(of: key), let root = try self.key(end) else {
            if !key.isShared { try assign(key, to: nil, isShared: true) }
            changes.shared.insert(key.id)
            return true
        }
        if let company = try company(of: root) {
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
            guard let key = try key(id), try root(of: key) == .one(end) else { return false }
        }
        return true
    }

    /// A name that no article uses any more is gone from the file.
    private func drop(_ key: Key) throws(SQLiteError) {
        try database.run(
            """
            DELETE FROM company_key WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM company_key_tie WHERE short_id = ?1)
            AND NOT EXISTS (SELECT 1 FROM company_key_tie WHERE long_id = ?1)
            """, key.id)
        known[key.id] = nil
    }

    private func shorterNames(of key: Key) throws(SQLiteError) -> [Int64] {
        try database.values(
            """
            SELECT short_id FROM company_key_tie WHERE long_id = ?1 AND relation = 'alias'
            UNION
            SELECT id FROM company_key WHERE normalized = ?2 AND legal_form = '' AND ?3 <> ''
            """, [key.id, key.normalized, key.legalForm], as: Int64.self)
    }

    func names(in article: Int64) throws(SQLiteError) -> [Int64] {
        try names.bind(article, at: 1)
        return try names.values(as: Int64.self)
    }
}
