import Model
import Store
import Testing

/// What filters keep of an answer.
struct QueryFilterTests: QuerySuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
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

    @Test func filtersByTerms() throws {
        #expect(try types { $0.types = [ClauseType(rawValue: "money")] } == ["payment", "revenue-share"])
        #expect(try types { $0.kinds = ["license"] }.count == 4)
        #expect(try types { $0.kinds = ["lease"] }.isEmpty)
        #expect(try types { $0.statuses = ["changed"] } == ["renewal"])
        #expect(try types { $0.agreementStatuses = ["in-force"] }.count == 4)
        #expect(try types { $0.agreementStatuses = ["ended"] }.isEmpty)
        #expect(try types { $0.confidence = 0.9 } == ["exclusivity", "renewal"])
    }

    @Test func filtersByCompanies() throws {
        #expect(try types { ($0.company, $0.role) = ("Tarn", "beneficiary") } == ["exclusivity"])
        #expect(try types { ($0.company, $0.role) = ("Tarn", "obligor") } == ["payment", "revenue-share"])
        #expect(try types { ($0.company, $0.counterparty) = ("Tarn", "Nørdlys Pumpe") }.count == 4)
    }

    /// Statuses, sums and denials are not looked up in the index that knows the companies.
    @Test(arguments: ["ended deals", "changed", "over €1m", "not exclusive", "abolished exclusivity", "no weather"])
    func filtersByCompaniesHoldForWhatNoIndexHas(text: String) throws {
        let article = Seed.article(
            "wire/end.txt",
            "Vessa and Orlo part\nVessa Ltd ended the exclusive deal with Orlo AG, worth 5 million euros.")
        let end = Seed.entry(
            article,
            Extraction(
                companies: [Seed.company("Vessa Ltd", in: article), Seed.company("Orlo AG", in: article)],
                agreements: [.init(kind: AgreementKind(rawValue: "supply"), status: .ended, parties: [0, 1])],
                clauses: [ClauseStatus.ended, .denied, .changed].map { status in
                    .init(
                        agreement: 0, type: ClauseType(rawValue: "exclusivity"), status: status,
                        quote: Seed.range("ended the exclusive deal with Orlo AG", in: article), obligors: [0],
                        beneficiaries: [1],
                        values: [
                            Value(
                                .money(Money(amount: 5_000_000, currency: "EUR")),
                                range: Seed.range("5 million euros", in: article))
                        ])
                }))
        let temporary = try Seed.store([Seed.licence, Seed.renewal, Seed.other, end])
        let store = try #require(temporary.store)
        var query = Query(text: text)
        #expect(try text == "no weather" || store.answer(query).hits.contains { $0.source == "wire/end.txt" })
        query.company = "Tarn"
        #expect(try !store.answer(query).hits.contains { $0.source == "wire/end.txt" })
    }

    @Test func filtersByArticleAndSum() throws {
        #expect(try types { $0.since = "2027" } == ["renewal"])
        #expect(try types("licence") { $0.until = "2026-12" }.contains("renewal") == false)
        #expect(try types { ($0.since, $0.until) = ("2027-01", "2027-01-15") } == ["renewal"])
        #expect(try types { $0.source = "renew*" } == ["renewal"])
        #expect(try types { $0.minimumAmount = 3_000_000 } == ["payment"])
        #expect(try types { ($0.minimumAmount, $0.currency) = (1, "USD") }.isEmpty)
        #expect(try types { $0.minimumAmount = 3_000_001 }.isEmpty)
    }
}
