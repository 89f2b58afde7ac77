internal import Assets
public import Model
internal import SQLite

/// The knowledge base: one SQLite file with articles, companies, agreements and clauses.
///
/// One connection; use it from one thread at a time.
public final class Store {
    public enum Mode: Sendable {
        /// Reads an existing database; never writes or creates one.
        case read
        /// Reads and writes an existing database, and migrates it.
        case write
        /// As `write`, and makes the database where there is none.
        case create
    }

    /// Opens the knowledge base at `path`.
    /// - Throws: `missing`, `foreign`, `newer`, `older`, `locked`, `inputOutput`, `damaged`.
    public static func open(_ path: String, mode: Mode) throws(StoreError) -> Store {
        Store()
    }

    /// Ends the work: a writer leaves one file behind, where no other process has it open.
    public func close() {}

    /// Files `entries` in one transaction; when it returns they are on the disk.
    /// - Returns: what became of each, in the same order.
    public func ingest(_ entries: [Entry]) throws(StoreError) -> [Outcome] { [] }

    /// Answers `query`, clauses first, then sentences that no clause covers.
    /// - Throws: `unknown` for a company or a clause type that does not exist.
    public func answer(_ query: Query) throws(StoreError) -> Answer { Answer() }

    /// Companies, those with most agreements first. A `limit` of 0 or less means all, here and below.
    public func companies(limit: Int = 0) throws(StoreError) -> [CompanyRecord] { [] }

    /// Agreements, the newest first; of one company, where `company` names it.
    public func agreements(company: String? = nil, limit: Int = 0) throws(StoreError) -> [AgreementRecord] { [] }

    /// Clauses in the order of their articles; of these types, of one company.
    public func clauses(
        types: [ClauseType] = [], company: String? = nil, limit: Int = 0
    ) throws(StoreError) -> [ClauseRecord] { [] }

    /// Articles in the order of their ingest, those that a later reading replaced left out.
    public func articles(limit: Int = 0) throws(StoreError) -> [ArticleRecord] { [] }

    /// A company by its id or any of its names.
    /// - Throws: `unknown` or `ambiguous`, here and below.
    public func company(_ nameOrID: String) throws(StoreError) -> CompanyDetail {
        throw .unknown(kind: "company", name: nameOrID, similar: [])
    }

    /// An agreement by its id or the names of its parties.
    public func agreement(_ nameOrID: String) throws(StoreError) -> AgreementDetail {
        throw .unknown(kind: "agreement", name: nameOrID, similar: [])
    }

    /// A clause by its id.
    public func clause(_ id: String) throws(StoreError) -> ClauseDetail {
        throw .unknown(kind: "clause", name: id, similar: [])
    }

    /// An article by its id, source or title.
    public func article(_ nameOrID: String) throws(StoreError) -> ArticleDetail {
        throw .unknown(kind: "article", name: nameOrID, similar: [])
    }

    /// How much there is of what.
    public func statistics() throws(StoreError) -> Statistics { Statistics() }

    /// Checks the database: its structure, its references, its full-text indexes, and that each quote
    /// is where it says it is.
    /// - Returns: what is wrong; empty where nothing is.
    public func verify() throws(StoreError) -> [Finding] { [] }
}
