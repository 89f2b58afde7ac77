internal import Model
internal import SQLite

/// The table of corrections, and those in force in memory.
final class CorrectionLog {
    private let database: Database
    private var state: State?
    /// What was read, by id; a row says the same for ever.
    private var known: [Int64: Correction] = [:]
    private(set) var corrections = Corrections([])
    /// Names that people said to be of two companies.
    private(set) var parted: Set<NamePair> = []

    /// What tells whether another process has made or taken back one.
    private struct State: Equatable {
        var newest: Int64
        var undone: Int
    }

    init(_ database: Database) { self.database = database }

    /// Reads what is new; costs next to nothing where nothing is.
    func refresh() throws(SQLiteError) {
        let row = try database.row(
            "SELECT coalesce(max(id), 0), count(undone_at) FROM correction", as: Int64.self, Int.self)
        let state = State(newest: row?.0 ?? 0, undone: row?.1 ?? 0)
        guard state != self.state else { return }
        let ids = try database.values(
            "SELECT id FROM correction WHERE undone_at IS NULL ORDER BY id", as: Int64.self)
        var inForce: [Correction] = []
        for id in ids {
            if known[id] == nil { known[id] = try correction(id) }
            if let correction = known[id] { inForce.append(correction) }
        }
        corrections = Corrections(inForce)
        parted = NamePair.parted(by: inForce)
        self.state = state
    }

    /// What a stored article says once it is put right; nil where no correction concerns it. What was put right in an
    /// earlier reading of its source holds in this one too.
    /// - Parameter reading: what was read out of it.
    func draft(of reading: Entry, article: Int64) throws(SQLiteError) -> Draft? {
        if corrections.isEmpty { return nil }
        let earlier = try database.values(
            """
            WITH RECURSIVE earlier(id) AS (
                SELECT supersedes FROM article WHERE id = ?1
                UNION SELECT supersedes FROM article JOIN earlier USING (id))
            SELECT lower(hex(sha256)) FROM article JOIN earlier USING (id)
            """, [article], as: String.self)
        return corrections.draft(of: reading, earlier: Set(earlier))
    }

    /// Forgets what was read, since the transaction in which it was read is taken back.
    func invalidate() {
        known = [:]
        state = nil
    }

    /// A correction by its id; nil where there is none.
    func correction(_ id: Int64) throws(SQLiteError) -> Correction? {
        let row = try database.row(
            "SELECT action, subject, field, before, after, record_id FROM correction WHERE id = ?1", [id],
            as: String.self, String.self, String?.self, String?.self, String?.self, Int64?.self)
        guard let (name, subjectJSON, field, before, after, record) = row else { return nil }
        guard let action = Correction.Action(rawValue: name),
            let subject = Correction.Subject(try Fields(subjectJSON, database), of: action)
        else { throw .failed(.corrupt, message: "correction \(id) cannot be read") }
        return Correction(
            id: id, action: action, subject: subject, field: field, before: try content(before),
            after: try content(after), recordID: record)
    }

    private func content(_ json: String?) throws(SQLiteError) -> Correction.Content {
        guard let json else { return .nothing }
        return Correction.Content(try Fields(json, database))
    }

    /// The id of a correction in force that says the same.
    func inForce(like correction: Correction) throws(SQLiteError) -> Int64? {
        try inForce(
            correction.action.rawValue, correction.subject.json, correction.field, correction.after.json)
    }

    /// As `inForce(like:)`, in the terms of the table; `subject` and `after` as JSON.
    func inForce(
        _ action: String?, _ subject: String?, _ field: String?, _ after: String?
    ) throws(SQLiteError) -> Int64? {
        try database.values(
            """
            SELECT id FROM correction
            WHERE undone_at IS NULL AND action = ?1 AND json(subject) = json(?2)
            AND field IS ?3 AND json(after) IS json(nullif(?4, 'null')) LIMIT 1
            """, [action, subject, field, after], as: Int64.self
        ).first
    }

    /// Writes a correction down. Its time comes after that of all others, by a millisecond if need be: it tells in
    /// what order corrections apply also where those of several knowledge bases come together.
    /// - Returns: its id.
    func add(_ correction: Correction, reason: String?) throws(SQLiteError) -> Int64 {
        try database.run(
            """
            INSERT INTO correction (made_at, action, subject, field, before, after, reason, record_id)
            SELECT max(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
                    coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', max(made_at), '+0.001 seconds'), '')),
                ?1, ?2, ?3, ?4, ?5, ?6, ?7
            FROM correction WHERE action <> 'forget'
            """, correction.action.rawValue, correction.subject.json, correction.field, correction.before.json,
            correction.after.json, reason, correction.recordID)
        return database.lastInsertedID
    }
}
