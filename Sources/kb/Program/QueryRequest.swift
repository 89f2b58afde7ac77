import Model
import Store

/// A query as it is run, whoever read it from the command line.
struct QueryRequest: Equatable {
    static let defaultLimit = 20

    var query: Query
    /// The path of the database.
    var database: String
    var printing = Printing()
    /// Whether to say why each hit is there.
    var explains = false
    /// Whether to exit with 1 where nothing is found.
    var failsOnNothing = false

    func run() throws {
        let found = try Store.open(database, mode: .read).answer(query)
        let listing = HitListing(hits: found.hits, explained: explains).listing
        try printing.print(listing, nothing: nothing, isFailure: failsOnNothing)
        if found.isLoose, !found.hits.isEmpty {
            try printing.note("loose matches only: nothing has all of what was asked for")
        }
        if found.capped { try printing.note("very many sentences match; only the newest of them were ranked") }
    }

    private var nothing: String {
        let isBlank = query.text.allSatisfy(\.isWhitespace)
        if isBlank { return query.hasFilters ? "nothing fits the filters" : "no text to look for" }
        return "nothing found for '\(query.text)'" + (query.hasFilters ? " that fits the filters" : "")
    }
}

extension Query {
    /// Whether anything but the words, and where to look for them, leaves something out.
    var hasFilters: Bool {
        !(types.isEmpty && company == nil && counterparty == nil && kinds.isEmpty && statuses.isEmpty
            && agreementStatuses.isEmpty && since == nil && until == nil && minimumAmount == nil && source == nil
            && confidence <= 0)
    }
}
