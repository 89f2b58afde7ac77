import Model
import SQLite
import Testing

@testable import Store

/// What people say of a deal is said of it in every article that reports it, also in those that come later.
struct LaterArticleTests {
    private let reports = (1...3).map { Seed.report($0, published: "2026-01-0\($0)", value: 40_000_000) }

    @Test func aDealThatWasRejectedDoesNotComeBack() throws {
        let base = try Seed.store([reports[0]])
        let store = try #require(base.store)
        let rejected = try store.correct(.rejectAgreement("1"))
        _ = try store.ingest(Array(reports[1...]))
        #expect(try store.agreements().isEmpty && store.articles().count == 3)
        #expect(try store.verify() == [])
        try store.undo(correction: rejected.id)
        #expect(try store.agreements().map(\.articles) == [3])
    }

    @Test func aKindThatWasSetIsThatOfLaterReports() throws {
        let base = try Seed.store([reports[0]])
        let store = try #require(base.store)
        try store.correct(.setAgreement("1", field: .kind, to: "license"))
        _ = try store.ingest(Array(reports[1...]))
        let kinds = try store.database.values("SELECT kind FROM agreement_article", as: String.self)
        #expect(kinds == ["license", "license", "license"])
        #expect(try store.agreements().map(\.articles) == [3])
    }

    /// Another deal of the same parties is not meant.
    @Test func ofSeveralDealsOfTheSamePartiesOnlyTheOneIsMeant() throws {
        let other = Seed.report(9, published: "2026-01-02", value: 900_000_000)
        let base = try Seed.store([reports[0], other])
        let store = try #require(base.store)
        #expect(try store.agreements().count == 2)
        try store.correct(.rejectAgreement("1"))
        _ = try store.ingest([Seed.report(10, published: "2026-01-03", value: 900_000_000)])
        #expect(try store.agreements().map(\.articles) == [2])
    }
}
