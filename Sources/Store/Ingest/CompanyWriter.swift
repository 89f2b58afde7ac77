internal import Model
internal import SQLite

/// Finds or makes the company of each name, and keeps every name with the article that first gave it.
final class CompanyWriter {
    private let database: Database
    private let find: Statement
    private let insert: Statement
    private let insertName: Statement
    private let rename: Statement
    private let setForm: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        find = try Statement(
            database, "SELECT id, legal_form, name FROM company WHERE normalized = ?1 ORDER BY legal_form")
        insert = try Statement(database, "INSERT INTO company (name, normalized, legal_form) VALUES (?1, ?2, ?3)")
        insertName = try Statement(
            database,
            """
            INSERT INTO company_name (company_id, kind, name, normalized, article_id) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO NOTHING
            """)
        rename = try Statement(database, "UPDATE company SET name = ?2 WHERE id = ?1")
        setForm = try Statement(database, "UPDATE company SET legal_form = ?2 WHERE id = ?1")
    }

    /// - Returns: the id of each of the extraction's companies, in its order.
    func file(_ entry: Entry, article: Int64) throws(SQLiteError) -> [Int64] {
        var ids: [Int64] = []
        for names in entry.layout.names {
            guard let own = names.first else { continue }
            let id = try resolve(own.name, own.key)
            ids.append(id)
            for name in names where !name.name.isEmpty { try add(name, to: id, article) }
        }
        return ids
    }

    /// The company that a name stands for. A name without a legal form is any company of that name; one
    /// with a form is the company of that name and form, or the one whose form was not known yet.
    private func resolve(_ name: String, _ key: CompanyKey) throws(SQLiteError) -> Int64 {
        try find.bind(key.normalized, at: 1)
        let known = try find.rows(as: Int64.self, String.self, String.self)
        let match =
            known.first { $0.1 == key.legalForm }
            ?? (key.legalForm.isEmpty ? known.first : known.first { $0.1.isEmpty })
        guard let (id, form, present) = match else {
            try insert.bind(all: [name, key.normalized, key.legalForm])
            try insert.run()
            return database.lastInsertedID
        }
        if form.isEmpty && !key.legalForm.isEmpty {
            try setForm.bind(all: [id, key.legalForm])
            try setForm.run()
        }
        if CompanyName.isFuller(name, than: present) {
            try rename.bind(all: [id, name])
            try rename.run()
        }
        return id
    }

    private func add(_ name: Layout.Name, to company: Int64, _ article: Int64) throws(SQLiteError) {
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
