internal import Model
internal import SQLite

/// The rows of agreements, of their parties and of the pairs that these make.
final class AgreementRows {
    private let database: Database
    private let insert: Statement
    private let insertParty: Statement
    private let insertPair: Statement

    init(_ database: Database) throws(SQLiteError) {
        self.database = database
        insert = try Statement(
            database,
            """
            INSERT INTO agreement
                (kind, status, value, currency, announced, effective, expires, confidence, correction_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
        insertParty = try Statement(
            database, "INSERT INTO agreement_party (agreement_id, company_id, position) VALUES (?1, ?2, ?3)")
        insertPair = try Statement(
            database,
            """
            INSERT INTO agreement_pair (company_id, other_id, agreement_id) VALUES (?1, ?2, ?3)
            ON CONFLICT DO NOTHING
            """)
    }

    /// - Parameter grouping: the correction by which people put the agreement together.
    /// - Returns: the id of the new agreement.
    func add(
        _ agreement: Extraction.Agreement, _ parties: [Int64], _ grouping: Int64?
    ) throws(SQLiteError) -> Int64 {
        try agreement.bind(to: insert, first: agreement.kind.rawValue)
        try grouping.bind(to: insert, at: 9)
        try insert.run()
        let id = database.lastInsertedID
        try addParties(parties, to: id)
        return id
    }

    private func addParties(_ parties: [Int64], to agreement: Int64) throws(SQLiteError) {
        for (position, party) in parties.enumerated() {
            try insertParty.bind(all: [agreement, party, position])
            try insertParty.run()
        }
        try addPairs(DealSettler.Pair.all(of: parties), to: agreement)
    }

    func addPairs(_ pairs: [DealSettler.Pair], to agreement: Int64) throws(SQLiteError) {
        for pair in pairs {
            try insertPair.bind(all: [pair.one, pair.other, agreement])
            try insertPair.run()
        }
    }

    /// Gives an agreement the kind and the parties that are told now.
    func reshape(
        _ id: Int64, _ agreement: Extraction.Agreement, _ parties: [Int64], _ grouping: Int64?
    ) throws(SQLiteError) {
        try database.run(
            "UPDATE agreement SET kind = ?2, correction_id = ?3 WHERE id = ?1", id, agreement.kind.rawValue, grouping)
        try setParties(parties, of: id)
    }

    /// A new agreement, to be filled.
    func open(like report: DealReport) throws(SQLiteError) -> Int64 {
        let agreement = Extraction.Agreement(
            kind: AgreementKind(rawValue: report.kind), status: report.status, parties: [],
            confidence: report.confidence)
        return try add(agreement, report.parties, nil)
    }

    func setParties(_ parties: [Int64], of agreement: Int64) throws(SQLiteError) {
        try clearParties(of: agreement)
        try addParties(parties, to: agreement)
    }

    /// Takes an agreement out that no article reports any more.
    func removeIfEmpty(_ agreement: Int64) throws(SQLiteError) {
        let isReported = try database.value(
            "SELECT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = ?1)", [agreement], as: Bool.self)
        if isReported != true { try remove(agreement) }
    }

    func remove(_ agreement: Int64) throws(SQLiteError) {
        try clearParties(of: agreement)
        try database.run("DELETE FROM agreement WHERE id = ?1", agreement)
    }

    private func clearParties(of agreement: Int64) throws(SQLiteError) {
        // By their companies, as the key has them: by the agreement alone it would be a walk through all pairs.
        try database.run(
            """
            DELETE FROM agreement_pair WHERE (company_id, other_id, agreement_id) IN (
                SELECT one.company_id, other.company_id, ?1
                FROM agreement_party AS one JOIN agreement_party AS other USING (agreement_id)
                WHERE one.agreement_id = ?1)
            """, agreement)
        try database.run("DELETE FROM agreement_party WHERE agreement_id = ?1", agreement)
    }
}

extension Extraction.Agreement {
    /// Binds what is said of the agreement to parameters 2 to 8, after `first`.
    func bind(to statement: borrowing Statement, first: any ColumnValue) throws(SQLiteError) {
        try first.bind(to: statement, at: 1)
        try statement.bind(status.rawValue, at: 2)
        try (value?.amount).bind(to: statement, at: 3)
        try (value?.currency).bind(to: statement, at: 4)
        try announced.bind(to: statement, at: 5)
        try effective.bind(to: statement, at: 6)
        try expires.bind(to: statement, at: 7)
        try statement.bind(confidence, at: 8)
    }
}
