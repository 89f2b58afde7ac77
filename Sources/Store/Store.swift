internal import Assets
internal import Model
internal import SQLite

/// The knowledge base: one SQLite file with articles, companies, agreements and clauses.
public struct Store {
}
