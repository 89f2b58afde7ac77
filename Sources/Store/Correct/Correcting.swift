public import Model
internal import SQLite

extension Store {
    /// Writes down what somebody puts right, and derives anew what is known of the articles that it concerns, in
    /// one transaction. It holds from then on, also for what is ingested or extracted again later.
    /// - Returns: the correction as the log tells it.
    /// - Throws: `unknown` or `ambiguous` for what is named; `refused` where it cannot be or is so already.
    @discardableResult
    public func correct(_ edit: Edit, reason: String? = nil) throws(StoreError) -> CorrectionRecord {
        try wrap {
            try correcting { try apply(try EditReader(database: database).correction(edit), reason: reason) }
        }
    }

    /// Takes a correction back: what is known is derived again as if it had never been made. The log keeps it,
    /// with the time.
    /// - Throws: `unknown`; `refused` where it was taken back before or a later correction stands on it.
    @discardableResult
    public func undo(correction id: Int64, reason: String? = nil) throws(StoreError) -> CorrectionRecord {
        try wrap {
            try correcting {
                try takeBack(id, reason: reason)
                return try record(of: id)
            }
        }
    }

    /// Runs `body` in a transaction.
    func correcting<Result>(_ body: () throws -> Result) throws -> Result {
        let log = try preparedWriter().log
        do {
            return try database.transaction { try body() }
        } catch {
            log.invalidate()
            throw error
        }
    }

    func apply(_ correction: Correction, reason: String?) throws -> CorrectionRecord {
        let writer = try preparedWriter()
        let articles = try Scope(database: database).articles(of: correction)
        let id = try writer.log.add(correction, reason: reason)
        let derivation = Derivation(database: database, writer: writer)
        try derivation.derive(articles, moulding: try Moulding(database, for: correction, id))
        if correction.action != .distinguishCompanies, try !derivation.applied(to: articles, held: true).contains(id) {
            throw StoreError.refused(reason: "no article says this of it, so that it would change nothing", hint: nil)
        }
        return try record(of: id)
    }

    private func takeBack(_ id: Int64, reason: String?) throws {
        let writer = try preparedWriter()
        let state = try database.row(
            "SELECT undone_at FROM correction WHERE id = ?1", [id], as: String?.self)
        guard let undone = state, let correction = try writer.log.correction(id) else {
            throw StoreError.unknown(kind: "correction", name: "\(id)", similar: [])
        }
        guard undone == nil else {
            throw StoreError.refused(reason: "correction \(id) was taken back before", hint: nil)
        }
        guard correction.action != .forget else {
            throw StoreError.refused(
                reason: "correction \(id) forgot an article; nothing of it was kept", hint: "Ingest it again.")
        }
        let derivation = Derivation(database: database, writer: writer)
        let articles = try Scope(database: database).articles(of: correction)
        let before = try derivation.applied(to: articles)
        let moulding = try Moulding(database, takingBack: correction)
        try database.run(
            "UPDATE correction SET undone_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), undone_reason = ?2 WHERE id = ?1",
            id, reason)
        try derivation.derive(articles, moulding: moulding)
        if let later = before.subtracting(try derivation.applied(to: articles)).filter({ $0 > id }).min() {
            throw StoreError.refused(
                reason: "correction \(later) stands on correction \(id)", hint: "Take that back first: kb undo \(later)"
            )
        }
    }

    /// The corrections in the order in which they were made.
    public func corrections(limit: Int = 0) throws(StoreError) -> [CorrectionRecord] {
        try wrap { try records("ORDER BY id DESC LIMIT ?1", [Self.rows(limit)]).reversed() }
    }

    func record(of id: Int64) throws -> CorrectionRecord {
        guard let record = try records("WHERE id = ?1", [id]).first else {
            throw StoreError.unknown(kind: "correction", name: "\(id)", similar: [])
        }
        return record
    }

    private func records(_ condition: StaticString, _ values: [any ColumnValue]) throws -> [CorrectionRecord] {
        try database.rows(
            """
            SELECT id, made_at, action, subject, field, before, after, reason, undone_at, undone_reason
            FROM correction \(condition)
            """, values, as: Int64.self, String.self, String.self, String.self, String?.self, String?.self,
            String?.self, String?.self, String?.self, String?.self
        ).map { row in
            let about = try about(row.2, try Fields(row.3, database))
            return CorrectionRecord(
                id: row.0, made: row.1, action: row.2, about: about, subject: row.3, field: row.4, before: row.5,
                after: row.6, reason: row.7, undone: row.8, undoneReason: row.9)
        }
    }

    /// What a correction is about, in words.
    private func about(_ name: String, _ fields: Fields) throws -> String {
        guard let action = Correction.Action(rawValue: name), let subject = Correction.Subject(fields, of: action)
        else { return "" }
        switch subject {
        case .company(let company, let called, let article):
            let part = called.map { " called '\($0)'" } ?? ""
            return company.name + part + (try article.map { " in " + (try source(of: $0)) } ?? "")
        case .agreement(let agreement):
            return agreement.parties.map(\.name).joined(separator: " – ") + " " + agreement.kind
        case .clause(let clause): return "\(clause.type) in \(try source(of: clause.article)): \(clause.quote)"
        case .article(let article): return try source(of: article)
        }
    }

    /// The source of an article by its SHA-256, or that where the article is gone.
    private func source(of sha256: String) throws(SQLiteError) -> String {
        let bytes = Hexadecimal.bytes(sha256) ?? []
        return try database.value("SELECT source FROM article WHERE sha256 = ?1", [bytes], as: String.self) ?? sha256
    }
}
