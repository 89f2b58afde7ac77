internal import Model
internal import SQLite

/// Files an article's clauses, with who owes and gets them, the values said in them, and their words.
final class ClauseWriter {
    private let database: Database
    private let words: WordQueue
    private let insert: Statement
    private let insertParty: Statement
    private let insertValue: Statement
    private let agreementKind: Statement
    private let agreementParties: Statement
    private let typeNumbers: [String: Int]
    private let kindNumbers: [String: Int]

    init(_ database: Database, _ words: WordQueue) throws(SQLiteError) {
        self.database = database
        self.words = words
        insert = try Statement(
            database,
            """
            INSERT INTO clause (agreement_id, article_id, sentence_id, type, status, quote, quote_start, quote_end,
                line, amount, currency, percent, speaker, confidence, id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """)
        insertParty = try Statement(
            database,
            """
            INSERT INTO clause_side (clause_id, side, company_id, position) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """)
        insertValue = try Statement(
            database,
            """
            INSERT INTO clause_value (clause_id, position, kind, number, currency, iso, value_start, value_end)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        agreementKind = try Statement(database, "SELECT kind FROM agreement WHERE id = ?1")
        agreementParties = try Statement(
            database, "SELECT company_id FROM agreement_party WHERE agreement_id = ?1")
        typeNumbers = Dictionary(
            try database.rows("SELECT type, number FROM clause_type", as: String.self, Int.self).map { ($0, $1) },
            uniquingKeysWith: { first, _ in first })
        kindNumbers = Dictionary(
            try database.rows("SELECT kind, number FROM agreement_kind", as: String.self, Int.self).map { ($0, $1) },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - known: the ids that corrections know of each of the extraction's clauses.
    ///   - former: the clauses that the article had before.
    func file(
        _ entry: Entry, article: Int64, companies: [Int64], sentences: [Int64], agreements: [Int64],
        known: [Int64?] = [], former: [FormerClause] = []
    ) throws {
        let ids =
            known.isEmpty && former.isEmpty
            ? [:] : try FormerClause.ids(for: entry, known: known, former) { id throws(SQLiteError) in try isFree(id) }
        let deals = try agreements.map { agreement throws(SQLiteError) in try deal(agreement) }
        for (number, place) in entry.layout.clauses.enumerated() {
            let clause = entry.extraction.clauses[place.index]
            let values = entry.layout.values(of: clause, in: entry.article)
            let agreement = clause.agreement.map { agreements[$0] }
            try bind(clause, place, values, entry: entry)
            try agreement.bind(to: insert, at: 1)
            try insert.bind(article, at: 2)
            try place.sentence.map { sentences[$0] }.bind(to: insert, at: 3)
            try ids[number].bind(to: insert, at: 15)
            try insert.run()
            let id = database.lastInsertedID

            try addParties(of: clause, to: id, companies)
            try add(values, to: id)

            let deal = clause.agreement.map { deals[$0] }
            let parties = (clause.obligors + clause.beneficiaries).map { companies[$0] } + (deal?.parties ?? [])
            words.add(
                clause: id, of: entry.article, quote: clause.quote.bytes,
                sentence: place.sentence.map { entry.article.sentences[$0].range.bytes } ?? 0..<0,
                tags: try tags(clause.type, deal?.kind, parties))
            try words.relieve()
        }
    }

    /// What an agreement is by now: people and other articles may say otherwise than the one that is being filed.
    private func deal(_ agreement: Int64) throws(SQLiteError) -> (kind: String?, parties: [Int64]) {
        try agreementKind.bind(agreement, at: 1)
        try agreementParties.bind(agreement, at: 1)
        return (try agreementKind.values(as: String.self).first, try agreementParties.values(as: Int64.self))
    }

    private func isFree(_ id: Int64) throws(SQLiteError) -> Bool {
        try database.value("SELECT NOT EXISTS (SELECT 1 FROM clause WHERE id = ?1)", [id], as: Bool.self) ?? false
    }

    private func bind(
        _ clause: Extraction.Clause, _ place: Layout.Clause, _ values: [Layout.Value], entry: Entry
    ) throws(SQLiteError) {
        try insert.bind(clause.type.rawValue, at: 4)
        try insert.bind(clause.status.rawValue, at: 5)
        try insert.bind(text: entry.article.text, clause.quote.bytes, at: 6)
        try insert.bind(Int64(place.start), at: 7)
        try insert.bind(Int64(place.end), at: 8)
        try insert.bind(Int64(place.line), at: 9)
        let money = values.lazy.compactMap(\.money).first
        try (money?.amount).bind(to: insert, at: 10)
        try (money?.currency).bind(to: insert, at: 11)
        try values.lazy.compactMap(\.percent).first.bind(to: insert, at: 12)
        try clause.speaker.map { entry.article.string($0) }.bind(to: insert, at: 13)
        try insert.bind(clause.confidence, at: 14)
    }

    /// - Parameter companies: the id of each of the extraction's companies.
    func addParties(of clause: Extraction.Clause, to id: Int64, _ companies: [Int64]) throws(SQLiteError) {
        try add(clause.obligors.map { companies[$0] }, side: 0, to: id)
        try add(clause.beneficiaries.map { companies[$0] }, side: 1, to: id)
    }

    /// - Parameter side: 0 for those who owe the clause, 1 for those who get it.
    private func add(_ companies: [Int64], side: Int64, to clause: Int64) throws(SQLiteError) {
        for (position, company) in companies.enumerated() {
            try insertParty.bind(clause, at: 1)
            try insertParty.bind(side, at: 2)
            try insertParty.bind(company, at: 3)
            try insertParty.bind(Int64(position), at: 4)
            try insertParty.run()
        }
    }

    private func add(_ values: [Layout.Value], to clause: Int64) throws(SQLiteError) {
        for (position, value) in values.enumerated() {
            let (kind, number, currency, iso): (String, Double?, String?, String?) =
                switch value.content {
                case .money(let money): ("money", money.amount, money.currency, nil)
                case .percent(let percent): ("percent", percent, nil, nil)
                case .date(let date): ("date", nil, nil, date)
                case .duration(let duration): ("duration", nil, nil, duration)
                }
            try insertValue.bind(all: [clause, position, kind, number, currency, iso, value.start, value.end])
            try insertValue.run()
        }
    }

    private func tags(_ type: ClauseType, _ kind: String?, _ companies: [Int64]) throws(StoreError) -> String {
        guard let number = typeNumbers[type.rawValue] else {
            throw .failed(reason: "no clause type is called \(type.rawValue)")
        }
        var tags = [Tags.clauseType(number)]
        if let kind, let number = kindNumbers[kind] { tags.append(Tags.agreementKind(number)) }
        if !companies.isEmpty { tags.append(Tags.companies(companies)) }
        return tags.joined(separator: " ")
    }
}

extension Layout.Value {
    fileprivate var money: Money? { if case .money(let money) = content { money } else { nil } }
    fileprivate var percent: Double? { if case .percent(let percent) = content { percent } else { nil } }
}
