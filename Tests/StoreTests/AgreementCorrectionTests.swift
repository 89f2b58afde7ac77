import Model
import Testing

@testable import Store

/// What people put right of agreements: applied at once, kept, and taken back.
struct AgreementCorrectionTests: CorrectionSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
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
                Seed.report(
                    number, parties, kind: "license", published: "2026-02-0\(number + 3)", value: 3_000_000,
                    currency: "EUR")
            ])
        }
        let after = try store.agreement("1").agreement
        #expect(after.kind == before.kind && after.parties == before.parties)
        #expect(field == .parties || after.articles == 5)
        #expect(try store.verify() == [])
    }

    @Test func anAgreementIsRejected() throws {
        try check(.rejectAgreement("1"))
        #expect(try store.agreements().isEmpty)
        #expect(try store.clauses().allSatisfy { $0.agreement == nil })
    }
}
