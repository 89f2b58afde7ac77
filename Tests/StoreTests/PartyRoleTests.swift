import Model
import SQLite
import Testing

@testable import Store

/// Which part each party has in an agreement.
struct PartyRoleTests {
    private typealias Evidence = PartyRoles.Evidence<String>

    private func clause(
        _ type: String, _ obligors: [String], _ beneficiaries: [String], _ quote: String = "", confidence: Double = 0.8
    ) -> Evidence {
        Evidence(
            type: type, quote: quote, confidence: confidence, obligors: obligors, beneficiaries: beneficiaries)
    }

    private func roles(_ kind: String, _ clauses: Evidence..., of parties: [String] = ["A", "B"]) -> [String?] {
        PartyRoles.shared.roles(of: parties, kind: kind, clauses)
    }

    @Test(arguments: [
        ("license", "license-grant", "licensor", "licensee"), ("license", "revenue-share", "licensee", "licensor"),
        ("supply", "supply", "supplier", "customer"), ("services", "payment", "client", "provider"),
        ("manufacturing", "supply", "manufacturer", "customer"), ("lease", "payment", "lessee", "lessor"),
        ("distribution", "minimum-commitment", "distributor", "supplier"),
        ("sponsorship", "payment", "sponsor", "rights-holder"), ("settlement", "payment", "payer", "payee"),
    ])
    func whoOwesAClauseTellsThePart(kind: String, type: String, obligor: String, beneficiary: String) {
        #expect(roles(kind, clause(type, ["A"], ["B"])) == [obligor, beneficiary])
        #expect(roles(kind, clause(type, ["B"], ["A"])) == [beneficiary, obligor])
    }

    @Test func ofTwoPartiesOneIsTheOtherSide() {
        #expect(roles("license", clause("license-grant", [], ["B"])) == ["licensor", "licensee"])
        #expect(
            roles("license", clause("license-grant", [], ["B"]), of: ["A", "B", "C"]) == [nil, "licensee", nil])
    }

    @Test func whatIsLentIsNotWhatIsRepaid() {
        let loan = clause("payment", ["A"], ["B"], "A lends B $40 million for five years")
        let interest = clause("payment", ["B"], ["A"], "with interest of 5 percent a year")
        #expect(roles("financing", loan, interest) == ["lender", "borrower"])
        #expect(roles("financing", clause("payment", ["A"], ["B"], "$40 million")) == [nil, nil])
    }

    @Test func whoSellsAUnitIsTheSellerAndWhoIsBoughtTheTarget() {
        let whole = clause("payment", ["A"], ["B"], "A will acquire B for $7 billion in cash")
        #expect(roles("acquisition", whole) == ["buyer", "target"])
        let unit = clause("payment", ["A"], ["B"], "A buys B's packaging unit for $7 million")
        #expect(roles("acquisition", unit) == ["buyer", "seller"])
        #expect(roles("acquisition", clause("payment", ["A"], ["B"], "$7 million in cash")) == ["buyer", nil])
        #expect(
            roles("investment", clause("equity-stake", ["B"], ["A"], "a fifth of the shares")) == ["investor", nil])
    }

    @Test func clausesThatDoNotAgreeTellNothing() {
        #expect(
            roles("license", clause("license-grant", ["A"], ["B"]), clause("license-grant", ["B"], ["A"])) == [
                nil, nil,
            ])
        let most = [clause("payment", ["B"], ["A"]), clause("license-grant", ["A"], ["B"])]
        #expect(
            roles("license", most[0], most[1], clause("license-grant", ["B"], ["A"])) == ["licensor", "licensee"])
        #expect(roles("license", clause("license-grant", ["A", "B"], ["A", "B"])) == [nil, nil])
    }

    @Test func whatBothOweOrMayDoTellsNothing() {
        let grant = clause("license-grant", ["A"], ["B"], confidence: 0.3)
        #expect(roles("license", clause("license-grant", ["A", "B"], []), grant) == ["licensor", "licensee"])
        #expect(roles("license", clause("license-grant", [], ["A", "B"]), grant) == ["licensor", "licensee"])
    }

    @Test func whereNoClauseTellsThereIsNoRole() {
        #expect(roles("license") == [nil, nil])
        #expect(roles("license", clause("term", ["A"], ["B"])) == [nil, nil])
        #expect(roles("partnership", clause("license-grant", ["A"], ["B"])) == [nil, nil])
        #expect(roles("license", clause("license-grant", ["A"], ["C"])) == ["licensor", nil])
    }

    // MARK: In a knowledge base

    private func roles(_ store: Store) throws -> [String: String?] {
        let detail = try store.agreement("1")
        return Dictionary(detail.roles.map { ($0.company, $0.role) }) { first, _ in first }
    }

    private let known: [String: String?] = ["Nørdlys Pumpe AS": "licensor", "Tarn Robotics Ltd": "licensee"]

    @Test func theyAreKeptWithTheParties() throws {
        let base = try Seed.store()
        let store = try #require(base.store)
        #expect(try roles(store) == known)
        let view = try store.database.values("SELECT roles FROM agreement_view", as: String?.self)
        #expect(view == ["licensor: Nørdlys Pumpe AS; licensee: Tarn Robotics Ltd"])
        let then = try store.agreement("1", asOf: "2026-12")
        #expect(then.partyRoles == ["licensor", "licensee"])
    }

    @Test func theyFollowWhatIsPutRight() throws {
        let base = try Seed.store()
        let store = try #require(base.store)
        let before = try Dump.of(store)
        let kind = try store.correct(.setAgreement("1", field: .kind, to: "supply"))
        #expect(try roles(store) == ["Nørdlys Pumpe AS": "supplier", "Tarn Robotics Ltd": "customer"])
        try store.undo(correction: kind.id)
        #expect(try Dump.of(store) == before)
        for clause in try store.clauses() where !clause.obligors.isEmpty {
            try store.correct(.setClause(clause.id, field: .obligor, to: FieldValue(clause.beneficiaries)))
            try store.correct(.setClause(clause.id, field: .beneficiary, to: FieldValue(clause.obligors)))
        }
        #expect(try roles(store) == ["Nørdlys Pumpe AS": "licensee", "Tarn Robotics Ltd": "licensor"])
        try store.correct(.renameCompany("Tarn Robotics Ltd", to: "Tarn, Inc."))
        #expect(try roles(store) == ["Nørdlys Pumpe AS": "licensee", "Tarn, Inc.": "licensor"])
        #expect(try store.verify() == [])
    }

    @Test func theyOutliveReadingAgain() throws {
        let base = try Seed.store()
        let store = try #require(base.store)
        #expect(try store.ingest([Seed.licence, Seed.renewal]).allSatisfy { $0.change == .unchanged })
        #expect(try roles(store) == known)
        // Another extractor finds the clauses the other way round, and then as before.
        var turned = Seed.licence.extraction
        for index in turned.clauses.indices {
            let clause = turned.clauses[index]
            (turned.clauses[index].obligors, turned.clauses[index].beneficiaries) = (
                clause.beneficiaries, clause.obligors
            )
        }
        let article = Seed.licence.article
        _ = try store.reextract([(1, Seed.entry(article, turned, extractor: "2"))], applying: true)
        #expect(try roles(store) == ["Nørdlys Pumpe AS": "licensee", "Tarn Robotics Ltd": "licensor"])
        _ = try store.reextract([(1, Seed.entry(article, Seed.licence.extraction, extractor: "3"))], applying: true)
        #expect(try roles(store) == known)
        try store.forget(article: "1")
        #expect(try store.agreement("1").partyRoles == [nil, nil])
    }
}
