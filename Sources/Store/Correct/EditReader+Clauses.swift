internal import Model
internal import SQLite

// Clauses.
extension EditReader {
    func add(_ new: NewClause) throws -> Correction {
        let article = try lookup.article(new.article)
        let place = try self.place(of: new.quote, in: article, near: 0)
        var clause = ClauseReference(
            article: try finder.sha256(of: article) ?? "", range: place, type: try type(new.type),
            status: try status(new.status), quote: new.quote)
        clause.obligors = try companies(FieldValue(new.obligors))
        clause.beneficiaries = try companies(FieldValue(new.beneficiaries))
        clause.agreement = try new.agreement.map { try finder.agreement($0).reference }
        let known = try database.value(
            "SELECT id FROM clause WHERE article_id = ?1 AND type = ?2 AND quote_start = ?3 AND quote_end = ?4 LIMIT 1",
            [article, clause.type, place.start, place.end], as: Int64.self)
        if let known { throw refusal("there is such a clause already: \(known)") }
        return Correction(action: .addClause, subject: .clause(clause))
    }

    func set(clause id: Int64, _ field: ClauseField, _ value: FieldValue) throws -> Correction {
        let clause = try finder.clause(id)
        var correction = Correction(
            action: .setClause, subject: .clause(clause), field: field.rawValue, recordID: id)
        func say(_ before: Correction.Content, _ after: Correction.Content) {
            (correction.before, correction.after) = (before, after)
        }
        switch field {
        case .type: say(.text(clause.type), .text(try type(try one(value, "a type"))))
        case .status: say(.text(clause.status), .text(try status(try one(value, "a status"))))
        case .obligor: say(.list(clause.obligors), .list(try companies(value)))
        case .beneficiary: say(.list(clause.beneficiaries), .list(try companies(value)))
        case .amount: say(.text(clause.amount?.words ?? ""), .text(try sum(value)?.words ?? ""))
        case .percent:
            say(.text(clause.percent.map { "\($0)" } ?? ""), .text(try percent(value).map { "\($0)" } ?? ""))
        case .speaker:
            let speaker = value.texts.joined(separator: " ")
            if !speaker.isEmpty { _ = try place(of: speaker, in: try article(clause), near: 0) }
            say(.text(clause.speaker ?? ""), .text(speaker))
        case .quote:
            let quote = try one(value, "the words of the article")
            let place = try self.place(of: quote, in: try article(clause), near: clause.range.start)
            say(.quote(clause.quote, clause.range), .quote(quote, place))
        case .agreement:
            let agreement = try value.texts.isEmpty ? nil : finder.agreement(one(value, "an agreement")).reference
            say(clause.agreement.map { .agreement($0) } ?? .nothing, agreement.map { .agreement($0) } ?? .nothing)
        }
        return try changing(correction)
    }

    private func article(_ clause: ClauseReference) throws -> Int64 {
        let id = try Hexadecimal.bytes(clause.article).flatMap {
            try database.value("SELECT id FROM article WHERE sha256 = ?1", [$0], as: Int64.self)
        }
        guard let id else { throw StoreError.unknown(kind: "article", name: clause.article, similar: []) }
        return id
    }

    private func type(_ text: String) throws -> String {
        let known = try database.values("SELECT type FROM clause_type ORDER BY number", as: String.self)
        return try lookup.term("clause type", text, among: known)
    }

    private func status(_ text: String) throws -> String {
        try lookup.term("clause status", text, among: ClauseStatus.allCases.map(\.rawValue))
    }

    private func percent(_ value: FieldValue) throws -> Double? {
        guard !value.texts.isEmpty else { return nil }
        let text = try one(value, "a percentage")
        if let amount = AmountReader().amount(text), amount.unit == .percent { return amount.number }
        guard let percent = Double(text), percent.isFinite else {
            throw refusal("'\(text)' is no percentage", hint: "Write a number, such as 12.5, or none.")
        }
        return percent
    }

    /// The code points at which `words` stand in the article, nearest to `start`.
    private func place(of words: String, in article: Int64, near start: Int) throws -> TextRange {
        let text = try database.value(
            "SELECT CAST(body AS BLOB) FROM article WHERE id = ?1", [article], as: [UInt8].self)
        let stored = Article(source: "", title: "", text: text ?? [], sentences: [])
        let map = CodePointMap(stored.text)
        let places = stored.places(of: words).map {
            TextRange(map.codePoint(atByte: $0.start), map.codePoint(atByte: $0.end))
        }
        guard let nearest = places.min(by: { abs($0.start - start) < abs($1.start - start) }) else {
            throw refusal(
                "the article does not say '\(words)'", hint: "Give words that stand in its text, letter for letter.")
        }
        return nearest
    }
}
