internal import SQLite

/// The clauses and sentences that are read and scored in full.
extension Finder {
    func sentenceCandidates() throws -> [Candidate] {
        let select = try statement(filter.sentence)
        var candidates: [Candidate] = []
        for row in sentencePostings.ranked(weights: weights) {
            let held = sentencePostings.grades(of: row, parts: weights.count)
            try select.bind(row, at: 1)
            guard let (id, published) = try select.row(as: Int64.self, String?.self) else { continue }
            let own = understanding.judged(held, published: published)
            let grades = understanding.judged(try raise(held, by: id), published: published)
            candidates.append(
                Candidate(
                    sentence: row, article: id, published: published, grades: grades,
                    score: cover(grades) * Self.sentenceWorth, held: share(of: own)))
            if candidates.count == mostSentences { break }
        }
        return candidates
    }

    /// The articles that hold most of the query in one sentence.
    func articles(of sentences: [Candidate]) -> [Int64] {
        var found: [Int64] = []
        for candidate in sentences.sorted(by: { $0.score > $1.score }) where !found.contains(candidate.article) {
            found.append(candidate.article)
            if found.count == 10 { break }
        }
        return found
    }

    func clauseCandidates(in articles: [Int64]) throws -> [Candidate] {
        let ids = "[" + articles.map { "\($0)" }.joined(separator: ",") + "]"
        let nearby = try database.values(
            "SELECT id FROM clause WHERE article_id IN (SELECT value FROM json_each(?1)) LIMIT 400", [ids],
            as: Int64.self)
        var allowed: Set<Int64>?
        if filter.clauseTags != nil, !nearby.isEmpty { allowed = Set(try reader.allClauses()) }
        let ranked = clausePostings.ranked(weights: weights) { self.potential($0) >= self.leastWanted }
        let best = try score(ranked, most: mostClauses)
        let seen = Set(best.compactMap(\.clause))
        let others = nearby.filter { row in
            !seen.contains(row) && allowed?.contains(row) ?? true
                && potential(clausePostings.grades(of: row, parts: weights.count)) >= leastWanted
        }
        return best + (try score(others, most: .max))
    }

    /// Reads and scores clauses that the filters let pass, in their order, at most so many.
    func score(_ rows: [Int64], most: Int) throws -> [Candidate] {
        guard !rows.isEmpty else { return [] }
        let select = try statement(filter.clause)
        let asksForRoles = understanding.asksForRoles
        var candidates: [Candidate] = []
        for row in rows {
            let held = clausePostings.grades(of: row, parts: weights.count)
            try select.bind(row, at: 1)
            guard
                let (sentence, article, start, end, confidence, published, amount, status) = try select.row(
                    as: Int64?.self, Int64.self, Int.self, Int.self, Double.self, String?.self, Double?.self,
                    String.self)
            else { continue }
            var (own, grades) = (held, try raise(held, by: article))
            if asksForRoles {
                let roles = try database.rows(
                    "SELECT role, company_id FROM clause_party WHERE clause_id = ?1", [row], as: String.self,
                    Int64.self)
                (own, grades) = (
                    understanding.judged(own, roles: roles), understanding.judged(grades, roles: roles)
                )
            }
            own = understanding.judged(own, published: published)
            grades = understanding.judged(grades, published: published)
            let cover = (understanding.parts.isEmpty ? 1 : cover(grades)) * understanding.worth(ofStatus: status)
            candidates.append(
                Candidate(
                    clause: row, sentence: sentence, article: article, start: start, end: end, published: published,
                    amount: amount, grades: grades, score: cover * (0.9 + 0.1 * confidence), held: share(of: own)))
            if candidates.count == most { break }
        }
        return candidates
    }
}
