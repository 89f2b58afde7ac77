import Model
import Store
import Testing

/// What of an answer comes first, and why.
struct QueryOrderTests: QuerySuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    @Test func theClauseComesFirst() throws {
        let hits = try hits(Query(text: "exclusive licence"))
        let first = try #require(hits.first)
        #expect(first.type?.rawValue == "exclusivity")
        #expect(first.quote == "gave Tarn Robotics Ltd an exclusive licence")
        #expect(first.obligors == ["Nørdlys Pumpe AS"] && first.beneficiaries == ["Tarn Robotics Ltd"])
        #expect(first.agreement?.parties == ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"])
        #expect(first.agreement?.status == .inForce && first.source == "wire/licence.txt" && first.line == 2)
        let body = Array(Seed.licence.article.body.unicodeScalars)
        #expect(String(String.UnicodeScalarView(body[first.start..<first.end])) == first.quote)
        #expect(
            first.highlights.map { String(decoding: Array(first.quote.utf8)[$0.start..<$0.end], as: UTF8.self) } == [
                "exclusive", "licence",
            ])
    }

    @Test func sentencesThatNoClauseCoversComeAfter() throws {
        let hits = try hits(Query(text: "exclusive"))
        #expect(hits.map(\.source) == ["wire/licence.txt", "wire/other.txt"])
        #expect(hits[1].clause == nil && hits[1].type == nil)
        #expect(hits[1].quote == "The pump market grew — exclusive clubs did not.")
        #expect(hits[1].line == 2 && hits[1].start == 14 && hits[1].end == 61)
    }

    /// What there is comes before what there is not, unless that is asked for.
    @Test func aDenialIsTheLesserAnswer() throws {
        let article = Seed.article(
            "wire/fee.txt", "A fee\nTarn Robotics Ltd owes no break-up fee. Vessa Ltd owes a break-up fee.")
        let clauses: [(ClauseStatus, String)] = [
            (.denied, "Tarn Robotics Ltd owes no break-up fee"), (.stated, "Vessa Ltd owes a break-up fee"),
        ]
        let entry = Seed.entry(
            article,
            Extraction(
                companies: [], agreements: [],
                clauses: clauses.map { status, quote in
                    .init(
                        type: ClauseType(rawValue: "liquidated-damages"), status: status,
                        quote: Seed.range(quote, in: article))
                }))
        let temporary = try Seed.store([entry])
        let store = try #require(temporary.store)
        #expect(try store.answer(Query(text: "break-up fee")).hits.map(\.status) == [.stated, .denied])
        #expect(try store.answer(Query(text: "no break-up fee")).hits.first?.status == .denied)
    }

    @Test func reasonsAddUpToTheCover() throws {
        let hit = try #require(try hits(Query(text: "Tarn royalties")).first)
        #expect(hit.reasons.map(\.words).contains("royalties"))
        #expect(hit.reasons.contains { $0.meaning.contains("clause type revenue-share") })
        let points = hit.reasons.reduce(0) { $0 + $1.points }
        #expect(points <= 1 && points >= hit.score * 0.99)
    }

    @Test func scopeOrderAndPages() throws {
        #expect(try types("exclusive") { $0.scope = .clauses } == ["exclusivity"])
        #expect(try types("exclusive") { $0.scope = .text } == ["sentence"])
        var query = Query(text: "", company: "Tarn")
        query.order = .date
        #expect(try hits(query).first?.type?.rawValue == "renewal")
        query.order = .amount
        #expect(try hits(query).first?.type?.rawValue == "payment")
        let all = try hits(query)
        (query.offset, query.limit) = (1, 2)
        #expect(try hits(query).map(\.clause) == all[1...2].map(\.clause))
        query.offset = 99
        #expect(try hits(query).isEmpty)
    }
}
