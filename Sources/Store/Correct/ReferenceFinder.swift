internal import Model
internal import SQLite

/// Puts what people point at into words that outlive ids.
struct ReferenceFinder {
    let database: Database

    private var lookup: Lookup { Lookup(database: database) }

    func company(_ nameOrID: String) throws -> (id: Int64, reference: CompanyReference) {
        let id = try lookup.company(nameOrID)
        return (id, try company(id))
    }

    /// A company with the names that no other company has.
    func company(_ id: Int64) throws -> CompanyReference {
        let name = try database.value("SELECT name FROM company WHERE id = ?1", [id], as: String.self) ?? ""
        let names = try database.rows(
            """
            SELECT name, normalized, EXISTS (
                SELECT 1 FROM company_name AS other
                WHERE other.normalized = company_name.normalized AND other.company_id <> ?1 AND kind <> 'product')
            FROM company_name WHERE company_id = ?1 AND kind <> 'product' ORDER BY name
            """, [id], as: String.self, String.self, Bool.self)
        var own: [String] = []
        for (name, normalized, isShared) in names where !isShared || CompanyKey(name).legalForm != "" {
            if !own.contains(name) { own.append(name) }
            // The bare name means it too, where it means no other.
            if !isShared, !own.contains(normalized) { own.append(normalized) }
        }
        return CompanyReference(name: name, names: own)
    }

    func agreement(_ nameOrID: String) throws -> (id: Int64, reference: AgreementReference) {
        let id = try lookup.agreement(nameOrID)
        return (id, try agreement(id))
    }

    func agreement(_ id: Int64) throws -> AgreementReference {
        let row = try database.row(
            "SELECT kind, value, currency FROM agreement WHERE id = ?1", [id], as: String.self, Double?.self,
            String?.self)
        let parties = try database.values(
            "SELECT company_id FROM agreement_party WHERE agreement_id = ?1 ORDER BY position", [id], as: Int64.self)
        let articles = try database.values(
            """
            SELECT lower(hex(sha256)) FROM agreement_article JOIN article ON article.id = article_id
            WHERE agreement_id = ?1 ORDER BY 1
            """, [id], as: String.self)
        let value = row.flatMap { row in
            row.1.flatMap { amount in row.2.map { Money(amount: amount, currency: $0) } }
        }
        return AgreementReference(
            kind: row?.0 ?? "", parties: try parties.map { try company($0) }, value: value, articles: articles,
            isOnlyOne: try isOnlyOne(id, kind: row?.0 ?? "", Set(parties)))
    }

    private func isOnlyOne(_ id: Int64, kind: String, _ parties: Set<Int64>) throws(SQLiteError) -> Bool {
        guard parties.count > 1, let first = parties.min() else { return false }
        let others = try database.values(
            """
            SELECT agreement_id FROM agreement_party JOIN agreement ON agreement.id = agreement_id
            WHERE company_id = ?1 AND kind = ?2 AND agreement_id <> ?3
            """, [first, kind, id], as: Int64.self)
        for other in others where Set(try self.parties(of: other)) == parties { return false }
        return true
    }

    private func parties(of agreement: Int64) throws(SQLiteError) -> [Int64] {
        try database.values(
            "SELECT company_id FROM agreement_party WHERE agreement_id = ?1", [agreement], as: Int64.self)
    }

    /// A clause with what is known of it.
    /// - Throws: `unknown`.
    func clause(_ id: Int64) throws -> ClauseReference {
        guard let record = try Records(database: database).clauses("WHERE clause.id = ?1", [id]).first,
            let sha256 = try sha256(of: record.article)
        else { throw StoreError.unknown(kind: "clause", name: "\(id)", similar: []) }
        var clause = ClauseReference(
            article: sha256, range: TextRange(record.start, record.end), type: record.type.rawValue,
            status: record.status.rawValue, quote: record.quote)
        clause.obligors = record.obligors
        clause.beneficiaries = record.beneficiaries
        clause.amount = record.amount
        clause.percent = record.percent
        clause.speaker = record.speaker
        clause.agreement = try record.agreement.map { try agreement($0) }
        return clause
    }

    func sha256(of article: Int64) throws(SQLiteError) -> String? {
        try database.value("SELECT lower(hex(sha256)) FROM article WHERE id = ?1", [article], as: String.self)
    }
}
