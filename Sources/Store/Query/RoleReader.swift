internal import Assets

/// Reads from the words around the companies of a query which of them is asked for as the one who owes a
/// term, and which as the one who gets it: "what does Pfizer owe", "Apple's cut", "paid to Arm".
struct RoleReader {
    /// For each company, in their order.
    private(set) var roles: [CompanyRole?]
    /// The places of the words that said only this, and that no text has to hold.
    private(set) var words: Set<Int> = []

    private static let table: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        for row in Assets.table("data/concepts/role_words.tsv") where row.count == 2 {
            table[row[1], default: []].insert(PorterStemmer.stem(row[0]))
        }
        return table
    }()

    private let isAfterAuxiliary: Bool
    private static let auxiliaries: Set<String> = ["do", "does", "did", "must", "will", "shall", "can", "may", "to"]

    init(tokens: [QueryToken], companies: [Range<Int>]) {
        roles = companies.map { _ in nil }
        isAfterAuxiliary = tokens.contains { Self.auxiliaries.contains($0.folded) }
        for (index, company) in companies.enumerated() {
            let before = company.lowerBound > 0 ? tokens[company.lowerBound - 1].folded : ""
            if before == "from" || before == "by" { roles[index] = .obligor }
            if before == "to", index > 0 || has(tokens[..<company.lowerBound], "gives", "owes") {
                roles[index] = .beneficiary
            }
            if before == "of", company.lowerBound > 1 {
                let head = tokens[..<(company.lowerBound - 1)].suffix(2)
                if has(head, "duty") { roles[index] = .obligor }
                if has(head, "right") { roles[index] = .beneficiary }
            }
            let next = companies.indices.contains(index + 1) ? companies[index + 1].lowerBound : tokens.count
            let after = tokens[company.upperBound..<next]
            if has(after, "owes") || has(after, "gives") {
                roles[index] = .obligor
                if companies.indices.contains(index + 1) { roles[index + 1] = .beneficiary }
            } else if has(after, "gets") {
                roles[index] = .beneficiary
            } else if tokens[company.upperBound - 1].isPossessive {
                if has(after, "duty") { roles[index] = .obligor }
                if has(after, "right") { roles[index] = .beneficiary }
            }
        }
        guard !companies.isEmpty else { return }
        var silent = Self.table["owes", default: []].union(Self.table["gets", default: []])
        if roles.contains(.obligor) {
            silent.formUnion(Self.table["duty", default: []].subtracting(["payment", "debt"]))
        }
        words = Set(tokens.indices.filter { silent.contains(tokens[$0].stem) })
    }

    private func has(_ tokens: ArraySlice<QueryToken>, _ classes: String...) -> Bool {
        tokens.contains { token in
            classes.contains { Self.table[$0, default: []].contains(token.stem) && ($0 != "gives" || mayBeVerb(token)) }
        }
    }

    /// "Licence", "supply" and "lease" are nouns, unless they are inflected or an auxiliary goes before.
    private func mayBeVerb(_ token: QueryToken) -> Bool {
        isAfterAuxiliary || ["s", "ed", "ing"].contains(where: token.folded.hasSuffix)
    }
}
