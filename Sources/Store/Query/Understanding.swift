/// What a query was understood to ask for: parts, each with the meanings that its words may have.
struct Understanding: Equatable, Sendable {
    var parts: [QueryPart] = []
    /// It asks what may be done ("who can walk away"), not what was done.
    var asksForRights = false
    /// It asks what there is not ("not exclusive", "rejected offers"), or all of what a company has to do with.
    var asksForDenials = false

    /// What a hit can reach at most.
    var weight: Double { parts.reduce(0) { $0 + $1.weight } }

    /// Whether a company has to be on one side.
    var asksForRoles: Bool {
        meanings.contains {
            guard case .companies(_, _, _?) = $0 else { return false }
            return true
        }
    }

    /// Whether more than what the indexes know decides how well a row answers.
    var isWeighed: Bool {
        asksForRights || asksForRoles || meanings.contains(where: \.isOfArticle)
    }

    private var meanings: [Meaning] { parts.flatMap(\.readings).map(\.meaning) }

    /// The time that is asked for, where nothing else is.
    var onlyPeriod: Period? {
        guard parts.count == 1, case .period(let period)? = parts[0].readings.first?.meaning else { return nil }
        return period
    }
}

/// A few words of a query that belong together, and what they can mean.
struct QueryPart: Equatable, Sendable {
    /// The words as they were typed.
    var words: String
    /// How much of the query it is.
    var weight: Double
    /// A hit must have it: a quoted phrase, a word with `*`.
    var isRequired = false
    var readings: [Reading]

    /// What the words were found as, to be read by people.
    /// - Parameter found: the readings that a hit itself has, by place; where it has none, its article does.
    func meaning(of found: [Int]) -> String {
        var meanings: [String] = []
        for (place, reading) in readings.enumerated() where found.contains(place) || reading.meaning.isOfArticle {
            let meaning = reading.meaning.description
            if !meanings.contains(meaning) { meanings.append(meaning) }
        }
        return meanings.isEmpty ? "elsewhere in the article" : meanings.joined(separator: ", ")
    }

    struct Reading: Equatable, Sendable {
        var meaning: Meaning
        /// 0 to 1: how well a hit with this meaning answers these words.
        var grade: Double
    }
}

enum Meaning: Equatable, Sendable {
    /// Words of the text: an expression of FTS5, and the phrases that it is made of; a `*` ends one that is a beginning.
    case text(String, phrases: [String])
    /// As `text`, in a clause that is denied.
    case denied(String, words: String)
    /// Any of these companies, which may have to owe or to get it.
    case companies([Int64], names: [String], role: CompanyRole?)
    case concept(Concept)
    case amount(QueryAmount)
    /// Published in this time.
    case period(Period)
}

/// On which side of a term a company is wanted.
enum CompanyRole: String, Equatable, Sendable {
    case obligor, beneficiary

    var opposite: CompanyRole { self == .obligor ? .beneficiary : .obligor }
}

extension Meaning {
    /// Whether it is the article that has it, not the clause or the sentence.
    var isOfArticle: Bool {
        guard case .period = self else { return false }
        return true
    }

    var description: String {
        switch self {
        case .text: "words"
        case .denied(_, let words): "\(words) denied"
        case .companies(_, let names, let role):
            "company \(names.first ?? "")" + (role.map { " as \($0.rawValue)" } ?? "")
        case .concept(.clauseType(let name)): "clause type \(name)"
        case .concept(.term(let name, let status)): "clause type \(name), \(status)"
        case .concept(.agreementKind(let name)): "agreement kind \(name)"
        case .concept(.agreementStatus(let name)): "agreement \(name)"
        case .concept(.clauseStatus(let name)): "clause \(name)"
        case .amount(let amount): "amount" + (amount.bound == .exact ? "" : " \(amount.bound.rawValue)")
        case .period(let period): "published \(period)"
        }
    }

    /// An expression of FTS5 that finds any of `phrases`, each a sequence of words.
    static func text(anyOf phrases: [String]) -> Meaning {
        var seen: [String] = []
        for phrase in phrases where !seen.contains(phrase) { seen.append(phrase) }
        return .text(expression(anyOf: seen), phrases: seen)
    }

    static func expression(anyOf phrases: [String]) -> String {
        "(" + phrases.map(quoted).joined(separator: " OR ") + ")"
    }

    /// Words that begin with any of `prefixes`.
    static func text(prefixes: [String]) -> Meaning {
        .text(
            "(" + prefixes.map { quoted($0) + " *" }.joined(separator: " OR ") + ")", phrases: prefixes.map { $0 + "*" }
        )
    }

    /// A string of FTS5: nothing in it has a meaning for its grammar. <https://sqlite.org/fts5.html#fts5_strings>
    private static func quoted(_ words: String) -> String {
        "\"" + words.filter { $0 != "\"" && $0 != "\0" } + "\""
    }
}
