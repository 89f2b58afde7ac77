public import Model
internal import SQLite

extension Store {
    /// Makes corrections that are written as JSON objects, one a line, as `kb log --format jsonl` and
    /// `kb review --list --format jsonl` print them: all of them or none. One that is in force already is left out.
    ///
    /// A subject is what the log says of it, or shorter: `{"company": NAME}`, `{"agreement": ID}`, `{"clause": ID}`.
    /// - Returns: those that were made.
    /// - Throws: `refused`, which names the line.
    public func importCorrections(_ lines: [String]) throws(StoreError) -> [CorrectionRecord] {
        try wrap {
            try correcting {
                var made: [CorrectionRecord] = []
                for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
                    do {
                        if let record = try importCorrection(line) { made.append(record) }
                    } catch let error as StoreError {
                        throw StoreError.inLine(number + 1, error)
                    }
                }
                return made
            }
        }
    }

    private func importCorrection(_ line: String) throws -> CorrectionRecord? {
        let valid = try database.value("SELECT json_valid(?1)", [line], as: Bool.self)
        guard valid == true else { throw StoreError.refused(reason: "this is not JSON", hint: nil) }
        let parts = try database.row(
            "SELECT ?1 ->> '$.action', ?1 -> '$.subject', ?1 -> '$.after', ?1 ->> '$.field', ?1 ->> '$.reason', ?1 ->> '$.undone'",
            [line], as: String?.self, String?.self, String?.self, String?.self, String?.self, String?.self)
        guard let (name, subject, after, field, reason, undone) = parts else { return nil }
        guard undone == nil, name != "forget" else { return nil }
        guard try preparedWriter().log.inForce(name, subject, field, after) == nil else { return nil }
        let reader = WrittenEdit(
            finder: ReferenceFinder(database: database), subject: try Fields(subject ?? "null", database),
            after: try Fields(after ?? "null", database), field: field)
        guard let name, let action = Correction.Action(rawValue: name) else {
            throw StoreError.refused(
                reason: name.map { "there is no action '\($0)'" } ?? "the \"action\" is missing",
                hint: "Actions: \(Correction.Action.made.joined(separator: ", "))")
        }
        return try apply(try EditReader(database: database).correction(try reader.edit(action)), reason: reason)
    }
}

extension Correction.Action {
    /// The names of those that people make.
    static var made: [String] { allCases.filter { $0 != .forget }.map(\.rawValue) }
}

/// An edit as a line of JSON says it.
struct WrittenEdit {
    let finder: ReferenceFinder
    let subject: Fields
    let after: Fields
    let field: String?

    func edit(_ action: Correction.Action) throws -> Edit {
        switch action {
        case .mergeCompanies: return .mergeCompanies(try company(), into: try text())
        case .renameCompany: return .renameCompany(try company(), to: try text())
        case .splitCompany:
            let article = try subject.text("$.article").map { try finder.article($0) }
            return .splitCompany(
                try company(), called: subject.text("$.called"), article: article.map { "\($0)" }, name: try text())
        case .distinguishCompanies: return .distinguishCompanies(try company(), try text())
        case .addAlias: return .addAlias(try text(), company: try company())
        case .removeAlias: return .removeAlias(try need(subject.text("$.called"), "called"), company: try company())
        case .mergeAgreements: return .mergeAgreements(try agreement(subject), into: try agreement(after))
        case .splitAgreement: return .splitAgreement(try agreement(subject), articles: subject.list("$.articles"))
        case .setAgreement:
            let field: AgreementField = try knownField()
            return .setAgreement(try agreement(subject), field: field, to: value)
        case .acceptAgreement: return .acceptAgreement(try agreement(subject))
        case .rejectAgreement: return .rejectAgreement(try agreement(subject))
        case .addClause: return .addClause(try newClause())
        case .setClause:
            let field: ClauseField = try knownField()
            let isAgreement = field == .agreement && after.text("$") == nil && after.text("$.kind") != nil
            let value = try isAgreement ? FieldValue([agreement(after)]) : value
            return .setClause(try clause(), field: field, to: value)
        case .acceptClause: return .acceptClause(try clause())
        case .rejectClause: return .rejectClause(try clause())
        case .forget: throw StoreError.refused(reason: "to forget is not imported", hint: nil)
        }
    }

    private var value: FieldValue {
        FieldValue(after.text("$.quote").map { [$0] } ?? after.list("$").filter { !$0.isEmpty })
    }

    private func need<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw StoreError.refused(reason: "the \"\(name)\" is missing", hint: nil) }
        return value
    }

    private func text() throws -> String { try need(after.text("$"), "after") }

    private func knownField<Field: RawRepresentable & CaseIterable>() throws -> Field where Field.RawValue == String {
        let name = try need(field, "field")
        guard let field = Field(rawValue: name) else {
            let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError.refused(reason: "there is no field '\(name)'", hint: "Fields: \(known)")
        }
        return field
    }

    private func company() throws -> String { try need(subject.text("$.company"), "company") }

    private func clause() throws -> Int64 {
        if let id = subject.number("$.clause") { return Int64(id) }
        let clause = try need(ClauseReference(subject), "clause")
        return try finder.clause(clause)
    }

    private func agreement(_ fields: Fields) throws -> String {
        if let id = fields.text("$.agreement") ?? fields.text("$") { return id }
        return "\(try finder.agreement(try need(AgreementReference(fields, at: "$"), "agreement")))"
    }

    private func newClause() throws -> NewClause {
        let agreement =
            try subject.text("$.agreement")
            ?? AgreementReference(subject, at: "$.agreement").map { "\(try finder.agreement($0))" }
        return NewClause(
            article: "\(try finder.article(try need(subject.text("$.article"), "article")))",
            type: try need(subject.text("$.type"), "type"), quote: try need(subject.text("$.quote"), "quote"),
            status: subject.text("$.status") ?? ClauseStatus.stated.rawValue, obligors: subject.list("$.obligor"),
            beneficiaries: subject.list("$.beneficiary"), agreement: agreement)
    }
}

extension ReferenceFinder {
    /// An article by its SHA-256, id, source or title.
    func article(_ text: String) throws -> Int64 {
        if text.utf8.count == 64, let bytes = Hexadecimal.bytes(text),
            let id = try database.value("SELECT id FROM article WHERE sha256 = ?1", [bytes], as: Int64.self)
        {
            return id
        }
        return try Lookup(database: database).article(text)
    }

    /// The clause that is meant: of its type, at its place.
    func clause(_ clause: ClauseReference) throws -> Int64 {
        let found = try FormerClause.all(of: try article(clause.article), database).filter { $0.type == clause.type }
        let best = found.max { $0.range.overlap(with: clause.range) < $1.range.overlap(with: clause.range) }
        guard let best, best.range.overlap(with: clause.range) > 0.5 else {
            throw StoreError.unknown(kind: "clause", name: "\(clause.type): \(clause.quote)", similar: [])
        }
        return best.id
    }

    /// The agreement that is meant: of those of its kind, the one with most of its parties and articles.
    func agreement(_ agreement: AgreementReference) throws -> Int64 {
        let wanted = CompanyNames(agreement.parties.flatMap(\.names))
        let ids = try database.values(
            "SELECT id FROM agreement WHERE kind = ?1 ORDER BY id", [agreement.kind], as: Int64.self)
        var best: (id: Int64, rank: Int)?
        for id in ids {
            let found = try self.agreement(id)
            let met = found.parties.count { party in party.names.contains { wanted.contains(CompanyKey($0)) } }
            guard met == agreement.parties.count, found.parties.count == met else { continue }
            let rank = found.articles.count(where: agreement.articles.contains)
            if rank > best?.rank ?? -1 { best = (id, rank) }
        }
        let title = (agreement.parties.map(\.name) + [agreement.kind]).joined(separator: " ")
        guard let best else { throw StoreError.unknown(kind: "agreement", name: title, similar: []) }
        return best.id
    }
}
