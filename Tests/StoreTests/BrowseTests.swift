import Model
import SQLite
import Store
import Testing

struct BrowseTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    @Test func lists() throws {
        let companies = try store.companies()
        #expect(companies.map(\.name) == ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"])
        #expect(companies[0].aliases == ["Nørdlys", "Nørdlys Pumpe"] && companies[0].products == ["PumpeOne"])
        #expect(companies[1].articles == 2 && companies[1].mentions == 3 && companies[1].agreements == 1)
        #expect(try store.companies(limit: 1).count == 1)
        #expect(try store.agreements().map(\.articles) == [2])
        #expect(try store.agreements(.init(company: "tarn")).map(\.clauses) == [4])
        #expect(try store.agreements(.init(company: "tarn", counterparty: "Nørdlys Pumpe")).count == 1)
        #expect(try store.agreements(.init(counterparty: "tarn", kinds: ["license"])).count == 1)
        #expect(try store.agreements(.init(kinds: ["supply"])).isEmpty)
        #expect(try store.agreements(.init(statuses: ["ended", "rumored"])).isEmpty)
        #expect(try store.articles().map(\.source) == ["wire/licence.txt", "wire/renewal.txt", "wire/other.txt"])
        #expect(try store.articles(limit: 1).map(\.clauses) == [3])
        #expect(try store.clauses().map(\.type.rawValue) == ["exclusivity", "revenue-share", "payment", "renewal"])
        #expect(
            try store.clauses(types: [ClauseType(rawValue: "payment")]).map(\.amount) == [
                Money(amount: 3_000_000, currency: "EUR")
            ])
        #expect(try store.clauses(company: "Tarn", limit: 2).count == 2)
    }

    @Test func oneCompany() throws {
        for name in ["Tarn Robotics Ltd", "tarn robotics", "TARN", "1", "2"].prefix(3) {
            let detail = try store.company(name)
            #expect(detail.company.name == "Tarn Robotics Ltd")
            #expect(detail.company.mentions == 3 && detail.company.articles == 2)
            #expect(detail.agreements.count == 1 && detail.owes.count == 2 && detail.owed.count == 1)
        }
        #expect(try store.company("1").company.name == "Nørdlys Pumpe AS")
        #expect(try store.company("NØRDLYS PUMPE A/S").company.id == 1)
        #expect(throws: StoreError.unknown(kind: "company", name: "Zebra", similar: [])) { try store.company("Zebra") }
    }

    @Test func oneAgreement() throws {
        for name in ["1", "Tarn Nørdlys", "nørdlys license"] {
            let detail = try store.agreement(name)
            #expect(detail.reports.map(\.status) == [.signed, .inForce])
            #expect(detail.clauses.count == 4)
        }
        #expect(throws: StoreError.self) { try store.agreement("Tarn and nobody") }
    }

    @Test func oneClause() throws {
        let detail = try store.clause("2")
        #expect(detail.clause.percent == 12.5 && detail.clause.quote == "Tarn will pay 12.5 percent of its sales")
        #expect(detail.sentence == "Tarn will pay 12.5 percent of its sales, or 3 million euros a year.")
        #expect(detail.agreement?.kind.rawValue == "license")
        #expect(throws: StoreError.unknown(kind: "clause", name: "99", similar: [])) { try store.clause("99") }
        #expect(throws: StoreError.self) { try store.clause("pay") }
    }

    @Test func oneArticle() throws {
        for name in ["1", "wire/licence.txt", "licence.txt", "licence", "Nørdlys licenses its pump design to Tarn"] {
            let detail = try store.article(name)
            #expect(detail.body == Seed.licence.article.body)
            #expect(detail.companies == ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"])
            #expect(detail.agreements.count == 1 && detail.clauses.count == 3)
        }
        let error = #expect(throws: StoreError.self) { try store.article("wire/licenc.txt") }
        guard case .unknown("article", "wire/licenc.txt", let similar) = error else { Issue.record(); return }
        #expect(similar.contains("wire/licence.txt"))
    }

    @Test func namesThatTwoHaveAreAmbiguous() throws {
        let article = Seed.article("two.txt", "Two\nTarn Robotics GmbH was sold.")
        let company = Seed.company("Tarn Robotics GmbH", in: article)
        _ = try store.ingest([Seed.entry(article, Extraction(companies: [company]))])
        let error = #expect(throws: StoreError.self) { try store.company("Tarn Robotics") }
        guard case .ambiguous(_, _, let candidates) = error else { Issue.record(); return }
        #expect(candidates == ["Tarn Robotics Ltd", "Tarn Robotics GmbH"])
        #expect(try store.company("Tarn Robotics gmbh").company.mentions == 1)
    }

    @Test func statistics() throws {
        let statistics = try store.statistics()
        #expect(statistics.articles == 3 && statistics.superseded == 0 && statistics.companies == 2)
        #expect(statistics.sentences == 9 && statistics.clauses == 4 && statistics.agreements == 1)
        #expect(statistics.clauseTypes.map(\.count) == [1, 1, 1, 1])
        #expect(statistics.agreementStatuses == [.init(name: "in-force", count: 1)])
        #expect(statistics.fileBytes > statistics.textBytes && statistics.textBytes > 300)
    }
}
