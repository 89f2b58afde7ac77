internal import Model
internal import SQLite

// The paragraphs that questions are about.
extension Store {
    func passage(for question: ReviewItem.Question) throws -> Passage? {
        switch question {
        case .clause(let clause): return try passage(around: clause)
        case .agreement(let agreement):
            let clause = try records.clauses(
                "WHERE clause.agreement_id = ?1 ORDER BY clause.article_id, clause.quote_start LIMIT 1", [agreement.id]
            ).first
            return try clause.map { try passage(around: $0) }
        case .companies(_, let other):
            let place = try database.row(
                """
                SELECT sentence.article_id, mention_start, mention_end, sentence.line
                FROM sentence_fts JOIN sentence ON sentence.id = sentence_fts.rowid
                JOIN mention ON mention.sentence_id = sentence.id AND mention.company_id = ?2
                WHERE sentence_fts MATCH 'tags:' || ?1 ORDER BY sentence.id, mention_start LIMIT 1
                """, [Tags.company(other.id), other.id], as: Int64.self, Int.self, Int.self, Int.self)
            return try place.flatMap { try passage(in: $0.0, TextRange($0.1, $0.2), line: $0.3) }
        case .conflict(let conflict): return try passage(of: conflict.other)
        case .shortName(let name):
            let place = try database.row(
                """
                SELECT mention_start, mention_end, line FROM sentence JOIN mention ON sentence_id = sentence.id
                WHERE article_id = ?1 AND company_id = ?2 ORDER BY mention_start LIMIT 1
                """, [name.article, name.company], as: Int.self, Int.self, Int.self)
            return try place.flatMap { try passage(in: name.article, TextRange($0.0, $0.1), line: $0.2) }
        }
    }

    /// The paragraph in which a source says what another one says differently.
    func passage(of side: Conflict.Side) throws -> Passage? {
        let place = try database.value(
            "SELECT instr(body, ?2) FROM article WHERE id = ?1", [side.article, side.quote], as: Int.self)
        guard let place, place > 0 else { return nil }
        let range = TextRange(place - 1, place - 1 + side.quote.unicodeScalars.count)
        return try passage(in: side.article, range, line: side.line)
    }

    private func passage(around clause: ClauseRecord) throws -> Passage {
        try passage(in: clause.article, TextRange(clause.start, clause.end), line: clause.line)
            ?? Passage(before: "", quote: clause.quote, after: "", source: clause.source, line: clause.line)
    }

    /// The paragraph around a range of code points.
    private func passage(in article: Int64, _ range: TextRange, line: Int) throws -> Passage? {
        guard
            let (source, body) = try database.row(
                "SELECT source, body FROM article WHERE id = ?1", [article], as: String.self, String.self)
        else { return nil }
        let text = Array(body.unicodeScalars)
        guard range.start < range.end, range.end <= text.count else { return nil }
        func isBlank(_ index: Int) -> Bool { text[index] == "\n" && index > 0 && text[index - 1] == "\n" }
        let start = (0..<range.start).last(where: isBlank).map { $0 + 1 } ?? 0
        let end = (range.end..<text.count).first { isBlank($0) } ?? text.count
        func words(_ part: Range<Int>) -> String {
            var words = String.UnicodeScalarView()
            words.append(contentsOf: text[part])
            return String(words)
        }
        return Passage(
            before: words(start..<range.start), quote: words(range.start..<range.end), after: words(range.end..<end),
            source: source, line: line)
    }
}
