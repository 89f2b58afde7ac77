public import Model
internal import SQLite

extension Store {
    /// The families of clause types (`exclusivity`, `money`, …) in the order of the table of types, each with
    /// its types.
    public func clauseFamilies() throws(StoreError) -> [(family: String, types: [ClauseType])] {
        try wrap {
            var families: [(family: String, types: [ClauseType])] = []
            let rows = try database.rows(
                "SELECT family, type FROM clause_type ORDER BY number", as: String.self, String.self)
            for (family, type) in rows {
                let type = ClauseType(rawValue: type)
                if let index = families.firstIndex(where: { $0.family == family }) {
                    families[index].types.append(type)
                } else {
                    families.append((family, [type]))
                }
            }
            return families
        }
    }
}
