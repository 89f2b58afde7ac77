import Model
import Store

/// A suite that asks one knowledge base.
protocol QuerySuite {
    var store: Store { get }
}

extension QuerySuite {
    func hits(_ query: Query) throws -> [Hit] { try store.answer(query).hits }

    /// The types of what is found, `sentence` for what is no clause.
    func types(_ text: String = "", _ change: (inout Query) -> Void) throws -> Set<String> {
        var query = Query(text: text)
        change(&query)
        return try Set(hits(query).map { $0.type?.rawValue ?? "sentence" })
    }
}
