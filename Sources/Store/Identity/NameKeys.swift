internal import SQLite

/// A row of `company_key`: a name as names are compared, and what it stands for.
struct NameKey {
    var id: Int64
    var normalized: String
    var legalForm: String
    /// Some article has a company by this name.
    var isOwn: Bool
    /// Which company it stands for is each article's choice.
    var isShared: Bool
    /// The company that the name stands for everywhere.
    var company: Int64?

    var identity: NamePair.Name { .init(normalized: normalized, legalForm: legalForm) }
}

/// The tables of names, and of which is short for which.
final class NameKeys {
    private let database: Database
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
    /// Rows that were read since the last `forget`.
    private var known: [Int64: NameKey] = [:]

    private static let select = "SELECT id, normalized, legal_form, is_own, is_shared, company_id FROM company_key"

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
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

    /// Reads the tables again: others have written to them.
    func forget() { known.removeAll(keepingCapacity: true) }

    /// Reads again the names that stand for these companies.
    func forget(companies: Set<Int64>) {
        known = known.filter { $0.value.company.map(companies.contains) != true }
    }

    func key(_ id: Int64) throws(SQLiteError) -> NameKey? {
        if let key = known[id] { return key }
        try byID.bind(id, at: 1)
        guard let key = try keys(byID).first else { return nil }
        known[id] = key
        return key
    }

    func key(_ key: IdentityKey) throws(SQLiteError) -> NameKey? {
        try find.bind(key.normalized, at: 1)
        try find.bind(key.legalForm, at: 2)
        return try keys(find).first
    }

    func add(_ key: IdentityKey, isOwn: Bool) throws(SQLiteError) -> NameKey {
        try insert.bind(all: [key.normalized, key.legalForm, isOwn])
        try insert.run()
        return NameKey(
            id: database.lastInsertedID, normalized: key.normalized, legalForm: key.legalForm, isOwn: isOwn,
            isShared: false, company: nil)
    }

    /// Takes note that an article has a company by this name.
    /// - Returns: whether none had one.
    func own(_ key: inout NameKey) throws(SQLiteError) -> Bool {
        let isNew = !key.isOwn
        if isNew {
            try setOwn.bind(key.id, at: 1)
            try setOwn.run()
            key.isOwn = true
        }
        known[key.id] = key
        return isNew
    }

    func assign(_ key: NameKey, to company: Int64?, isShared: Bool) throws(SQLiteError) {
        try assign.bind(all: [key.id, company, isShared])
        try assign.run()
        known[key.id]?.company = company
        known[key.id]?.isShared = isShared
    }

    /// Takes a name out that no article uses any more.
    func drop(_ key: NameKey) throws(SQLiteError) {
        try database.run(
            """
            DELETE FROM company_key WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM company_key_tie WHERE short_id = ?1)
            AND NOT EXISTS (SELECT 1 FROM company_key_tie WHERE long_id = ?1)
            """, key.id)
        known[key.id] = nil
    }

    /// Files what an article says of two names.
    /// - Returns: whether no article said it before.
    func tie(_ short: Int64, _ long: Int64, isAlias: Bool, in article: Int64) throws(SQLiteError) -> Bool {
        let relation = isAlias ? "alias" : "apart"
        try hasTie.bind(all: [short, long, relation])
        let isNew = try hasTie.values(as: Bool.self) == [false]
        try insertTie.bind(all: [short, long, relation, article])
        try insertTie.run()
        return isNew
    }

    /// The names that articles call by this one, and where it `takesForms` those that are this with a legal form.
    func longerNames(of key: NameKey, takesForms: Bool) throws(SQLiteError) -> [NameKey] {
        try longer.bind(key.id, at: 1)
        try longer.bind(key.normalized, at: 2)
        try takesForms.bind(to: longer, at: 3)
        return try keys(longer)
    }

    func shorterNames(of key: NameKey) throws(SQLiteError) -> [Int64] {
        try database.values(
            """
            SELECT short_id FROM company_key_tie WHERE long_id = ?1 AND relation = 'alias'
            UNION
            SELECT id FROM company_key WHERE normalized = ?2 AND legal_form = '' AND ?3 <> ''
            """, [key.id, key.normalized, key.legalForm], as: Int64.self)
    }

    /// The company that is known by this key.
    func company(of key: NameKey) throws(SQLiteError) -> Int64? {
        try findCompany.bind(key.normalized, at: 1)
        try findCompany.bind(key.legalForm, at: 2)
        return try findCompany.values(as: Int64.self).first
    }

    func names(in article: Int64) throws(SQLiteError) -> [Int64] {
        try names.bind(article, at: 1)
        return try names.values(as: Int64.self)
    }

    private func keys(_ statement: borrowing Statement) throws(SQLiteError) -> [NameKey] {
        try statement.rows(as: Int64.self, String.self, String.self, Bool.self, Bool.self, Int64?.self).map {
            NameKey(id: $0.0, normalized: $0.1, legalForm: $0.2, isOwn: $0.3, isShared: $0.4, company: $0.5)
        }
    }
}
