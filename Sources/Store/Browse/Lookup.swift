internal import Model
internal import SQLite

/// Finds the one record that a person means by an id or a name.
struct Lookup {
    let database: Database

    /// A company by its id or any of its names. A proper name counts before an alias, and that before a product.
    func company(_ text: String) throws -> Int64 {
        if let id = Int64(text),
            let known = try database.value("SELECT id FROM company WHERE id = ?1", [id], as: Int64.self)
        {
            return known
        }
        let key = CompanyKey(text)
        var found: [(id: Int64, name: String, legalForm: String, kind: String)] = []
        for name in CompanyKey.spellings(of: text) where found.isEmpty { found = try companies(called: name) }
        for kind in ["name", "alias", "product"] {
            let ofKind = found.filter { $0.kind == kind }
            let sameForm = ofKind.filter { $0.legalForm == key.legalForm }
            let candidates = sameForm.isEmpty ? ofKind : sameForm
            if candidates.count == 1 { return candidates[0].id }
            guard candidates.isEmpty else {
                let names = candidates.map(\.name)
                // Where the names do not tell them apart, the ids do.
                let areApart = Set(names).count == names.count
                throw StoreError.ambiguous(
                    kind: "company", name: text,
                    candidates: candidates.map { areApart ? $0.name : "\($0.id): \($0.name)" })
            }
        }
        throw StoreError.unknown(kind: "company", name: text, similar: try companies(near: key.normalized))
    }

    private func companies(
        called normalized: String
    ) throws(SQLiteError) -> [(id: Int64, name: String, legalForm: String, kind: String)] {
        try database.rows(
            """
            SELECT DISTINCT company.id, company.name, company.legal_form, company_name.kind
            FROM company_name JOIN company ON company.id = company_id
            WHERE company_name.normalized = ?1 ORDER BY company.id
            """, [normalized], as: Int64.self, String.self, String.self, String.self)
    }

    private func companies(near normalized: String) throws -> [String] {
        let names = try database.rows(
            "SELECT DISTINCT company_name.normalized, company.name FROM company_name JOIN company ON company.id = company_id",
            as: String.self, String.self)
        return Nearest.names(to: normalized, among: names.map { (key: $0.0, name: $0.1) })
    }

    /// An agreement by its id, or by words that its parties' names and its kind have.
    func agreement(_ text: String) throws -> Int64 {
        if let id = Int64(text),
            let known = try database.value("SELECT id FROM agreement WHERE id = ?1", [id], as: Int64.self)
        {
            return known
        }
        let wanted = Set(CompanyKey.words(of: text))
        let rows = try database.rows(
            """
            SELECT agreement_view.id, agreement_view.title, agreement_view.kind || ' ' || group_concat(normalized, ' ')
            FROM agreement_view
            JOIN agreement_party ON agreement_party.agreement_id = agreement_view.id
            JOIN company_name ON company_name.company_id = agreement_party.company_id
            GROUP BY agreement_view.id ORDER BY agreement_view.id
            """, as: Int64.self, String.self, String.self)
        let found = rows.filter { wanted.isSubset(of: CompanyKey.words(of: $0.2)) }
        if found.count == 1 { return found[0].0 }
        guard found.isEmpty else {
            throw StoreError.ambiguous(kind: "agreement", name: text, candidates: found.map { "\($0.0): \($0.1)" })
        }
        let near = rows.filter { !wanted.isDisjoint(with: CompanyKey.words(of: $0.2)) }
        throw StoreError.unknown(kind: "agreement", name: text, similar: near.prefix(5).map { "\($0.0): \($0.1)" })
    }

    /// An article by its id, its source, the end of its source after a slash, with or without what follows its last
    /// dot, or its title.
    func article(_ text: String) throws -> Int64 {
        if let id = Int64(text),
            let known = try database.value("SELECT id FROM article WHERE id = ?1", [id], as: Int64.self)
        {
            return known
        }
        // The exact source is unique, and has an index; the looser ways look at every article.
        if let exact = try database.value(
            "SELECT id FROM current_article WHERE source = ?1", [text], as: Int64.self)
        {
            return exact
        }
        let found = try database.rows(
            """
            SELECT id, source FROM current_article
            WHERE substr(source, -length('/' || ?1)) = '/' || ?1 OR title = ?1 COLLATE NOCASE
            OR instr('/' || source, '/' || ?1 || '.') > 0 ORDER BY id
            """, [text], as: Int64.self, String.self)
        let ids = Set(found.map(\.0))
        if ids.count == 1 { return found[0].0 }
        guard ids.isEmpty else {
            throw StoreError.ambiguous(kind: "article", name: text, candidates: found.map { "\($0.0): \($0.1)" })
        }
        let titles = try database.rows("SELECT title, source FROM current_article", as: String.self, String.self)
        let near = Nearest.names(
            to: text.lowercased(),
            among: titles.flatMap { [(key: $0.0.lowercased(), name: $0.1), (key: $0.1.lowercased(), name: $0.1)] })
        throw StoreError.unknown(kind: "article", name: text, similar: near)
    }

    /// The names of clause types, where a family stands for its types.
    func types(_ types: [ClauseType]) throws -> [String] {
        guard !types.isEmpty else { return [] }
        let known = try database.rows(
            "SELECT type, family FROM clause_type ORDER BY number", as: String.self, String.self)
        return try types.flatMap { wanted in
            let name = try term("clause type", wanted.rawValue, among: known.map(\.0) + known.map(\.1)) {
                guard case .clauseType(let type) = $0 else { return nil }
                return type
            }
            // "exclusivity" is a type and a family: the type counts.
            if known.contains(where: { $0.0 == name }) { return [name] }
            return known.filter { $0.1 == name }.map(\.0)
        }
    }

    /// The names of agreement kinds.
    func kinds(_ kinds: [String]) throws -> [String] {
        guard !kinds.isEmpty else { return [] }
        let known = try database.values("SELECT kind FROM agreement_kind ORDER BY number", as: String.self)
        return try kinds.map { kind in
            try term("agreement kind", kind, among: known) {
                guard case .agreementKind(let kind) = $0 else { return nil }
                return kind
            }
        }
    }

    func agreementStatuses(_ statuses: [String]) throws -> [String] {
        try statuses.map { try term("agreement status", $0, among: AgreementStatus.allCases.map(\.rawValue)) }
    }

    /// The one of `known` that is written like `name`: "In force" is in-force.
    /// - Parameter meant: what a concept stands for, where people may ask by it ("royalty" for revenue-share).
    func term(
        _ kind: String, _ name: String, among known: [String], meant: (Concept) -> String? = { _ in nil }
    ) throws -> String {
        if known.contains(name) { return name }
        let written = name.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "-")
        if known.contains(written) { return written }
        var near = Nearest.names(to: written, among: known.map { (key: $0, name: $0) })
        if near.isEmpty { near = concepts(of: name).compactMap(meant).filter(known.contains) }
        throw StoreError.unknown(kind: kind, name: name, similar: near.isEmpty && known.count < 20 ? known : near)
    }

    /// What the words of `text` stand for in a query, the best of each sort first.
    private func concepts(of text: String) -> [Concept] {
        let matcher = ConceptMatcher()
        let stems = QueryText(text).tokens.map(\.stem)
        return Concept.Sort.allCases.flatMap { sort in
            matcher.matches(stems, sort: sort).flatMap { matcher.meanings($0, of: stems).map(\.concept) }
        }
    }
}
