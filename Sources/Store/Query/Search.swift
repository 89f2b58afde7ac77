internal import Model
internal import SQLite

/// One search in the full-text indexes.
struct Search {
    let database: Database
    let expression: FullTextExpression
    let way: FullTextExpression.Operator
    let types: [String]
    let company: Int64?
    let limit: Int

    /// Ranking costs about a microsecond for every row that matches; so many sentences at most are ranked.
    static let mostRanked = 20_000

    func answer() throws -> Answer {
        var answer = Answer(hits: try clauses())
        // A type is only known of clauses, and without words there is nothing to look for in the text.
        if types.isEmpty, !expression.terms.isEmpty, answer.hits.count < limit {
            let found = try sentences(limit: limit - answer.hits.count)
            answer.hits += found.hits
            answer.capped = found.capped
        }
        return answer
    }

    private var companyTags: [String] { company.map { [Tags.company($0)] } ?? [] }

    // MARK: Clauses

    private func clauses() throws -> [Hit] {
        guard let match = expression.match(way, columns: "{quote context}", tags: companyTags) ?? typesOnly else {
            return []
        }
        let candidates = try database.rows(
            """
            SELECT clause.id, -bm25(clause_fts, 10.0, 2.0, 0.0) AS score, clause.type, clause.confidence
            FROM clause_fts JOIN clause ON clause.id = clause_fts.rowid
            JOIN current_article ON current_article.id = clause.article_id
            WHERE clause_fts MATCH ?1 AND (?2 = ',,' OR instr(?2, ',' || clause.type || ',') > 0)
            """, [match, "," + types.joined(separator: ",") + ","],
            as: Int64.self, Double.self, String.self, Double.self)
        let ranked = candidates.map { id, score, type, confidence in
            (id: id, score: score * (isAbout(type) ? 2 : 1) * (0.5 + confidence / 2))
        }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(limit)
        return try hits(ranked.map { $0 }, match)
    }

    /// Without words and company: all clauses of the types asked for.
    private var typesOnly: String? {
        guard !types.isEmpty else { return nil }
        return (try? database.values(
            "SELECT number FROM clause_type WHERE instr(?1, ',' || type || ',') > 0",
            ["," + types.joined(separator: ",") + ","], as: Int.self
        ))?.map { "tags : \"\(Tags.clauseType($0))\"" }.joined(separator: " OR ")
    }

    /// Whether a word of the query begins like a word of the type's name: "exclusive" and "exclusivity".
    private func isAbout(_ type: String) -> Bool {
        let names = type.split(separator: "-").filter { $0.utf8.count > 3 }
        return expression.words.contains { word in
            word.lowercased().split(separator: " ").contains { part in
                names.contains { name in
                    let length = max(4, min(part.utf8.count, name.utf8.count) - 3)
                    return part.prefix(length) == name.prefix(length)
                }
            }
        }
    }

    private func hits(_ ranked: [(id: Int64, score: Double)], _ match: String) throws -> [Hit] {
        let ids = "[" + ranked.map { "\($0.id)" }.joined(separator: ",") + "]"
        let records = Records(database: database)
        let clauses = Dictionary(
            try records.clauses("WHERE clause.id IN (SELECT value FROM json_each(?1))", [ids]).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let wanted = Set(clauses.values.compactMap(\.agreement)).sorted().map { "\($0)" }.joined(separator: ",")
        let agreements = Dictionary(
            try records.agreements(
                "WHERE agreement.id IN (SELECT value FROM json_each(?1))", ["[\(wanted)]"]
            ).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let highlights = try Highlights(database, of: .clause, match)
        return try ranked.compactMap { id, score in
            guard let clause = clauses[id] else { return nil }
            return Hit(
                clause: id, type: clause.type, status: clause.status, obligors: clause.obligors,
                beneficiaries: clause.beneficiaries, agreement: clause.agreement.flatMap { agreements[$0] },
                quote: clause.quote, start: clause.start, end: clause.end,
                highlights: try highlights.ranges(in: clause.quote, row: id), article: clause.article,
                source: clause.source, title: clause.title, published: clause.published, line: clause.line,
                score: score)
        }
    }

    // MARK: Sentences

    private func sentences(limit: Int) throws -> Answer {
        guard let match = expression.match(way, columns: "text", tags: companyTags) else { return Answer() }
        // The newest matches come first in this order, which costs nothing; it tells where ranking begins.
        let first = try database.value(
            "SELECT rowid FROM sentence_fts WHERE sentence_fts MATCH ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2",
            [match, Self.mostRanked], as: Int64.self)
        let ranked = try Statement(
            database,
            """
            SELECT rowid, -bm25(sentence_fts, 1.0, 0.0) FROM sentence_fts
            WHERE sentence_fts MATCH ?1 AND rowid > ?2 ORDER BY bm25(sentence_fts, 1.0, 0.0)
            """)
        try ranked.bind(all: [match, first ?? 0])
        let sentence = try SentenceReader(database)
        let highlights = try Highlights(database, of: .sentence, match)
        var hits: [Hit] = []
        while hits.count < limit, try ranked.step() {
            let (row, score) = try ranked.decode(Int64.self, Double.self)
            guard var hit = try sentence.hit(row, score: score) else { continue }
            hit.highlights = try highlights.ranges(in: hit.quote, row: row)
            hits.append(hit)
        }
        return Answer(hits: hits, capped: first != nil)
    }
}
