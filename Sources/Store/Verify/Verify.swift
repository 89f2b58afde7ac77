internal import SQLite

extension Store {
    /// Checks the database: its structure, its schema, its references, that each quote is where it says it is, and that
    /// the full-text indexes hold the words of the text, no more and no fewer. Changes nothing, and takes time
    /// in proportion to the text.
    /// - Returns: what is wrong; empty where nothing is.
    public func verify() throws(StoreError) -> [Finding] {
        try wrap {
            var findings: [Finding] = []
            do {
                // What a view says that is not kb's need not end.
                let planted = try PlantedViews(Migration.embedded).names(in: database)
                guard planted.isEmpty else { return try SchemaCheck.findings(database) }
                findings = try integrity()
                // On a damaged file the other checks can only repeat that.
                guard findings.isEmpty else { return findings }
                findings += try SchemaCheck.findings(database)
                findings += try references()
                findings += try text()
            } catch let error as SQLiteError {
                // What ends the checks is a finding too.
                switch StoreError(error, path: path) {
                case .damaged(_, let reason), .contradicted(_, let reason):
                    findings.append(Finding(check: "integrity", detail: reason))
                default: throw error
                }
            }
            return findings
        }
    }

    private func integrity() throws(SQLiteError) -> [Finding] {
        try database.values("PRAGMA integrity_check", as: String.self).filter { $0 != "ok" }.map {
            Finding(check: "integrity", detail: $0)
        }
    }

    private func references() throws(SQLiteError) -> [Finding] {
        try database.rows(
            "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check", as: String.self, Int.self,
            String.self
        ).map { Finding(check: "foreign-keys", detail: "row \($0.1) of \($0.0) refers to no \($0.2)") }
            + referencesWithoutKeys()
    }

    /// What refers to companies, agreements and sentences without a foreign key.
    private func referencesWithoutKeys() throws(SQLiteError) -> [Finding] {
        try database.values(
            """
            SELECT DISTINCT 'a mention refers to no company ' || company_id FROM mention
            WHERE company_id NOT IN (SELECT id FROM company)
            UNION ALL
            SELECT DISTINCT 'a party of a clause refers to no company ' || company_id FROM clause_side
            WHERE company_id NOT IN (SELECT id FROM company)
            UNION ALL
            SELECT 'clause ' || id || ' refers to no sentence ' || sentence_id FROM clause
            WHERE sentence_id NOT IN (SELECT id FROM sentence)
            UNION ALL
            SELECT DISTINCT 'a pair of companies refers to no agreement ' || agreement_id FROM agreement_pair
            WHERE agreement_id NOT IN (SELECT id FROM agreement)
            UNION ALL
            SELECT DISTINCT 'a pair of agreement ' || agreement_id || ' refers to no company' FROM agreement_pair
            WHERE company_id NOT IN (SELECT id FROM company) OR other_id NOT IN (SELECT id FROM company)
            UNION ALL
            SELECT DISTINCT 'agreement ' || one.agreement_id || ' lacks a pair of its companies'
            FROM agreement_party AS one JOIN agreement_party AS other
                ON other.agreement_id = one.agreement_id AND other.company_id > one.company_id
            WHERE NOT EXISTS (
                SELECT 1 FROM agreement_pair AS pair WHERE pair.company_id = one.company_id
                    AND pair.other_id = other.company_id AND pair.agreement_id = one.agreement_id)
            """, as: String.self
        ).map { Finding(check: "foreign-keys", detail: $0) }
    }

    /// A connection of its own, since the check needs temporary tables and this one may be for reading alone.
    private func text() throws -> [Finding] {
        let connection = try Database(path: path, mode: .readWrite)
        return try connection.transaction(.deferred) { try TextCheck(connection).findings() }
    }
}
