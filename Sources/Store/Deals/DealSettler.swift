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
    /// Pairs of which reports were taken out: one that is left alone may not be as it was.
    private var thinned: Set<Pair> = []
    private var dueGroups: Set<Int64> = []

    init(_ database: Database, _ agreements: AgreementWriter, _ words: WordQueue) throws(SQLiteError) {
        self.database = database
        self.words = words
        self.agreements = agreements
        reader = try DealReader(database)
    }

    /// Articles tie these companies to each other now, and report these agreements, which people put together.
    func reconsider(_ pairs: [Pair], grouped: [Int64] = []) {
        due.formUnion(pairs)
        dueGroups.formUnion(grouped)
    }

    /// Articles no longer say that these companies, and these agreements, are what they were.
    func reconsider(after leftovers: Eraser.Leftovers) {
        due.formUnion(leftovers.pairs)
        thinned.formUnion(leftovers.thinned)
        dueGroups.formUnion(leftovers.agreements)
    }

    func settle() throws {
        defer { (due, thinned, dueGroups) = ([], [], []) }
        let graph = DealGraph(reader)
        var seeds: Set<Int> = []
        for agreement in dueGroups.sorted() {
            guard let pin = try reader.pin(of: agreement), let core = try graph.core(pinnedBy: pin) else { continue }
            seeds.insert(core)
            // Others find it by its parties.
            let pairs = Pair.all(of: graph.cores[core].parties.sorted())
            try agreements.rows.addPairs(pairs, to: agreement)
            due.formUnion(pairs)
        }
        for pair in due.union(thinned).sorted() {
            // One agreement with one report that was just filed is as it is.
            guard try thinned.contains(pair) || reader.hasSeveralReports(pair) else { continue }
            seeds.formUnion(try graph.cores(of: pair))
        }
        guard !seeds.isEmpty else { return }
        try carryOut(try graph.deals(around: seeds.sorted()).map { SettledDeal($0.map { graph.cores[$0] }) })
    }

    /// - Parameter deals: no report of theirs is filed with that of another deal.
    private func carryOut(_ deals: [SettledDeal]) throws {
        var taken: Set<Int64> = []
        var moves: [DealMove] = []
        var shapes: [AgreementShape] = []
        // What people put together keeps its agreement.
        for deal in deals.sorted(by: SettledDeal.precedes) {
            let target = try target(for: deal, besides: taken)
            taken.insert(target)
            moves += deal.reports.filter { $0.agreement != target }.map { DealMove(report: $0, target: target) }
            shapes.append(AgreementShape(of: deal, target))
        }
        var changed = Set(moves.flatMap { [$0.report.agreement, $0.target] })
        for shape in shapes where try !shape.isStored(database) { changed.insert(shape.agreement) }
        if !changed.isEmpty {
            try ClauseTags(database: database, words: words).willChange(ofAgreements: changed)
            try DealMove.carryOut(moves.filter { try $0.isPossible(besides: moves, database) }, database)
            for shape in shapes where changed.contains(shape.agreement) { try shape.store(database, agreements) }
            for agreement in changed.sorted() { try agreements.rows.removeIfEmpty(agreement) }
        }
        for agreement in changed.union(taken).sorted() { try agreements.settle(agreement) }
    }

    /// The agreement that most of the deal's reports are filed under, or a new one.
    private func target(for deal: SettledDeal, besides taken: Set<Int64>) throws(SQLiteError) -> Int64 {
        var counts: [Int64: Int] = [:]
        for report in deal.deciding where !taken.contains(report.agreement) {
            counts[report.agreement, default: 0] += 1
        }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best { return best.key }
        return try agreements.rows.open(like: deal.reports[0])
    }
}

/// A deal as it was decided.
struct SettledDeal {
    /// In their order.
    let reports: [DealReport]
    /// Those that people put together, else all: they say which agreement it is.
    let deciding: [DealReport]
    /// The correction by which people put reports together.
    let correction: Int64?

    init(_ cores: [DealCore]) {
        reports = cores.flatMap(\.deal.reports).sorted(by: DealReport.precedes)
        let pinned = cores.first { $0.pin != nil }
        correction = pinned?.pin?.correction
        deciding = pinned?.deal.reports ?? reports
    }

    static func precedes(_ a: SettledDeal, _ b: SettledDeal) -> Bool {
        if (a.correction != nil) != (b.correction != nil) { return a.correction != nil }
        return DealReport.precedes(a.reports[0], b.reports[0])
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
