internal import Assets
internal import SQLite

/// The names that filters take, for those who do not know them by heart.
public enum TermNames {
    /// The clause types and then their families, in the order of the table of types.
    public static var clauseTypes: [String] {
        let rows = Assets.table("data/clause_types.tsv")
        return unique(rows.map { $0[0] } + rows.filter { $0.count > 1 }.map { $0[1] })
    }

    /// The agreement kinds.
    public static var agreementKinds: [String] { Assets.table("data/agreement_kinds.tsv").map { $0[0] } }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension Store {
    /// The names of companies that have one beginning with `prefix`, in the order of the alphabet, at most `limit`.
    public func companyNames(beginning prefix: String, limit: Int) throws(StoreError) -> [String] {
        try wrap {
            let key = CompanyKey(prefix).normalized
            return try database.values(
                """
                SELECT DISTINCT company.name FROM company_name JOIN company ON company.id = company_id
                WHERE company_name.normalized >= ?1 AND company_name.normalized < ?1 || char(0x10FFFF) ORDER BY company.name LIMIT ?2
                """, [key, limit], as: String.self)
        }
    }
}
