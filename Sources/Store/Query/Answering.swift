public import Model
internal import SQLite

extension Store {
    /// Answers `query`, clauses first, then sentences that no clause covers. Where nothing holds all its
    /// words, what holds some of them.
    /// - Throws: `unknown` for a company or a clause type that does not exist, `ambiguous` for a company.
    public func answer(_ query: Query) throws(StoreError) -> Answer {
        try wrap {
            // One view of the database, though the answer takes several statements.
            try database.transaction(.deferred) {
                let lookup = Lookup(database: database)
                let company = try query.company.map { try lookup.company($0) }
                let types = try lookup.types(query.types)
                let expression = FullTextExpression(query.text)
                for way in [FullTextExpression.Operator.all, .any] {
                    let search = Search(
                        database: database, expression: expression, way: way, types: types, company: company,
                        limit: query.limit > 0 ? query.limit : .max)
                    let answer = try search.answer()
                    if !answer.hits.isEmpty || expression.terms.count < 2 { return answer }
                }
                return Answer()
            }
        }
    }
}
