internal import Model
internal import SQLite

/// Reads what was found as hits, with the names of what they refer to.
final class HitReader {
    private let records: Records
    private let understanding: Understanding
    private let finder: Finder
    private let sentence: Statement
    private let highlights: Highlights

    init(_ database: Database, _ understanding: Understanding, _ finder: Finder) throws {
        records = Records(database: database)
        self.understanding = understanding
        self.finder = finder
        sentence = try Statement(
            database,
            """
            SELECT sentence.line, article.id, article.source, article.title, article.published,
                CAST(substr(CAST(body AS BLOB), byte_start + 1, byte_end - byte_start) AS TEXT),
                length(CAST(substr(CAST(body AS BLOB), 1, byte_start) AS TEXT))
            FROM sentence JOIN article ON article.id = sentence.article_id WHERE sentence.id = ?1
            """)
        highlights = Highlights(understanding)
    }

    func hits(_ candidates: [Candidate]) throws -> [Hit] {
        let ids = "[" + candidates.compactMap { $0.clause.map { "\($0)" } }.joined(separator: ",") + "]"
        let clauses = Dictionary(
            try records.clauses("WHERE clause.id IN (SELECT value FROM json_each(?1))", [ids]).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var agreements: [Int64: Hit.Agreement] = [:]
        for id in clauses.values.compactMap(\.agreement) where agreements[id] == nil {
            agreements[id] = try records.agreement(id)
        }
        return try candidates.compactMap { candidate in
            guard let id = candidate.clause else { return try self.sentence(candidate) }
            guard let clause = clauses[id] else { return nil }
            return Hit(
                clause: id, type: clause.type, status: clause.status, obligors: clause.obligors,
                beneficiaries: clause.beneficiaries, agreement: clause.agreement.flatMap { agreements[$0] },
                quote: clause.quote, start: clause.start, end: clause.end,
                highlights: highlights.ranges(in: clause.quote), article: clause.article,
                source: clause.source, title: clause.title, published: clause.published, line: clause.line,
                score: candidate.score, reasons: reasons(candidate))
        }
    }

    private func sentence(_ candidate: Candidate) throws -> Hit? {
        guard let id = candidate.sentence else { return nil }
        try sentence.bind(all: [id])
        let row = try sentence.row(
            as: Int.self, Int64.self, String.self, String.self, String?.self, String.self, Int.self)
        guard let (line, article, source, title, published, text, start) = row else { return nil }
        return Hit(
            quote: text, start: start, end: start + text.unicodeScalars.count,
            highlights: highlights.ranges(in: text), article: article, source: source,
            title: title, published: published, line: line, score: candidate.score, reasons: reasons(candidate))
    }

    private func reasons(_ candidate: Candidate) -> [Hit.Reason] {
        let whole = understanding.weight
        let readings = finder.readings(of: candidate)
        return understanding.parts.indices.filter { candidate.grades[$0] > 0 }.map { index in
            let part = understanding.parts[index]
            return Hit.Reason(
                words: part.words, meaning: part.meaning(of: readings[index]),
                points: part.weight * candidate.grades[index] / whole)
        }
    }
}
