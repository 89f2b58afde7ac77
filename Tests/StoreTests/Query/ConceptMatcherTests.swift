import Assets
import Model
import Testing

@testable import Store

@Suite struct ConceptMatcherTests {
    private func concepts(_ text: String, _ sort: Concept.Sort) -> [Concept] {
        let matcher = ConceptMatcher()
        let stems = QueryText(text).tokens.filter { !CommonWords.shared.isFunction($0.folded) }.map(\.stem)
        return matcher.matches(stems, sort: sort).flatMap { matcher.meanings($0, of: stems).map(\.concept) }
    }

    @Test(arguments: [
        ("sole supplier", "exclusivity"), ("walk away", "termination"), ("royalty", "revenue-share"),
        ("carve-out", "competitive-restriction-exception"),
    ])
    func wordsThatStandForAClauseType(_ text: String, _ type: String) {
        #expect(concepts(text, .clauseType).first == .clauseType(type))
    }

    @Test func kindsAndStatusesAreFoundInTheSameWords() {
        #expect(concepts("joint venture", .agreementKind).first == .agreementKind("joint-venture"))
        #expect(concepts("expired", .status).contains(.agreementStatus("ended")))
        #expect(concepts("expired", .status).contains(.clauseStatus("ended")))
    }

    @Test(arguments: ["", "deal", "company", "zither", "Tuesday weather"])
    func wordsOfNoConcept(_ text: String) {
        #expect(concepts(text, .clauseType).isEmpty)
    }

    /// A type, kind or status that nobody can ask for is a gap in the tables.
    @Test func everythingCanBeAskedFor() {
        let known = Set(ConceptTable.shared.concepts)
        for row in Assets.table("data/clause_types.tsv") { #expect(known.contains(.clauseType(row[0])), "\(row[0])") }
        for kind in TermNames.agreementKinds { #expect(known.contains(.agreementKind(kind)), "\(kind)") }
        for status in AgreementStatus.allCases {
            #expect(known.contains(.agreementStatus(status.rawValue)), "\(status)")
        }
        for status in ClauseStatus.allCases where status != .stated {
            #expect(known.contains(.clauseStatus(status.rawValue)), "\(status)")
        }
    }

    private func read(_ text: String) -> [[Concept]] {
        let words = QueryText(text).tokens.enumerated().map {
            QueryWord(place: $0, token: $1, stem: $1.stem, forms: [$1.folded], count: 1)
        }
        return ConceptReader().concepts(in: words).parts.map { part in
            part.readings.sorted { $0.grade > $1.grade }.map(\.concept)
        }
    }

    /// "Terminated leases" are leases that ended, not leases that may be terminated.
    @Test(arguments: [
        "terminated leases", "expired leases", "cancelled lease", "leases that ended", "lease called off",
    ])
    func anAdjectiveOfStatusIsOfTheAgreement(_ text: String) throws {
        let parts = read(text)
        #expect(parts.contains { $0.first == .agreementKind("lease") }, "\(parts)")
        let status = try #require(parts.first { $0.first?.sort == .status })
        #expect(status[0] == .agreementStatus("ended"), "\(parts)")
    }

    @Test func anAdjectiveOfStatusMayBeOfTheClause() throws {
        let parts = read("abolished exclusivity")
        #expect(parts.contains { $0.first == .clauseType("exclusivity") })
        #expect(parts.contains { $0.first == .clauseStatus("ended") })
    }

    @Test func nounsOfEndingAreTheClauseType() {
        #expect(read("termination of leases").contains { $0.first == .clauseType("termination") })
    }

    @Test(arguments: ["not exclusive", "no royalty", "without any royalties", "never exclusive"])
    func negationsDenyTheTermThatFollows(_ text: String) {
        let terms = ["exclusivity", "revenue-share"].map { Concept.term($0, status: "denied") }
        #expect(read(text).contains { $0.first.map(terms.contains) ?? false }, "\(read(text))")
    }

    /// "Not compete" is the term itself, and "no limit on damages" another one.
    @Test(arguments: [
        "may not compete", "not solicit employees", "no other supplier", "no limit on damages", "royalty",
        "termination without cause",
    ])
    func negationsThatAreOfTheTerm(_ text: String) {
        let isDenied = read(text).joined().contains { concept in
            guard case .term = concept else { return false }
            return true
        }
        #expect(!isDenied, "\(read(text))")
    }

    /// A price is not "at no cost", and who supplies are not "unnamed sources".
    @Test(arguments: ["sole supplier", "price cap", "loan with interest rate", "best price guarantee"])
    func halfAPhraseIsNoStatus(_ text: String) {
        #expect(!read(text).joined().contains { $0.sort == .status }, "\(read(text))")
    }
}
