internal import Model
internal import SQLite

/// Brings reports of the same deal together in one agreement, and parts those of different deals, whatever the order
/// in which they came.
///
/// Only companies between which something changed are looked at.
final class DealSettler {
    struct Pair: Hashable, Comparable {
        var one: Int64
        var other: Int64

        init(_ one: Int64, _ other: Int64) { (self.one, self.other) = (min(one, other), max(one, other)) }

        static func < (a: Pair, b: Pair) -> Bool { (a.one, a.other) < (b.one, b.other) }

        /// All pairs of `companies`.
        static func all(of companies: [Int64]) -> [Pair] {
            companies.indices.flatMap { first in
                companies[..<first].filter { $0 != companies[first] }.map { Pair($0, companies[first]) }
            }
        }
    }

    private let database: Database
    private let agreements: AgreementWriter
    private let reader: DealReader
    private let words: WordQueue
    private var due: Set<Pair> = []

    init(_ database: Database, _ agreements: AgreementWriter, _ words: WordQueue) throws(SQLiteError) {
        self.database = database
        self.words = words
        self.agreements = agreements
        reader = try DealReader(database)
    }

    /// Something changed between these companies.
    func reconsider(_ pairs: some Sequence<Pair>) { due.formUnion(pairs) }

    func settle() throws {
        let pairs = due.sorted()
        due = []
        for pair in pairs { try settle(pair) }
    }

    private func settle(_ pair: Pair) throws {
        // One agreement with one report is as it is.
        guard try reader.hasSeveralReports(pair) else { return }
        let reports = try reader.reports(of: pair)
        let deals = DealGroups.deals(reports, pair: [pair.one, pair.other])
        var taken: Set<Int64> = []
        var moves: [DealMove] = []
        for deal in deals {
            let target = try target(for: deal, besides: taken)
            taken.insert(target)
            moves += deal.reports.filter { $0.agreement != target }.map { DealMove(report: $0, target: target) }
        }
        try carryOut(moves, deals, taken)
    }

    /// The agreement that most of the deal's reports are filed under, or a new one.
    private func target(for deal: Deal, besides taken: Set<Int64>) throws(SQLiteError) -> Int64 {
        var counts: [Int64: Int] = [:]
        for report in deal.reports where !taken.contains(report.agreement) { counts[report.agreement, default: 0] += 1 }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best { return best.key }
        return try agreements.open(like: deal.reports[0])
    }

    private func carryOut(_ moves: [DealMove], _ deals: [Deal], _ targets: Set<Int64>) throws {
        let touched = Set(moves.flatMap { [$0.report.agreement, $0.target] }).union(targets)
        let shapes = try deals.map { try AgreementShape(of: $0, moves) }
        var changed = Set(moves.flatMap { [$0.report.agreement, $0.target] })
        for shape in shapes where try !shape.isStored(database) { changed.insert(shape.agreement) }
        if !changed.isEmpty {
            let index = try ClauseTags(of: changed, database)
            try DealMove.carryOut(moves.filter { try $0.isPossible(besides: moves, database) }, database)
            for shape in shapes where changed.contains(shape.agreement) { try shape.store(database, agreements) }
            for agreement in changed.sorted() { try agreements.removeIfEmpty(agreement) }
            try index.refresh(words)
        }
        for agreement in touched.sorted() { try agreements.settle(agreement) }
    }
}

/// That a report belongs to another agreement than it was filed under.
struct DealMove {
    var report: DealReport
    var target: Int64

    /// Whether no other report of the article is in the way, which a deal of other companies can have brought.
    func isPossible(besides moves: [DealMove], _ database: Database) throws(SQLiteError) -> Bool {
        if moves.contains(where: { $0.report.article == report.article && $0.report.agreement == target }) {
            return true
        }
        let isFree = try database.value(
            "SELECT NOT EXISTS (SELECT 1 FROM agreement_article WHERE agreement_id = ?1 AND article_id = ?2)",
            [target, report.article], as: Bool.self)
        return isFree == true
    }

    /// Moves the reports with their clauses and what people settled.
    static func carryOut(_ moves: [DealMove], _ database: Database) throws {
        // Through free places: two reports of one article may change places.
        var clauses: [(ids: [Int64], target: Int64)] = []
        for move in moves {
            let ids = try database.values(
                "SELECT id FROM clause WHERE article_id = ?1 AND agreement_id = ?2",
                [move.report.article, move.report.agreement], as: Int64.self)
            clauses.append((ids, move.target))
        }
        try database.execute("PRAGMA defer_foreign_keys = ON")
        for table in ["agreement_article", "agreement_setting"] {
            let away = "UPDATE \(table) SET agreement_id = -?3 WHERE article_id = ?1 AND agreement_id = ?2"
            for move in moves { try database.run(away, move.report.article, move.report.agreement, move.target) }
            let back = "UPDATE OR IGNORE \(table) SET agreement_id = ?2 WHERE article_id = ?1 AND agreement_id = -?2"
            for move in moves { try database.run(back, move.report.article, move.target) }
        }
        for (ids, target) in clauses {
            for id in ids { try database.run("UPDATE clause SET agreement_id = ?2 WHERE id = ?1", id, target) }
        }
    }
}

/// The kind and the parties that an agreement's reports give it together.
struct AgreementShape {
    let agreement: Int64
    private let kind: String
    private let parties: [Int64]

    init(of deal: Deal, _ moves: [DealMove]) throws {
        let first = deal.reports[0]
        let move = moves.first { $0.report.article == first.article && $0.report.position == first.position }
        agreement = move?.target ?? first.agreement
        var weights: [String: Double] = [:]
        for report in deal.reports { weights[report.kind, default: 0] += report.confidence }
        kind = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? first.kind
        // In the order of the first report that names them all.
        let all = deal.parties
        let fullest = deal.reports.first { Set($0.parties) == all } ?? first
        parties = fullest.parties + all.subtracting(fullest.parties).sorted()
    }

    /// Whether the agreement is stored so. What deals of other pairs bring to it stays.
    func isStored(_ database: Database) throws(SQLiteError) -> Bool {
        let stored = try database.value("SELECT kind FROM agreement WHERE id = ?1", [agreement], as: String.self)
        let known = try storedParties(database)
        return stored == kind && Set(known) == Set(parties)
    }

    private func storedParties(_ database: Database) throws(SQLiteError) -> [Int64] {
        try database.values(
            "SELECT company_id FROM agreement_party WHERE agreement_id = ?1 ORDER BY position", [agreement],
            as: Int64.self)
    }

    func store(_ database: Database, _ writer: AgreementWriter) throws {
        try database.run("UPDATE agreement SET kind = ?2 WHERE id = ?1", agreement, kind)
        if Set(try storedParties(database)) != Set(parties) { try writer.setParties(parties, of: agreement) }
    }
}
