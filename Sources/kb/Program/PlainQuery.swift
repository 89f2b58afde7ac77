import Model
import Store

/// The queries that are asked most, read without the argument parser: words, and options that have a value.
///
/// To set the parser up takes three milliseconds, as long as the search for a phrase, and its types alone half of one.
/// Whatever is not plain, or wrong, is left to it, which also explains what is wrong; a test holds the two against each
/// other.
enum PlainQuery {
    /// The query that `arguments` ask for; nil where they are not of this kind.
    static func parsed(_ arguments: [String]) -> QueryRequest? {
        guard arguments.first == "query" else { return nil }
        var request = QueryRequest(query: Query(text: "", limit: QueryRequest.defaultLimit), database: "")
        var words: [String] = []
        var database: String?
        var given: [String] = []
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                words.append(argument)
                continue
            }
            guard !given.contains(argument), let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            given.append(argument)
            if argument == "--db" {
                database = value
            } else if !request.set(argument, value) {
                return nil
            }
        }
        guard !words.isEmpty || request.query.hasFilters else { return nil }
        request.query.text = words.joined(separator: " ")
        request.database = DatabaseFile.path(database)
        return request
    }
}

extension QueryRequest {
    /// Sets the option `name`; false where it is not one of the plain ones, or has no such value.
    fileprivate mutating func set(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--type": query.types = [ClauseType(rawValue: value)]
        case "--kind": query.kinds = [value]
        case "--company": query.company = value
        case "--since" where CalendarDate.isISO(value): query.since = value
        case "--until" where CalendarDate.isISO(value): query.until = value
        case "--limit", "-l":
            guard let count = Int(value), count >= 0 else { return false }
            query.limit = count
        case "--format":
            guard let format = Format(rawValue: value) else { return false }
            printing.format = format
        default: return false
        }
        return true
    }
}
