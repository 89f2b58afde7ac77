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

    @Test func looseMatchesAreSaidToBe() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        #expect(try !store.answer(Query(text: "Tarn licence")).isLoose)
        #expect(try store.answer(Query(text: "Tarn licence weather forecast")).isLoose)
        #expect(try !store.answer(Query(text: "", company: "Tarn")).isLoose)
    }

    @Test func reasonsAddUpToTheCover() throws {
        let hit = try #require(try hits(Query(text: "Tarn royalties")).first)
        #expect(hit.reasons.map(\.words).contains("royalties"))
        #expect(hit.reasons.contains { $0.meaning.contains("clause type revenue-share") })
        let points = hit.reasons.reduce(0) { $0 + $1.points }
        #expect(points <= 1 && points >= hit.score * 0.99)
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

    private func types(_ text: String = "", _ change: (inout Query) -> Void) throws -> Set<String> {
        var query = Query(text: text)
        change(&query)
        return try Set(hits(query).map { $0.type?.rawValue ?? "sentence" })
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

    @Test func misspeltFiltersNameNearOnes() throws {
        var query = Query(text: "x")
        query.kinds = ["licence"]
        #expect(throws: StoreError.unknown(kind: "agreement kind", name: "licence", similar: ["license"])) {
            try store.answer(query)
        }
        query = Query(text: "x")
        query.statuses = ["endet"]
        #expect(throws: StoreError.unknown(kind: "clause status", name: "endet", similar: ["ended"])) {
            try store.answer(query)
        }
        query = Query(text: "x")
        query.role = "payer"
        #expect(throws: StoreError.unknown(kind: "role", name: "payer", similar: ["obligor", "beneficiary"])) {
            try store.answer(query)
        }
    }

    /// People write a term as they speak of it.
    @Test func filtersAreFoundByWhatTheyMean() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        func similar(_ change: (inout Query) -> Void) -> [String] {
            var query = Query(text: "x")
            change(&query)
            do {
                _ = try store.answer(query)
            } catch StoreError.unknown(_, _, let similar) {
                return similar
            } catch {
                Issue.record(error)
            }
            return ["found"]
        }
        #expect(similar { $0.types = [ClauseType(rawValue: "royalty")] }.first == "revenue-share")
        #expect(similar { $0.kinds = ["takeover"] }.first == "acquisition")
        #expect(similar { $0.types = [ClauseType(rawValue: "Revenue share")] } == ["found"])
        #expect(similar { $0.agreementStatuses = ["In force"] } == ["found"])
        #expect(similar { $0.types = [ClauseType(rawValue: "zzzz")] } == [])
    }

    /// Whatever is typed is looked for: no syntax, no error, no trap.
    @Test func anyBytesAreAQuery() throws {
        let odd = [
            "\"", "\"\"", "*", "a*", "\"a", "a\" b", "AND", "OR NOT", "NEAR(a b)", "a:b", "quote : x", "tags : e1",
            "e1 k1 a1",
            "'; DROP TABLE clause; --", "^a", "{a b} : c", "(", ")", "-a", "--", "\0", "a\0b", "\u{FEFF}", "👩‍👩‍👧", "%",
            "$", "$*",
            "4.5.6.7", "1e999", "999999999999999999999999", "0", "½", "'s", "’s", "Tarn's 's", "٣", "\u{301}", "co*",
            "*co",
            String(repeating: "exclusive ", count: 500), String(repeating: "\"a\" ", count: 300),
            String(repeating: "x", count: 9000),
        ]
        for text in odd { _ = try store.answer(Query(text: text)) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do { _ = try store.answer(Query(text: text)) } catch { Issue.record("\(bytes): \(error)") }
        }
        #expect(try store.verify().isEmpty)
        #expect(try hits(Query(text: "e1")).isEmpty)
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
