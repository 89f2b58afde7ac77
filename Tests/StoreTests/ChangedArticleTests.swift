import Model
import SQLite
import Testing

@testable import Store

/// What was put right in an article holds when its file has changed.
struct ChangedArticleTests {
    private let temporary: TemporaryStore
    private let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    private static let text = """
        Nørdlys licenses its pump design to Tarn
        UPDATED – with a new paragraph at the top.
        OSLO – Nørdlys Pumpe AS ("Nørdlys") said it gave Tarn Robotics Ltd an exclusive licence.
        Tarn will pay 14 percent of its sales, or 3 million euros a year.
        """

    /// The licence as its source shows it later: with more at the top, another share, and no weather.
    private static let changed: Entry = {
        let article = Seed.article("wire/licence.txt", published: "2026-02-03", text)
        var extraction = Seed.licence.extraction
        for index in extraction.companies.indices {
            let names = [extraction.companies[index].name] + extraction.companies[index].aliases
            extraction.companies[index].mentions = names.map { Seed.range($0, in: article) }
        }
        let quotes = [
            "Tarn will pay 14 percent of its sales", "gave Tarn Robotics Ltd an exclusive licence",
            "3 million euros a year",
        ]
        for (index, quote) in quotes.enumerated() {
            extraction.clauses[index].quote = Seed.range(quote, in: article)
            extraction.clauses[index].values = []
            extraction.clauses[index].speaker = nil
        }
        return Seed.entry(article, extraction)
    }()

    private func clause(_ type: String) throws -> ClauseRecord? {
        try store.clauses().first { $0.type.rawValue == type && $0.source == "wire/licence.txt" }
    }

    private func correct(_ type: String, _ edit: (Int64) -> Edit) throws -> Int64 {
        try store.correct(edit(try #require(try clause(type)).id)).id
    }

    @Test func theSameClauseFoundAgainKeepsItsCorrection() throws {
        let ended = try correct("exclusivity") { .setClause($0, field: .status, to: "ended") }
        let gone = try correct("payment") { .rejectClause($0) }
        let added = try store.correct(
            .addClause(NewClause(article: "wire/licence.txt", type: "term", quote: "a year", obligors: ["Tarn"])))
        _ = try store.ingest([Self.changed])
        #expect(try clause("exclusivity")?.status == .ended)
        #expect(try clause("payment") == nil)
        #expect(try clause("term")?.quote == "a year" && clause("term")?.line == 4)
        #expect(try store.corrections().allSatisfy { $0.state == .inForce })
        #expect(try store.verify() == [])

        let fresh = try Seed.store()
        _ = try fresh.store?.ingest([Self.changed])
        for id in [ended, gone, added.id] { try store.undo(correction: id) }
        #expect(try Dump.of(store) == Dump.of(#require(fresh.store)))
    }

    @Test func anAnswerInTheNewTextHoldsWhenTheOldOneComesBack() throws {
        _ = try store.ingest([Self.changed])
        let made = try correct("exclusivity") { .setClause($0, field: .status, to: "denied") }
        _ = try store.ingest([Seed.licence])
        #expect(try clause("exclusivity")?.status == .denied)
        #expect(try store.verify() == [])
        try store.undo(correction: made)
        #expect(try clause("exclusivity")?.status == .stated)
    }

    @Test func whatCannotBeFoundAgainIsListedAsSuchAndComesBack() throws {
        let share = try correct("revenue-share") { .setClause($0, field: .status, to: "ended") }
        _ = try store.ingest([Self.changed])
        #expect(try clause("revenue-share")?.status == .stated)
        #expect(try store.corrections().map(\.state) == [.notFound])
        _ = try store.ingest([Seed.licence])
        #expect(try clause("revenue-share")?.status == .ended)
        #expect(try store.corrections().map(\.state) == [.inForce])
        try store.undo(correction: share)
        #expect(try store.corrections().map(\.state) == [.undone])
    }

    @Test func whatWasSaidOfItsAgreementHolds() throws {
        try store.forget(article: "wire/renewal.txt")
        try store.correct(.setAgreement("1", field: .kind, to: "supply"))
        var other = Self.changed.extraction
        other.agreements[0].kind = AgreementKind(rawValue: "license")
        _ = try store.ingest([Seed.entry(Self.changed.article, other)])
        #expect(try store.agreements().map(\.kind.rawValue) == ["supply"])
    }

    @Test func wordsOfAForgottenArticleAreInNoCorrection() throws {
        _ = try correct("exclusivity") { .setClause($0, field: .quote, to: "an exclusive licence") }
        _ = try correct("payment") { .setClause($0, field: .speaker, to: "Oslo") }
        _ = try correct("revenue-share") { .rejectClause($0) }
        try store.forget(article: "wire/licence.txt")
        let log = try store.corrections().map { $0.subject + ($0.before ?? "") + ($0.after ?? "") }.joined()
        for words in ["exclusive", "sales", "euros", "Oslo"] { #expect(!log.contains(words)) }
        #expect(try store.corrections().map(\.state) == [.notFound, .notFound, .notFound, .inForce])
        // Where it stood is kept: the same file is put right again.
        _ = try store.ingest([Seed.licence])
        #expect(try clause("exclusivity")?.quote == "an exclusive licence" && clause("revenue-share") == nil)
    }

    @Test func aMergeKeepsWhatWasPutRightInAnEarlierReading() throws {
        _ = try correct("exclusivity") { .setClause($0, field: .status, to: "ended") }
        let later = try Seed.store([Self.changed])
        try #require(later.store).database.run("UPDATE article SET ingested_at = '2999-01-01T00:00:00Z'")
        _ = try store.merge(#require(later.store))
        #expect(try clause("exclusivity")?.status == .ended)
        #expect(try store.verify() == [])
    }
}
