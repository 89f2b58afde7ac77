/// How companies are called after the corrections that followed one: built backwards, from the last correction
/// to the first, so that each is asked in the terms of its own time.
struct LaterNames {
    /// The name that follows in the end.
    private var final: [CompanyKey: String] = [:]
    /// All names that follow.
    private var following: [CompanyKey: Set<String>] = [:]

    /// Puts a correction before those that are known: what has one of these names is called `name`.
    mutating func precede(_ names: CompanyNames, calledThen name: String) {
        let key = CompanyKey(name)
        let after = self[followers: key].union([name])
        let last = self[name]
        for former in names.keys {
            final[former] = last
            following[former, default: []].formUnion(after)
        }
    }

    /// What the company is called in the end that was called `name`.
    subscript(name: String) -> String {
        let key = CompanyKey(name)
        return final[key] ?? final[key.bare] ?? name
    }

    /// The names of a company, with all that follow.
    func names(_ company: CompanyReference) -> CompanyNames {
        var names = CompanyNames(company)
        for key in names.keys { self[followers: key].forEach { names.insert($0) } }
        return names
    }

    private subscript(followers key: CompanyKey) -> Set<String> {
        (following[key] ?? []).union(following[key.bare] ?? [])
    }
}

/// The names of a company, to know it by in an article.
struct CompanyNames {
    private(set) var keys: Set<CompanyKey>

    init(_ names: [String]) { keys = Set(names.map { CompanyKey($0) }) }

    init(_ company: CompanyReference) { self.init(company.names) }

    /// A name without a legal form stands for the company whatever form it is given.
    func contains(_ key: CompanyKey) -> Bool { keys.contains(key) || keys.contains(key.bare) }

    mutating func insert(_ name: String) { keys.insert(CompanyKey(name)) }
}

extension CompanyKey {
    /// The name without its legal form.
    var bare: CompanyKey { CompanyKey(normalized: normalized, legalForm: "") }
}
