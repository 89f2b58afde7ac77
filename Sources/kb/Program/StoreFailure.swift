import Store

extension Failure {
    /// What a `StoreError` means to the user.
    init(_ error: StoreError) {
        switch error {
        case .missing(let path):
            self.init(.notFound, "\(path): no such database", hint: "Make one with: kb ingest --db \(path) ARTICLES")
        case .foreign(let path):
            self.init(.badDatabase, "\(path): this is not a kb database")
        case .newer(let path, let version, let known):
            self.init(
                .badDatabase, "\(path): made by a newer kb (schema \(version); this kb knows \(known))",
                hint: "Use a newer kb.")
        case .older(let path, let version, let known):
            self.init(
                .badDatabase, "\(path): made by an older kb (schema \(version), this kb needs \(known))",
                hint: "Bring it up to date with: kb ingest --db \(path) ARTICLES")
        case .locked(let path):
            self.init(.locked, "\(path): another program keeps the database locked", hint: "Try again when it is done.")
        case .inputOutput(let path, let reason):
            self.init(.inputOutput, "\(path): \(reason)")
        case .damaged(let path, let reason):
            self.init(
                .badDatabase, "\(path): the database is damaged: \(reason)",
                hint: "Say kb verify --db \(path) to see what is wrong; a copy made by kb backup may be whole.")
        case .contradicted(let path, let reason):
            self.init(
                .badDatabase, "\(path): what is stored contradicts itself: \(reason)",
                hint: "Say kb verify --db \(path) to see what is wrong; a copy made by kb backup may be whole.")
        case .unknown(let kind, let name, let similar):
            self.init(.notFound, "no \(kind) '\(name)'", hint: Failure.hint(atUnknown: kind, similar))
        case .ambiguous(let kind, let name, let candidates):
            self.init(
                .notFound, "more than one \(kind) is called '\(name)'",
                hint: "Say which: \(Failure.alternatives(candidates))")
        case .unread(let article):
            self.init(
                .badDatabase, "\(article): an older kb read this article, and did not keep what it read",
                hint: "Read it again first: kb reextract --apply")
        case .refused(let reason, let hint):
            self.init(.usage, reason, hint: hint)
        case .interrupted(let path):
            self.init(Interrupt.status, "\(path): interrupted, nothing was changed")
        case .inLine(let line, let error):
            let failure = Failure(error)
            self.init(.badInput, "line \(line) of the corrections: \(failure.message)", hint: failure.hint)
        case .failed(let reason):
            self.init(.internalFault, "internal error: \(reason)")
        }
    }

    /// What to write instead of an unknown name. More than a handful of names are all that there are.
    private static func hint(atUnknown kind: String, _ similar: [String]) -> String? {
        if similar.count > 5 { return "Choose \(alternatives(similar))." }
        if !similar.isEmpty { return "Did you mean \(alternatives(similar))?" }
        switch kind {
        case "company": return "kb companies lists all that are known."
        case "agreement": return "kb agreements lists them with their ids."
        case "clause": return "kb clauses lists them with their ids."
        case "article": return "kb articles lists them."
        case "correction": return "kb log lists them."
        case "clause type": return "Choose a type or, to filter by, a family: \(alternatives(TermNames.clauseTypes))."
        default: return nil
        }
    }

    /// `a, b or c`.
    static func alternatives(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
