internal import Model
internal import SQLite

/// Files the companies of an article: finds or makes the company that each name stands for, and keeps every name
/// with the article that first gave it.
final class CompanyWriter {
    let identities: Identities
    private let context: NameContext
    private let database: Database
    private let insert: Statement
    private let insertAppearance: Statement
    private let insertName: Statement
    private let findName: Statement
    private let rename: Statement

    init(_ database: Database, _ log: CorrectionLog) throws(SQLiteError) {
        self.database = database
        identities = try Identities(database, log)
        context = try NameContext(identities)
        insert = try Statement(database, "INSERT INTO company (name, normalized, legal_form) VALUES (?1, ?2, ?3)")
        insertAppearance = try Statement(
            database, "INSERT INTO company_article (article_id, position, key_id, company_id) VALUES (?1, ?2, ?3, ?4)")
        insertName = try Statement(
            database,
            """
            INSERT INTO company_name (company_id, kind, name, normalized, article_id) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO NOTHING
            """)
        findName = try Statement(database, "SELECT name FROM company WHERE id = ?1")
        rename = try Statement(database, "UPDATE company SET name = ?2 WHERE id = ?1")
    }

    /// - Parameter learnt: the names that `identities` learnt of the article.
    /// - Returns: the id of each of the extraction's companies, in its order.
    func file(_ entry: Entry, article: Int64, learnt: [Int64]) throws(SQLiteError) -> [Int64] {
        var keys: [NameKey] = []
        for id in learnt { if let key = try identities.keys.key(id) { keys.append(key) } }
        var ids: [Int64] = []
        for (position, (key, names)) in zip(keys, entry.layout.names).enumerated() {
            let id = try company(for: key, called: names[0].name, in: keys)
            ids.append(id)
            try insertAppearance.bind(article, at: 1)
            try insertAppearance.bind(Int64(position), at: 2)
            try insertAppearance.bind(key.id, at: 3)
            try insertAppearance.bind(id, at: 4)
            try insertAppearance.run()
            identities.appearances.add(key.id, in: article)
            for name in names { try add(name, to: id, article) }
        }
        return ids
    }

    /// The articles that are now to be filed again, since a name in them stands for another company.
    /// - Parameter known: some of them.
    func staleArticles(besides known: Set<Int64>) throws(SQLiteError) -> Set<Int64> {
        let stale = try identities.settle().union(known)
        return stale.isEmpty ? try context.staleArticles() : stale
    }

    /// The company that a name stands for in an article, which is made where there is none yet.
    /// - Parameter keys: the names of the article.
    func company(
        for key: NameKey, called name: String, in keys: [NameKey]
    ) throws(SQLiteError) -> Int64 {
        if let company = key.company { return try call(company, name) }
        if !key.isShared, case .one(let end) = try identities.roots.root(of: key),
            let root = try identities.keys.key(end)
        {
            let company = try company(of: root, called: name)
            try identities.assign(key, to: company)
            return company
        }
        if let company = try context.company(for: key, in: keys) { return try call(company, name) }
        // Kept apart, for a person to decide.
        return try company(of: key, called: name)
    }

    private func company(of key: NameKey, called name: String) throws(SQLiteError) -> Int64 {
        if let company = try identities.keys.company(of: key) { return try call(company, name) }
        try insert.bind(all: [name, key.normalized, key.legalForm])
        try insert.run()
        return database.lastInsertedID
    }

    /// Calls the company by `name` where that is fuller than what it is called so far.
    private func call(_ company: Int64, _ name: String) throws(SQLiteError) -> Int64 {
        try findName.bind(company, at: 1)
        if let present = try findName.values(as: String.self).first, CompanyName.isFuller(name, than: present) {
            try rename.bind(company, at: 1)
            try rename.bind(name, at: 2)
            try rename.run()
        }
        return company
    }

    func add(_ name: Layout.Name, to company: Int64, _ article: Int64) throws(SQLiteError) {
        guard !name.name.isEmpty else { return }
        try insertName.bind(company, at: 1)
        try insertName.bind(name.kind, at: 2)
        try insertName.bind(name.name, at: 3)
        try insertName.bind(name.key.normalized, at: 4)
        try insertName.bind(article, at: 5)
        try insertName.run()
    }
}

enum CompanyName {
    /// Whether `name` is the better one to call a company by: not all in capitals, longer; and where both
    /// are alike the first in the alphabet, so that the order of the articles does not matter.
    static func isFuller(_ name: String, than other: String) -> Bool {
        let (a, b) = (isShouted(name), isShouted(other))
        if a != b { return b }
        if name.utf8.count != other.utf8.count { return name.utf8.count > other.utf8.count }
        return name < other
    }

    private static func isShouted(_ name: String) -> Bool {
        !name.unicodeScalars.contains { $0.properties.isLowercase }
    }
}
