public import Model
internal import SQLite

extension Store {
    /// The newest corrections, in the order in which they were made. A `limit` of 0 or less means all.
    public func corrections(limit: Int = 0) throws(StoreError) -> [CorrectionRecord] {
        try wrap {
            let records = try records("ORDER BY id DESC LIMIT ?1", [Self.rows(limit)])
            let found = try found(of: records.filter { $0.undone == nil }.map(\.id))
            return records.reversed().map { record in
                var record = record
                if record.undone != nil { record.state = .undone }
                if let isFound = found[record.id], !isFound { record.state = .notFound }
                return record
            }
        }
    }

    /// Whether present articles have what these corrections are about.
    private func found(of ids: [Int64]) throws -> [Int64: Bool] {
        let log = CorrectionLog(database)
        try log.refresh()
        let scope = Scope(database: database)
        let readings = try Readings(database)
        var articles: Set<Int64> = []
        var sought: [Int64] = []
        for id in ids {
            // That an article is gone, or two companies are two, is found nowhere.
            guard let correction = try log.correction(id), correction.action != .forget,
                correction.action != .distinguishCompanies
            else { continue }
            sought.append(id)
            articles.formUnion(try scope.articles(of: correction))
        }
        var found: Set<Int64> = []
        for article in articles.sorted() where try isCurrent(article) {
            guard let entry = try readings.entry(article), let draft = try log.draft(of: entry, article: article)
            else { continue }
            found.formUnion(draft.applied.union(draft.held))
        }
        return Dictionary(uniqueKeysWithValues: sought.map { ($0, found.contains($0)) })
    }

    private func isCurrent(_ article: Int64) throws(SQLiteError) -> Bool {
        try database.value("SELECT EXISTS (SELECT 1 FROM current_article WHERE id = ?1)", [article], as: Bool.self)
            ?? false
    }

    func record(of id: Int64) throws -> CorrectionRecord {
        guard let record = try records("WHERE id = ?1", [id]).first else {
            throw StoreError.unknown(kind: "correction", name: "\(id)", similar: [])
        }
        return record
    }

    private func records(_ condition: StaticString, _ values: [any ColumnValue]) throws -> [CorrectionRecord] {
        try database.rows(
            """
            SELECT id, made_at, action, subject, field, before, after, reason, undone_at, undone_reason
            FROM correction \(condition)
            """, values, as: Int64.self, String.self, String.self, String.self, String?.self, String?.self,
            String?.self, String?.self, String?.self, String?.self
        ).map { row in
            CorrectionRecord(
                id: row.0, made: row.1, action: row.2, about: try about(row.2, try Fields(row.3, database)),
                was: try words(row.5), now: try words(row.6), subject: row.3, field: row.4, before: row.5,
                after: row.6, reason: row.7, undone: row.8, undoneReason: row.9)
        }
    }

    private func words(_ json: String?) throws -> String {
        guard let json else { return "" }
        switch Correction.Content(try Fields(json, database)) {
        case .nothing: return ""
        case .text(let text): return text.isEmpty ? "none" : text
        case .list(let list): return list.isEmpty ? "none" : list.joined(separator: ", ")
        case .agreement(let agreement): return agreement.title
        case .quote(let quote, _): return quote.shortened
        }
    }

    /// What a correction is about, in words.
    private func about(_ name: String, _ fields: Fields) throws -> String {
        guard let action = Correction.Action(rawValue: name), let subject = Correction.Subject(fields, of: action)
        else { return "" }
        switch subject {
        case .company(let company, let called, let article):
            let part = called.map { " called '\($0)'" } ?? ""
            return company.name + part + (try article.map { " in " + (try source(of: $0)) } ?? "")
        case .agreement(let agreement): return agreement.title
        case .clause(let clause):
            return "\(clause.type) in \(try source(of: clause.article)): \(clause.quote.shortened)"
        case .article(let article): return try source(of: article)
        }
    }

    /// The source of an article by its SHA-256, or that where the article is gone.
    private func source(of sha256: String) throws(SQLiteError) -> String {
        let bytes = Hexadecimal.bytes(sha256) ?? []
        return try database.value("SELECT source FROM article WHERE sha256 = ?1", [bytes], as: String.self) ?? sha256
    }
}

extension String {
    /// At most some 60 letters, on one line.
    fileprivate var shortened: String {
        let line = split(separator: "\n").joined(separator: " ")
        guard line.unicodeScalars.count > 60, let cut = line.prefix(60).lastIndex(of: " ") else { return line }
        return line[..<cut] + " …"
    }
}

extension AgreementReference {
    /// `Nørdlys – Tarn license`.
    fileprivate var title: String { parties.map(\.name).joined(separator: " – ") + " " + kind }
}
