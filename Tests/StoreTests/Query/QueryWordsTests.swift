import Model
import Store
import Testing

/// What the words of a query find.
struct QueryWordsTests: QuerySuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    @Test func wordsAroundTheQuoteFindIt() throws {
        #expect(try hits(Query(text: "OSLO exclusive")).first?.type?.rawValue == "exclusivity")
    }

    @Test func wordsThatTheBaseDoesNotHaveFindNothing() throws {
        #expect(try hits(Query(text: "xylophones zithers")).isEmpty)
        #expect(try hits(Query(text: "Xylocorp pump merger")).isEmpty)
    }

    @Test func aConceptNeedsNoneOfTheWords() throws {
        #expect(try hits(Query(text: "sole source")).first?.type?.rawValue == "exclusivity")
        #expect(try hits(Query(text: "royalties")).first?.type?.rawValue == "revenue-share")
        #expect(try hits(Query(text: "can it be prolonged")).first?.type?.rawValue == "renewal")
    }

    @Test func typosAndSpellings() throws {
        #expect(try hits(Query(text: "exclusve license")).first?.type?.rawValue == "exclusivity")
        #expect(try hits(Query(text: "what does Tarm Robotics owe")).first?.obligors == ["Tarn Robotics Ltd"])
    }

    @Test func rolesAreRead() throws {
        let owed = try hits(Query(text: "what does Tarn owe"))
        #expect(owed.first?.obligors == ["Tarn Robotics Ltd"])
        let granted = try hits(Query(text: "what does Tarn get"))
        #expect(granted.first?.beneficiaries == ["Tarn Robotics Ltd"])
    }

    @Test(arguments: ["€3m", "3 million euros", "EUR 3,000,000", "3 mln euro"])
    func amountsInAnyWriting(text: String) throws {
        #expect(try hits(Query(text: text)).first?.quote == "3 million euros a year")
    }

    /// "$3" is not any 3, and six months are not those of SIX Group.
    @Test func numbersAreNeitherWordsNorNames() throws {
        let article = Seed.article(
            "wire/six.txt", "SIX Group buys\nSIX Group bought 39.3 percent of More Than. It ends on six months' notice."
        )
        let entry = Seed.entry(
            article,
            Extraction(
                companies: [
                    Seed.company("SIX Group", aliases: ["SIX"], in: article), Seed.company("More Than", in: article),
                ], agreements: [],
                clauses: [
                    .init(
                        type: ClauseType(rawValue: "termination"), status: .stated,
                        quote: Seed.range("It ends on six months' notice", in: article))
                ]))
        let temporary = try Seed.store([Seed.licence, entry])
        let store = try #require(temporary.store)
        func meanings(_ text: String) throws -> [String] {
            try store.answer(Query(text: text)).hits.flatMap(\.reasons).map(\.meaning)
        }
        #expect(try store.answer(Query(text: "$3")).hits.allSatisfy { $0.source != "wire/six.txt" })
        #expect(try meanings("notice of six months").allSatisfy { !$0.contains("company") })
        #expect(try meanings("SIX bought").contains { $0.contains("company SIX") })
        #expect(try meanings("more than 5 percent notice").allSatisfy { !$0.contains("company") })
        #expect(try meanings("bought More Than").contains { $0.contains("company More Than") })
    }

    @Test func scriptsOfAllKinds() throws {
        #expect(try hits(Query(text: "日本語の見出し")).count == 1)
        #expect(try hits(Query(text: "nordlys pump*")).isEmpty == false)
    }
}
