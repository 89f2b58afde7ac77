import Model
import Store
import Testing

struct QueryTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    private func hits(_ query: Query) throws -> [Hit] { try store.answer(query).hits }

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
        #expect(first.highlights.map { String(decoding: Array(first.quote.utf8)[$0.start..<$0.end], as: UTF8.self) } == [
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

    @Test func wordsAroundTheQuoteFindIt() throws {
        #expect(try hits(Query(text: "OSLO exclusive")).map(\.type?.rawValue) == ["exclusivity"])
    }

    @Test func someWordsWhereNotAllAreFound() throws {
        #expect(try hits(Query(text: "exclusive xylophones")).count == 2)
        #expect(try hits(Query(text: "xylophones zithers")).isEmpty)
    }

    @Test func filters() throws {
        let types = [ClauseType(rawValue: "payment"), ClauseType(rawValue: "revenue-share")]
        #expect(try Set(hits(Query(text: "pay sales euros", types: types)).compactMap(\.type)) == Set(types))
        #expect(try hits(Query(text: "", types: types)).count == 2)
        #expect(try hits(Query(text: "renewed", company: "Tarn")).count == 1)
        #expect(try hits(Query(text: "market", company: "tarn robotics")).isEmpty)
        #expect(try hits(Query(text: "", company: "PumpeOne")).count == 4)
        #expect(try hits(Query(text: "licence", limit: 1)).count == 1)
        #expect(try hits(Query(text: "", limit: 5)).isEmpty)
    }

    @Test func unknownNamesTellNearOnes() throws {
        #expect(throws: StoreError.unknown(kind: "company", name: "Tarm Robotics", similar: ["Tarn Robotics Ltd"])) {
            try store.answer(Query(text: "x", company: "Tarm Robotics"))
        }
        let query = Query(text: "x", types: [ClauseType(rawValue: "exclusive")])
        let error = #expect(throws: StoreError.self) { try store.answer(query) }
        guard case .unknown("clause type", "exclusive", let similar) = error else { Issue.record(); return }
        #expect(similar.contains("exclusivity"))
    }

    @Test func scriptsOfAllKinds() throws {
        #expect(try hits(Query(text: "日本語の見出し")).count == 1)
        #expect(try hits(Query(text: "nordlys pump*")).isEmpty == false)
    }
}
