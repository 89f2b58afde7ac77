import Model

/// The queries that are asked most, read without the argument parser: words, and options that have a value.
///
/// To set the parser up takes three milliseconds, as long as the search for a phrase. Whatever is not plain, or wrong,
/// is left to it, which also explains what is wrong; a test holds the two against each other.
enum PlainQuery {
    /// The query that `arguments` ask for; nil where they are not of this kind.
    static func parsed(_ arguments: [String]) -> QueryCommand? {
        guard arguments.first == "query" else { return nil }
        var query = QueryCommand.unset
        var given: Set<String> = []
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                query.words.append(argument)
                continue
            }
            guard given.insert(argument).inserted, let value = rest.popFirst(), !value.hasPrefix("-"),
                query.set(argument, value)
            else { return nil }
        }
        do {
            try query.filter.validate()
            try query.validate()
        } catch {
            return nil
        }
        return query
    }
}

extension QueryCommand {
    /// Without words and options; every property of the options has its default, or reading it would trap.
    fileprivate static var unset: QueryCommand {
        var query = QueryCommand()
        query.words = []
        (query.sort, query.limit, query.offset, query.explain) = (.score, Self.defaultLimit, 0, false)
        query.filter = .unset
        query.answer = .unset
        return query
    }

    /// Sets the option `name`; false where it is not one of the plain ones, or has no such value.
    fileprivate mutating func set(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--db": answer.database.database = value
        case "--type": filter.type = [value]
        case "--kind": filter.kind = [value]
        case "--company": filter.company = value
        case "--since": filter.since = value
        case "--until": filter.until = value
        case "--limit", "-l":
            guard let count = Int(value) else { return false }
            limit = count
        case "--format":
            guard let format = Format(rawValue: value) else { return false }
            answer.output.format = format
        default: return false
        }
        return true
    }
}

extension FilterOptions {
    fileprivate static var unset: FilterOptions {
        var filter = FilterOptions()
        (filter.type, filter.kind, filter.status, filter.agreementStatus) = ([], [], [], [])
        (filter.company, filter.counterparty, filter.role, filter.source) = (nil, nil, nil, nil)
        (filter.since, filter.until, filter.minimumAmount, filter.currency) = (nil, nil, nil, nil)
        (filter.confidence, filter.scope) = (0, .both)
        filter.asOf = AsOfOptions()
        filter.asOf.date = nil
        return filter
    }
}

extension AnswerOptions {
    fileprivate static var unset: AnswerOptions {
        var answer = AnswerOptions()
        answer.exitStatus = false
        answer.database = DatabaseOptions()
        answer.database.database = nil
        answer.output = OutputOptions()
        (answer.output.format, answer.output.noPager) = (.table, false)
        answer.output.color = ColorOptions()
        answer.output.color.choice = .auto
        return answer
    }
}
