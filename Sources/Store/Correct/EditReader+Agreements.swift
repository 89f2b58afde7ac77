internal import Model
internal import SQLite

// Agreements.
extension EditReader {
    func merge(agreement name: String, into target: String) throws -> Correction {
        let (merged, stays) = (try finder.agreement(name), try finder.agreement(target))
        guard merged.id != stays.id else { throw refusal("'\(name)' and '\(target)' are one agreement already") }
        return Correction(
            action: .mergeAgreements, subject: .agreement(merged.reference), after: .agreement(stays.reference),
            recordID: merged.id)
    }

    func split(agreement name: String, _ articles: [String]) throws -> Correction {
        let agreement = try finder.agreement(name)
        var part = agreement.reference
        part.articles = []
        part.isOnlyOne = false
        for article in articles {
            guard let sha256 = try finder.sha256(of: try lookup.article(article)),
                agreement.reference.articles.contains(sha256)
            else { throw refusal("the article '\(article)' does not report this agreement") }
            if !part.articles.contains(sha256) { part.articles.append(sha256) }
        }
        guard part.articles.count < agreement.reference.articles.count else {
            throw refusal("no article would be left to report it", hint: "Leave one of its articles out.")
        }
        return Correction(action: .splitAgreement, subject: .agreement(part))
    }

    func set(agreement name: String, _ field: AgreementField, _ value: FieldValue) throws -> Correction {
        let (id, agreement) = try finder.agreement(name)
        let present = try database.row(
            "SELECT status, announced, effective, expires FROM agreement WHERE id = ?1", [id], as: String.self,
            String?.self, String?.self, String?.self)
        var correction = Correction(action: .setAgreement, subject: .agreement(agreement), field: field.rawValue)
        switch field {
        case .kind:
            correction.before = .text(agreement.kind)
            correction.after = .text(try lookup.kinds([try one(value, "a kind")])[0])
        case .status:
            correction.before = .text(present?.0 ?? "")
            correction.after = .text(
                try lookup.term(
                    "agreement status", try one(value, "a status"), among: AgreementStatus.allCases.map(\.rawValue)))
        case .parties:
            correction.before = .list(agreement.parties.map(\.name))
            correction.after = .list(try companies(value))
        case .value:
            correction.before = .text(agreement.value?.words ?? "")
            correction.after = .text(try sum(value)?.words ?? "")
        case .announced, .effective, .expires:
            let date = field == .announced ? present?.1 : field == .effective ? present?.2 : present?.3
            correction.before = .text(date ?? "")
            correction.after = .text(try self.date(value))
        }
        // Of what sources say differently, what kb takes for right can be said to be so.
        return try isDisputed(id, field) ? correction : changing(correction)
    }

    /// Whether sources say different things, and nobody has said yet which of them is right.
    private func isDisputed(_ agreement: Int64, _ field: AgreementField) throws(SQLiteError) -> Bool {
        try database.value(
            """
            SELECT count(DISTINCT CASE ?2
                WHEN 'status' THEN status WHEN 'value' THEN currency || value WHEN 'announced' THEN announced
                WHEN 'effective' THEN effective WHEN 'expires' THEN expires END) > 1
            AND NOT EXISTS (SELECT 1 FROM agreement_setting WHERE agreement_id = ?1 AND field = ?2)
            FROM agreement_article WHERE agreement_id = ?1
            """, [agreement, field.rawValue], as: Bool.self) ?? false
    }

    /// - Throws: `refused` where it says what is said already.
    func changing(_ correction: Correction) throws -> Correction {
        guard correction.before != correction.after else { throw Self.saidAlready }
        return correction
    }

    static let saidAlready = StoreError.refused(reason: "that is what it says already", hint: nil)

    func one(_ value: FieldValue, _ what: String) throws -> String {
        guard let text = value.texts.first, value.texts.count == 1 else { throw refusal("give \(what)") }
        return text
    }

    /// The names that kb gives the companies.
    func companies(_ value: FieldValue) throws -> [String] {
        var names: [String] = []
        for text in value.texts {
            let name = try finder.company(text).reference.name
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    func sum(_ value: FieldValue) throws -> Money? {
        guard !value.texts.isEmpty else { return nil }
        let text = value.texts.joined(separator: " ")
        if let money = Money(words: text.uppercased()) { return money }
        // As people write it: "$450m".
        if let amount = AmountReader().amount(text), case .money(let currency?) = amount.unit {
            return Money(amount: amount.number, currency: currency)
        }
        throw refusal("'\(text)' is no sum", hint: "Write a currency and an amount, such as USD 3000000, or none.")
    }

    private func date(_ value: FieldValue) throws -> String {
        guard !value.texts.isEmpty else { return "" }
        let text = try one(value, "a date")
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let date = parts.first.flatMap { $0 }.flatMap {
            CalendarDate(
                year: $0, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
        }
        guard date?.iso == text else {
            throw refusal("'\(text)' is no date", hint: "Write 2026-02-27, 2026-02, 2026 or none.")
        }
        return text
    }
}
