import Model
import SQLite
import Store
import Testing

struct IngestTests {
    let temporary: TemporaryStore
    let store: Store
    let database: Database

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
        database = try Database(path: temporary.path, mode: .readWrite)
    }

    private func count(_ sql: String) throws -> Int {
        try database.value("SELECT count(*) FROM " + sql, as: Int.self) ?? -1
    }

    @Test func nothingIsWrongWithIt() throws {
        let findings = try store.verify()
        #expect(findings == [])
    }

    @Test func quotesAreWhereTheySay() throws {
        let wrong = """
            clause JOIN article ON article.id = clause.article_id
            WHERE substr(article.body, quote_start + 1, quote_end - quote_start) IS NOT clause.quote
            """
        #expect(try count(wrong) == 0)
        #expect(try count("clause") == 4)
        #expect(try database.values("SELECT line FROM clause ORDER BY id", as: Int.self) == [2, 3, 3, 2])
    }

    @Test func sentencesAreTheirText() throws {
        #expect(
            try database.values("SELECT text FROM sentence_view WHERE article_id = 3", as: String.self) == [
                "日本語の見出し 👩‍👩‍👧", "The pump market grew — exclusive clubs did not.", "Nothing else happened.",
            ])
    }

    @Test func namesMeetAcrossArticles() throws {
        #expect(
            try database.values("SELECT name FROM company ORDER BY name", as: String.self) == [
                "Nørdlys Pumpe AS", "Tarn Robotics Ltd",
            ])
        let first = try database.value(
            "SELECT article_id FROM company_name WHERE name = 'Tarn Robotics'", as: Int.self)
        #expect(first == 2)
    }

    @Test func companiesThatDifferInLegalFormAreTwo() throws {
        let article = Seed.article("forms.txt", "Two\nAcme GmbH sold a unit to Acme Ltd.")
        let companies = ["Acme GmbH", "Acme Ltd"].map { Seed.company($0, in: article) }
        _ = try store.ingest([Seed.entry(article, Extraction(companies: companies))])
        #expect(try count("company WHERE normalized = 'acme'") == 2)
    }

    @Test func theSameDealIsOneAgreementWithTwoSources() throws {
        #expect(try count("agreement") == 1)
        #expect(try count("agreement_article") == 2)
        let row = try database.row(
            "SELECT status, value, announced, expires, confidence FROM agreement", as: String.self, Double?.self,
            String?.self, String?.self, Double.self)
        #expect(row?.0 == "in-force" && row?.1 == 3_000_000 && row?.2 == "2026-02-03")
        #expect(row?.3 == "2032" && row?.4 == 0.9)
    }

    @Test func anotherSumIsAnotherDeal() throws {
        var extraction = Seed.licence.extraction
        extraction.agreements[0].value = Money(amount: 90_000_000, currency: "EUR")
        // Nor do its clauses tell the sum of the first.
        for index in extraction.clauses.indices { extraction.clauses[index].values = [] }
        var article = Seed.licence.article
        article.source = "wire/other-deal.txt"
        article.text += Array(" ".utf8)
        _ = try store.ingest([Seed.entry(article, extraction)])
        #expect(try count("agreement") == 2)
    }

    @Test func aDealWithOneKnownPartyMeetsNoOther() throws {
        for name in ["one.txt", "two.txt"] {
            let article = Seed.article(name, "\(name)\nTarn Robotics signed a supply deal with an unnamed customer.")
            let company = Seed.company("Tarn Robotics", in: article)
            let agreement = Extraction.Agreement(
                kind: AgreementKind(rawValue: "supply"), status: .signed, parties: [0])
            _ = try store.ingest([Seed.entry(article, Extraction(companies: [company], agreements: [agreement]))])
        }
        #expect(try count("agreement WHERE kind = 'supply'") == 2)
    }

    @Test func valuesAndSpeakersAreKept() throws {
        let rows = try database.rows(
            "SELECT kind, number, currency, iso FROM clause_value ORDER BY clause_id, position", as: String.self,
            Double?.self, String?.self, String?.self)
        #expect(rows.map(\.0) == ["percent", "money", "duration"])
        #expect(rows.map(\.1) == [12.5, 3_000_000, nil] && rows.map(\.3) == [nil, nil, "P1Y"])
        #expect(try database.values("SELECT percent FROM clause WHERE percent > 0", as: Double.self) == [12.5])
        #expect(try count("clause WHERE speaker = 'Nørdlys Pumpe AS'") == 1)
    }

    @Test func theSameBytesAreUnchanged() throws {
        let before = try database.value("SELECT total_changes()", as: Int.self)
        let outcomes = try store.ingest([Seed.licence, Seed.other])
        #expect(outcomes.map(\.change) == [.unchanged, .unchanged])
        #expect(outcomes.map(\.article) == [1, 3])
        #expect(try count("article") == 3)
        #expect(try database.value("SELECT total_changes()", as: Int.self) == before)
    }

    @Test func twiceInOneBatchIsOnce() throws {
        let article = Seed.article("new.txt", "New\nSomething new.")
        let outcomes = try store.ingest([Seed.entry(article), Seed.entry(article)])
        #expect(outcomes.map(\.change) == [.added, .unchanged])
    }

    @Test func anotherExtractorMakesReextractionDue() throws {
        let entry = Seed.entry(Seed.other.article, extractor: "2")
        #expect(try store.ingest([entry]) == [Outcome(change: .unchanged, article: 3, reextractionDue: true)])
    }

    @Test func changedBytesTakeThePlaceOfTheOld() throws {
        let new = Seed.entry(Seed.article("wire/licence.txt", published: "2026-02-04", "Nothing\nIt was withdrawn."))
        #expect(try store.ingest([new]) == [Outcome(change: .updated, article: 4)])
        #expect(try database.value("SELECT supersedes FROM article WHERE id = 4", as: Int64.self) == 1)
        #expect(try store.verify() == [])
        // The old article stays; its facts leave the answers.
        #expect(try count("article") == 4)
        #expect(try count("clause_view WHERE article = 'wire/licence.txt'") == 0)
        #expect(try database.value("SELECT value IS NULL FROM agreement", as: Bool.self) == true)
        #expect(try store.answer(Query(text: "exclusive licence")).hits.allSatisfy { $0.source != "wire/licence.txt" })
    }

    @Test func aSourceThatGoesBackToItsOldBytes() throws {
        let new = Seed.entry(Seed.article("wire/licence.txt", "Nothing\nIt was withdrawn."))
        _ = try store.ingest([new])
        #expect(try store.ingest([Seed.licence]) == [Outcome(change: .updated, article: 1)])
        #expect(
            try database.rows("SELECT id, supersedes FROM article", as: Int.self, Int?.self).map { [$0, $1] } == [
                [1, 4], [2, nil], [3, nil], [4, nil],
            ])
        #expect(try count("clause_view") == 4)
        #expect(try store.ingest([Seed.licence]).map(\.change) == [.unchanged])
        #expect(try store.ingest([new]).map(\.change) == [.updated])
        #expect(try store.verify() == [])
    }

    @Test func aBatchIsFiledWholeOrNotAtAll() throws {
        var bad = Seed.renewal.extraction
        bad.clauses[0].type = ClauseType(rawValue: "no-such-type")
        let article = Seed.article("bad.txt", "Bad\nThey renewed their licence for five years.")
        bad.clauses[0].quote = Seed.range("renewed", in: article)
        let entries = [Seed.entry(Seed.article("good.txt", "Good\nA good one.")), Seed.entry(article, bad)]
        #expect(throws: StoreError.self) { try store.ingest(entries) }
        #expect(try count("article") == 3)
        #expect(try store.ingest([entries[0]]).map(\.change) == [.added])
    }

    @Test func rangesThatCutNothingAreLeftOut() throws {
        let article = Seed.article("ranges.txt", "Rånges\nAcme will pay.")
        let ranges = [TextRange(-1, 3), TextRange(5, 5), TextRange(2, 4), TextRange(0, 1000), TextRange(9, 4)]
        let type = ClauseType(rawValue: "payment")
        let extraction = Extraction(
            companies: [.init(name: "Acme", mentions: ranges + [Seed.range("Acme", in: article)])],
            clauses: ranges.map { .init(type: type, quote: $0) } + [
                .init(type: type, quote: Seed.range("Acme will pay", in: article))
            ])
        let before = (try count("clause"), try count("mention"))
        _ = try store.ingest([Seed.entry(article, extraction)])
        #expect(try count("clause") == before.0 + 1)
        #expect(try count("mention") == before.1 + 1)
        #expect(try store.verify() == [])
    }

    @Test func howItIsSplitIntoBatchesDoesNotMatter() throws {
        let single = try Seed.store([])
        for entry in [Seed.licence, Seed.renewal, Seed.other] { _ = try single.store?.ingest([entry]) }
        let other = try Database(path: single.path, mode: .readOnly)
        for table in ["clause_view", "agreement_view", "company_view", "sentence_view", "mention", "company_name"] {
            let columns = try database.values("SELECT name FROM pragma_table_info(?1)", [table], as: String.self)
            let sql = "SELECT \(columns.map { "quote(\($0))" }.joined(separator: " || '|' || ")) FROM \(table)"
            #expect(try database.values(sql, as: String.self) == other.values(sql, as: String.self))
        }
    }
}
