import Model
import SQLite
import Testing

@testable import Store

/// What people put right: applied at once, kept, and taken back.
struct CorrectionTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    /// Makes the correction, checks that the base is sound and changed by it, that it holds when all is read
    /// again, and that taking it back leaves all as it was; then makes it again.
    private func check(_ edit: Edit) throws {
        let before = try Dump.of(store)
        let ids = try store.clauses().map(\.id)
        let made = try store.correct(edit, reason: "so it is")
        let after = try Dump.of(store)
        #expect(after != before)
        #expect(try store.verify() == [])
        try readAgain()
        #expect(try Dump.of(store) == after)
        #expect(try store.undo(correction: made.id).undone != nil)
        #expect(try Dump.of(store) == before)
        #expect(try store.clauses().map(\.id) == ids)
        #expect(try store.verify() == [])
        try store.correct(edit)
        #expect(try Dump.facts(store) == after.filter { !$0.contains("\"correction\"") })
    }

    private func readAgain() throws {
        let entries = [Seed.licence, Seed.renewal, Seed.other]
        #expect(try store.ingest(entries).allSatisfy { $0.change == .unchanged })
        let anew = entries.enumerated().map { index, entry in
            (
                Int64(index + 1),
                Entry(article: entry.article, extraction: entry.extraction, sha256: entry.sha256, extractor: "1")
            )
        }
        #expect(try store.reextract(anew.map { (article: $0.0, entry: $0.1) }, applying: true) == [])
    }

    @Test func companiesAreMerged() throws {
        try check(.mergeCompanies("Tarn", into: "Nørdlys"))
        #expect(try store.companies().map(\.name) == ["Nørdlys Pumpe AS"])
        #expect(try store.company("Tarn Robotics Ltd").company.aliases.contains("Tarn"))
    }

    @Test func aCompanyIsRenamed() throws {
        let id = try store.company("Tarn").company.id
        try check(.renameCompany("Tarn", to: "Tarn Industries plc"))
        #expect(try store.company("\(id)").company.name == "Tarn Industries plc")
        #expect(try store.company("Tarn Robotics").company.id == id)
    }

    @Test func aCompanyIsSplitOffInOneArticle() throws {
        try check(.splitCompany("Tarn", called: nil, article: "wire/renewal.txt", name: "Tarn Holding"))
        #expect(try store.companies().count == 3)
        #expect(try store.agreements().count == 2)
    }

    @Test func aNameIsSplitOff() throws {
        try check(.splitCompany("Nørdlys", called: "Nørdlys", article: nil, name: "Nordlys Energi"))
        #expect(try store.companies().map(\.name).contains("Nordlys Energi"))
    }

    @Test func companiesThatMayBeOneAreToldApart() throws {
        let made = try store.correct(.distinguishCompanies("Tarn", "Nørdlys"))
        #expect(made.now == "Nørdlys Pumpe AS")
        try readAgain()
        #expect(try store.review(below: 0).allSatisfy { $0.confidence < 0.3 })
    }

    /// A short form that two companies share is known at once for the one, where people say it is not the other.
    @Test func aSharedNameThatIsNotTheOnesIsTheOthers() throws {
        let shared = try Seed.store([
            NamedCompanies.entry([["Zenith Pumps plc", "Zenith"]], number: 1),
            NamedCompanies.entry([["Zenith Clothiers Inc", "Zenith"]], number: 2),
            NamedCompanies.entry([["Zenith"]], number: 3),
        ])
        let base = try #require(shared.store)
        let before = try Dump.of(base)
        let names = ["Zenith", "Zenith Clothiers Inc", "Zenith Pumps plc"]
        #expect(try base.companies().map(\.name).sorted() == names)
        let made = try base.correct(.distinguishCompanies("3", "Zenith Clothiers Inc"))
        #expect(try base.companies().map(\.name).sorted() == Array(names.dropFirst()))
        try base.undo(correction: made.id)
        #expect(try Dump.of(base) == before)
    }

    @Test func anAliasIsAddedAndRemoved() throws {
        try check(.addAlias("TRX", company: "Tarn"))
        #expect(try store.company("TRX").company.name == "Tarn Robotics Ltd")
        try store.undo(correction: 2)
        try check(.removeAlias("Nørdlys", company: "Nørdlys Pumpe AS"))
        #expect(throws: StoreError.self) { try store.company("Nørdlys") }
    }

    @Test(arguments: [
        (AgreementField.kind, FieldValue("supply")), (.status, "ended"), (.value, "USD 5,000,000"), (.value, "none"),
        (.announced, "2026-02"), (.expires, "none"), (.effective, "2026-03-01"), (.parties, FieldValue(["Tarn"])),
    ])
    func anAgreementIsPutRight(field: AgreementField, value: FieldValue) throws {
        try check(.setAgreement("1", field: field, to: value))
        #expect(try store.agreements().count == 1)
    }

    @Test func anAgreementHasThePartiesThatPeopleSay() throws {
        try store.correct(.renameCompany("Tarn", to: "Tarn Industries"))
        for parties in [["Tarn"], ["Nørdlys", "Tarn"], []] {
            let made = try store.correct(.setAgreement("1", field: .parties, to: FieldValue(parties)))
            let names = ["Nørdlys": "Nørdlys Pumpe AS", "Tarn": "Tarn Industries"]
            #expect(try store.agreement("1").agreement.parties == parties.compactMap { names[$0] })
            #expect(try store.verify() == [])
            try readAgain()
            #expect(try store.agreement("1").agreement.articles == 2)
            if parties.isEmpty { try store.undo(correction: made.id) }
        }
        #expect(try store.agreement("1").agreement.parties == ["Nørdlys Pumpe AS", "Tarn Industries"])
    }

    /// What people said of kind and parties outweighs any number of articles that come later.
    @Test(arguments: [(AgreementField.kind, ["supply"]), (.parties, ["Nørdlys", "Tarn"])])
    func laterArticlesDoNotChangeWhatPeopleSaid(field: AgreementField, value: [String]) throws {
        if field == .parties { try store.correct(.setAgreement("1", field: field, to: FieldValue(["Tarn"]))) }
        try store.correct(.setAgreement("1", field: field, to: FieldValue(value)))
        let before = try store.agreement("1").agreement
        for number in 0..<3 {
            let parties = ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"] + (field == .parties ? ["Paris Linen SA"] : [])
            _ = try store.ingest([
                DealTests.report(
                    number, parties, kind: "license", published: "2026-02-0\(number + 3)", value: 3_000_000,
                    currency: "EUR")
            ])
        }
        let after = try store.agreement("1").agreement
        #expect(after.kind == before.kind && after.parties == before.parties)
        #expect(field == .parties || after.articles == 5)
        #expect(try store.verify() == [])
    }

    /// An article that tells of what people put together tells of that, whatever kind it gives it.
    @Test func laterArticlesJoinWhatPeopleMerged() throws {
        _ = try store.ingest([DealTests.report(1, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")])
        let other = try #require(try store.agreements().first { $0.kind.rawValue == "services" })
        try store.correct(.mergeAgreements("\(other.id)", into: "1"))
        _ = try store.ingest([
            DealTests.report(
                2, ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"], kind: "development", published: "2026-02-04",
                value: 3_000_000, currency: "EUR")
        ])
        #expect(try store.agreements().map(\.articles) == [4])
        #expect(try store.verify() == [])
    }

    /// The index knows a clause by the kind of its agreement, whatever its own article calls that.
    @Test func clausesAreIndexedByTheKindOfWhatPeopleMerged() throws {
        var other = DealTests.report(
            1, ["Nørdlys Pumpe AS", "Tarn Robotics Ltd"], kind: "development", published: "2026-02-04",
            value: 3_000_000, currency: "EUR")
        var extraction = other.extraction
        extraction.clauses = [
            .init(agreement: 0, type: ClauseType(rawValue: "term"), quote: Seed.range("of pumps", in: other.article))
        ]
        other = Seed.entry(other.article, extraction)
        _ = try store.ingest([other, DealTests.report(2, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")])
        let services = try #require(try store.agreements().first { $0.kind.rawValue == "services" })
        try store.correct(.mergeAgreements("\(services.id)", into: "1"))
        #expect(try store.agreements().map(\.kind.rawValue) == ["license"])
        #expect(try store.verify() == [])
    }

    /// One article that takes one agreement for two.
    @Test func twoAgreementsOfOneArticleAreMerged() throws {
        var extraction = DealTests.report(1).extraction
        extraction.agreements.append(extraction.agreements[0])
        extraction.agreements[1].kind = AgreementKind(rawValue: "license")
        extraction.agreements[1].value = Money(amount: 7, currency: "USD")
        let article = DealTests.report(1).article
        extraction.clauses = [
            .init(agreement: 1, type: ClauseType(rawValue: "term"), quote: Seed.range("of pumps", in: article))
        ]
        _ = try store.ingest([Seed.entry(article, extraction)])
        let before = try Dump.of(store)
        let (one, two) = (try store.agreement("Tarn Oslo supply"), try store.agreement("Tarn Oslo license"))
        let made = try store.correct(.mergeAgreements("\(two.agreement.id)", into: "\(one.agreement.id)"))
        let merged = try store.agreement("\(one.agreement.id)")
        #expect(try store.agreements().count == 2 && merged.clauses.count == 1 && merged.agreement.value?.amount == 7)
        #expect(throws: StoreError.self) { try store.agreement("\(two.agreement.id)") }
        try store.undo(correction: made.id)
        #expect(try Dump.of(store) == before)
        #expect(try store.agreement("\(two.agreement.id)").clauses.count == 1)
    }

    @Test func anAgreementIsSplitAndMerged() throws {
        try check(.splitAgreement("1", articles: ["wire/renewal.txt"]))
        #expect(try store.agreements().count == 2)
        let other = try #require(try store.agreements().first { $0.id != 1 })
        try check(.mergeAgreements("\(other.id)", into: "1"))
        #expect(try store.agreements().map(\.id) == [1])
        #expect(try store.agreement("1").reports.count == 2)
    }

    @Test func anAgreementIsRejected() throws {
        try check(.rejectAgreement("1"))
        #expect(try store.agreements().isEmpty)
        #expect(try store.clauses().allSatisfy { $0.agreement == nil })
    }

    /// Sums and percentages are taken as people write them, and kept in one form.
    @Test(arguments: [
        ("$450m", 450_000_000.0, "USD"), ("USD 450 million", 450_000_000, "USD"), ("3,500 euros", 3500, "EUR"),
        ("gbp 1.5bn", 1_500_000_000, "GBP"), ("USD 5", 5, "USD"),
    ])
    func aSumIsReadAsPeopleWriteIt(text: String, amount: Double, currency: String) throws {
        let made = try store.correct(.setAgreement("1", field: .value, to: FieldValue([text])))
        #expect(try store.agreement("1").agreement.value == Money(amount: amount, currency: currency))
        #expect(made.now == Money(amount: amount, currency: currency).words)
    }

    @Test(arguments: ["lots", "450m", "over $5m", "$5m or $6m", "5 percent"])
    func whatIsNoSumIsRefused(text: String) throws {
        #expect(throws: StoreError.self) {
            try store.correct(.setAgreement("1", field: .value, to: FieldValue([text])))
        }
    }

    @Test(arguments: ["13", "13%", "13 percent"])
    func aPercentageIsReadAsPeopleWriteIt(text: String) throws {
        let clause = try #require(try store.clauses().first { $0.type.rawValue == "revenue-share" })
        try store.correct(.setClause(clause.id, field: .percent, to: FieldValue([text])))
        #expect(try store.clause("\(clause.id)").clause.percent == 13)
    }

    @Test(arguments: [
        (ClauseField.type, FieldValue("termination")), (.status, "denied"), (.quote, "Tarn will pay"),
        (.obligor, "Nørdlys"), (.beneficiary, FieldValue(["Tarn", "Nørdlys"])), (.beneficiary, "none"),
        (.agreement, "none"), (.amount, "EUR 9"), (.percent, "13"), (.percent, "none"), (.speaker, "Tarn"),
    ])
    func aClauseIsPutRight(field: ClauseField, value: FieldValue) throws {
        let clause = try #require(try store.clauses().first { $0.type.rawValue == "revenue-share" })
        try check(.setClause(clause.id, field: field, to: value))
        #expect(try store.clause("\(clause.id)").clause.confidence == 1)
    }

    @Test func aClauseIsRejectedAndComesBackUnderItsID() throws {
        let clause = try #require(try store.clauses().first)
        try check(.rejectClause(clause.id))
        #expect(throws: StoreError.self) { try store.clause("\(clause.id)") }
    }

    @Test func aClauseIsAdded() throws {
        let new = NewClause(
            article: "wire/licence.txt", type: "governing-law", quote: "The weather in Oslo was fine",
            obligors: ["Tarn"], agreement: "1")
        try check(.addClause(new))
        let clause = try #require(try store.clauses().first { $0.type.rawValue == "governing-law" })
        #expect(clause.agreement == 1 && clause.obligors == ["Tarn Robotics Ltd"] && clause.line == 4)
    }
}

enum Dump {
    static func of(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    /// Without the corrections themselves.
    static func facts(_ store: Store) throws -> [String] {
        try of(store).filter { !$0.contains("\"correction\"") }
    }
}
