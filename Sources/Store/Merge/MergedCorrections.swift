internal import SQLite

/// The corrections of two knowledge bases, put in one order: that of their times.
struct MergedCorrections {
    private let database: Database
    private let other: Database

    init(_ database: Database, _ other: Database) {
        self.database = database
        self.other = other
    }

    private static let columns =
        "made_at, action, subject, field, before, after, reason, record_id, undone_at, undone_reason"

    /// A row without its ids, which mean nothing elsewhere.
    private static let content = """
        SELECT json_array(made_at, action, subject, field, before, after, reason), undone_at, undone_reason
        FROM correction ORDER BY id
        """

    /// Adds what is new, and takes back what the other took back.
    /// - Returns: whether anything is new, so that facts are to be derived again.
    func takeOver(_ outcome: inout MergeOutcome) throws -> Bool {
        let own = try database.rows(Self.content, as: String.self, String?.self, String?.self)
        var known = Dictionary(own.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        var isNew = false
        for (content, undone, reason) in try other.rows(Self.content, as: String.self, String?.self, String?.self) {
            if let ours = known[content] {
                guard ours == nil, undone != nil else { continue }
                try database.run(
                    """
                    UPDATE correction SET undone_at = ?2, undone_reason = ?3
                    WHERE json_array(made_at, action, subject, field, before, after, reason) = ?1
                    """, content, undone, reason)
            } else {
                known[content] = undone
                try add(content, undone, reason)
                outcome.corrections += 1
            }
            isNew = true
        }
        if isNew { try putInOrder() }
        return isNew
    }

    private func add(_ content: String, _ undone: String?, _ reason: String?) throws(SQLiteError) {
        try database.run(
            """
            INSERT INTO correction (made_at, action, subject, field, before, after, reason, undone_at, undone_reason)
            SELECT json_extract(?1, '$[0]'), json_extract(?1, '$[1]'), json_extract(?1, '$[2]'),
                json_extract(?1, '$[3]'), json_extract(?1, '$[4]'), json_extract(?1, '$[5]'),
                json_extract(?1, '$[6]'), ?2, ?3
            """, content, undone, reason)
    }

    /// Corrections apply in the order of their ids: where that is not the order of their times, they get new ones.
    /// What refers to them is derived again.
    private func putInOrder() throws {
        let order = "made_at, action, subject, coalesce(field, ''), coalesce(after, ''), id"
        let isOrdered = try database.values("SELECT id FROM correction ORDER BY \(order)", as: Int64.self)
        guard isOrdered != isOrdered.sorted() else { return }
        try database.run("UPDATE agreement SET correction_id = NULL")
        try database.run("DELETE FROM agreement_setting")
        try database.execute(
            """
            CREATE TEMP TABLE ordered AS SELECT \(Self.columns) FROM correction ORDER BY \(order);
            DELETE FROM correction;
            INSERT INTO correction (\(Self.columns)) SELECT \(Self.columns) FROM ordered ORDER BY rowid;
            DROP TABLE ordered;
            """)
    }
}
