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

    /// As `correct(_:reason:)`, for several: all of them or none.
    @discardableResult
    public func correct(_ edits: [Edit], reason: String? = nil) throws(StoreError) -> [CorrectionRecord] {
        try wrap {
            try correcting {
                try edits.map { try apply(try EditReader(database: database).correction($0), reason: reason) }
            }
        }
    }

    /// Takes back the merge by which a company is known under another one's name.
    /// - Parameter name: the company that was merged, by a name that it had.
    /// - Throws: `unknown` where no merge of such a company is in force.
    public func unmerge(company name: String, reason: String? = nil) throws(StoreError) -> CorrectionRecord {
        let merges = try corrections().filter { $0.action == "company-merge" && $0.undone == nil }
        let key = CompanyKey(name)
        guard let merge = merges.last(where: { CompanyKey($0.about) == key }) else {
            throw .unknown(kind: "merge of a company called", name: name, similar: merges.map(\.about))
        }
        return try undo(correction: merge.id, reason: reason)
    }

    /// Takes back that a clause was rejected.
    /// - Parameter id: the id that the clause had.
    /// - Throws: `unknown` where no such clause was rejected.
    public func restore(clause id: Int64, reason: String? = nil) throws(StoreError) -> CorrectionRecord {
        let rejection = try wrap {
            try database.values(
                """
                SELECT id FROM correction WHERE action = 'clause-reject' AND record_id = ?1 AND undone_at IS NULL
                ORDER BY id DESC LIMIT 1
                """, [id], as: Int64.self
            ).first
        }
        guard let rejection else { throw .unknown(kind: "rejected clause", name: "\(id)", similar: []) }
        return try undo(correction: rejection, reason: reason)
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
        if let known = try writer.log.inForce(like: correction) {
            throw StoreError.refused(reason: "correction \(known) says so already", hint: nil)
        }
        let articles = try Scope(database: database).articles(of: correction)
        let derivation = Derivation(database: database, writer: writer)
        let before = try derivation.found(in: articles)
        let id = try writer.log.add(correction, reason: reason)
        try derivation.derive(articles, moulding: try Moulding(database, for: correction, id))
        try writer.settle()
        let after = try derivation.found(in: articles)
        if correction.action != .distinguishCompanies, !after.applied.contains(id), !after.held.contains(id) {
            throw StoreError.refused(reason: "no article says this of it, so that it would change nothing", hint: nil)
        }
        if let lost = before.applied.subtracting(after.applied).min() {
            throw StoreError.refused(
                reason: "correction \(lost) would no longer find what it is about",
                hint: "Take that back first: kb undo \(lost)")
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
        let before = try derivation.found(in: articles).applied
        let moulding = try Moulding(database, takingBack: correction)
        try database.run(
            "UPDATE correction SET undone_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), undone_reason = ?2 WHERE id = ?1",
            id, reason)
        try derivation.derive(articles, moulding: moulding)
        try writer.settle()
        if let later = before.subtracting(try derivation.found(in: articles).applied).filter({ $0 > id }).min() {
            throw StoreError.refused(
                reason: "correction \(later) stands on correction \(id)", hint: "Take that back first: kb undo \(later)"
            )
        }
    }
}
