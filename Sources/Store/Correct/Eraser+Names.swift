internal import SQLite

/// The names of companies.
extension Eraser {
    /// Calls companies by the fullest of the names that are left, and takes out those that have none.
    /// - Returns: those that agreements still have as parties.
    func rename(_ companies: [Int64]) throws(SQLiteError) -> [Int64] {
        var waiting: [Int64] = []
        for company in companies where try !rename(company) { waiting.append(company) }
        return waiting
    }

    /// The names that `article` was the first to give: another article that calls the company so vouches for it
    /// now; a name without one goes.
    func eraseNames(of company: Int64, givenBy article: Int64) throws {
        let given = try database.rows(
            "SELECT kind, name FROM company_name WHERE company_id = ?1 AND article_id = ?2", [company, article],
            as: String.self, String.self)
        try erase(names: given.map { ($0.0, $0.1) }, of: company)
    }

    /// Takes names from a company, or finds another article that vouches for them.
    func erase(names: [(kind: String, name: String)], of company: Int64) throws {
        guard !names.isEmpty else { return }
        let vouchers = try NameVouchers(database, log, known).vouchers(for: names, of: company)
        for (kind, name) in names {
            if let other = vouchers[[kind, name]] {
                try database.run(
                    "UPDATE company_name SET article_id = ?4 WHERE company_id = ?1 AND kind = ?2 AND name = ?3",
                    company, kind, name, other)
            } else {
                try database.run(
                    "DELETE FROM company_name WHERE company_id = ?1 AND kind = ?2 AND name = ?3", company, kind, name)
            }
        }
    }

    /// - Returns: false where it has no name, and an agreement has it as a party.
    private func rename(_ company: Int64) throws(SQLiteError) -> Bool {
        let names = try database.rows(
            "SELECT kind, name FROM company_name WHERE company_id = ?1", [company], as: String.self, String.self)
        guard !names.isEmpty else {
            let isNamed = try database.value(
                "SELECT EXISTS (SELECT 1 FROM company_article WHERE company_id = ?1)", [company], as: Bool.self)
            if isNamed == true { return true }
            let isParty = try database.value(
                "SELECT EXISTS (SELECT 1 FROM agreement_party WHERE company_id = ?1)", [company], as: Bool.self)
            if isParty == true { return false }
            try database.run("UPDATE company_key SET company_id = NULL WHERE company_id = ?1", company)
            try database.run("DELETE FROM company WHERE id = ?1", company)
            return true
        }
        let own = names.filter { $0.0 == "name" }.map(\.1)
        let candidates = own.isEmpty ? names.map(\.1) : own
        let best = candidates.dropFirst().reduce(candidates[0]) { CompanyName.isFuller($1, than: $0) ? $1 : $0 }
        try database.run("UPDATE company SET name = ?2 WHERE id = ?1", company, best)
        return true
    }
}
