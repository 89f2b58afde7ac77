internal import Model
internal import SQLite

/// Finds and ranks what answers an understood query.
///
/// The parts of the query are looked up one by one, so that no ranking function has to visit every row; the
/// rows that have most of it are read and scored in full.
final class Finder {
    let database: Database
    let understanding: Understanding
    let filter: Filter
    let reader: PostingReader
    let clausePostings: [Posting]
    let sentencePostings: [Posting]

    /// So many of the best clauses and sentences are scored in full, if not more are wanted: each takes three or four
    /// pages of the file. Where more than words decides, more are.
    private static let leastScored = (clauses: 60, sentences: 30)
    private static let leastWeighed = (clauses: 240, sentences: 120)
    let mostClauses: Int
    let mostSentences: Int
    /// A hit has at least so much of the query.
    private static let leastCover = 0.38
    /// Who filters or quotes has said already what it must be about.
    private static let leastCoverNarrowed = 0.15
    /// What a sentence without a clause is worth beside a clause.
    static let sentenceWorth = 0.8
    /// What a part is worth that is said elsewhere in the article.
    private static let elsewhere = 0.3

    /// - Parameter wanted: so many of the best candidates are asked for.
    init(_ database: Database, _ understanding: Understanding, _ filter: Filter, wanted: Int) throws {
        self.database = database
        let least = understanding.isWeighed ? Self.leastWeighed : Self.leastScored
        mostClauses = max(least.clauses, wanted)
        mostSentences = max(least.sentences, wanted)
        self.understanding = understanding
        self.filter = filter
        reader = PostingReader(database, filter)
        sentencesOfArticle = try Statement(
            database, "SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM sentence WHERE article_id = ?1")
        clausePostings = try reader.clausePostings(understanding)
        sentencePostings = try reader.sentencePostings(understanding)
        isCapped = (clausePostings + sentencePostings).contains(where: \.isCapped)
    }

    /// Whether there was more than is looked at.
    private(set) var isCapped: Bool

    var weights: [Double] { understanding.parts.map(\.weight) }
    /// For each part the least grade with which a row has it, not only something like it.
    private lazy var leastGrades: [Double] = understanding.parts.map { part in
        part.isRequired ? 0 : Self.leastOfBest * (part.readings.map(\.grade).max() ?? 0)
    }
    /// What a meaning is worth, beside the best one of the same words, that still is what was asked for.
    private static let leastOfBest = 0.8

    /// How much of the query a row has that answers its parts so by itself.
    func share(of grades: [Double]) -> Double {
        guard !grades.isEmpty else { return 1 }
        let held = zip(grades, leastGrades).map { $0 > 0 && $0 >= $1 ? 1.0 : 0 }
        return cover(held)
    }

    /// The clauses and sentences that answer the query, the best first, none of them twice.
    func candidates() throws -> [Candidate] {
        if understanding.parts.isEmpty { return try filteredClauses() }
        let sentences = try sentenceCandidates()
        let clauses = filter.allowsClauses ? try clauseCandidates(in: articles(of: sentences)).filter(isEnough) : []
        let covered = Set(clauses.compactMap(\.sentence))
        let others =
            filter.allowsSentences ? sentences.filter { isEnough($0) && !covered.contains($0.sentence ?? 0) } : []
        return (clauses + others).sorted(by: Self.isBetter).withoutRepeats
    }

    /// Every clause that the filters let pass.
    private func filteredClauses() throws -> [Candidate] {
        let rows = try reader.allClauses()
        isCapped = rows.count >= PostingReader.mostRows
        return try score(rows, most: .max).sorted(by: Self.isBetter)
    }

    private static func isBetter(_ first: Candidate, _ second: Candidate) -> Bool {
        (second.score, first.article, first.start, first.sentence ?? 0) < (
            first.score, second.article, second.start, second.sentence ?? 0
        )
    }

    private func isEnough(_ candidate: Candidate) -> Bool {
        for (part, grade) in zip(understanding.parts, candidate.grades) where part.isRequired && grade == 0 {
            return false
        }
        return candidate.score >= leastWanted
    }

    var leastWanted: Double {
        let isNarrowed = !filter.isEmpty || understanding.parts.contains(where: \.isRequired)
        return isNarrowed ? Self.leastCoverNarrowed : Self.leastCover
    }

    /// What a row can be worth at most, as far as the indexes tell: what other sentences of its article and its date
    /// may add is taken for granted. What is worth too little is not read.
    func potential(_ grades: [Double]) -> Double {
        cover(zip(grades, additions).map { 1 - (1 - max($0.0, $0.1.elsewhere)) * (1 - $0.1.date) })
    }

    /// For each part what may be added to its grade.
    private lazy var additions: [(elsewhere: Double, date: Double)] = understanding.parts.indices.map { index in
        let part = understanding.parts[index]
        let best = sentencePostings.filter { $0.part == index }.map(\.grade).max() ?? 0
        let dates = part.readings.filter(\.meaning.isOfArticle).map(\.grade)
        return (part.isRequired ? 0 : best * Self.elsewhere, 1 - dates.reduce(1) { $0 * (1 - $1) })
    }

    func cover(_ grades: [Double]) -> Double {
        let whole = understanding.weight
        return whole > 0 ? zip(weights, grades).reduce(0) { $0 + $1.0 * $1.1 } / whole : 0
    }

    /// For each part the readings that the clause or the sentence itself has, by place.
    func readings(of candidate: Candidate) -> [[Int]] {
        var found = [[Int]](repeating: [], count: understanding.parts.count)
        guard let row = candidate.clause ?? candidate.sentence else { return found }
        for posting in candidate.clause == nil ? sentencePostings : clausePostings where posting.holds(row) {
            found[posting.part].append(posting.reading)
        }
        return found
    }

    /// The statement with all but the id bound.
    func statement(_ select: Filter.Select) throws(SQLiteError) -> Statement {
        let statement = try Statement(database, select.sql)
        try statement.bind(all: [0 as Int64] + select.values)
        return statement
    }

    private var ranges: [Int64: ClosedRange<Int64>] = [:]
    /// Prepared once: it is asked for hundreds of articles, and to prepare it takes longer than to run it.
    private let sentencesOfArticle: Statement

    /// The sentences of an article; they were filed one after the other.
    private func sentences(of article: Int64) throws -> ClosedRange<Int64> {
        if let known = ranges[article] { return known }
        try sentencesOfArticle.bind(article, at: 1)
        let found = try sentencesOfArticle.row(as: Int64.self, Int64.self)
        let range = (found?.0 ?? 0)...max(found?.1 ?? 0, found?.0 ?? 0)
        ranges[article] = range
        return range
    }

    /// What another sentence of the article says counts a little.
    func raise(_ grades: [Double], by article: Int64) throws -> [Double] {
        var grades = grades
        for posting in sentencePostings where grades[posting.part] < posting.grade * Self.elsewhere {
            guard !understanding.parts[posting.part].isRequired, posting.holds(try sentences(of: article)) else {
                continue
            }
            grades[posting.part] = posting.grade * Self.elsewhere
        }
        return grades
    }
}
