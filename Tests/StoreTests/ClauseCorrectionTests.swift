import Model
import Testing

@testable import Store

/// What people put right of clauses: applied at once, kept, and taken back.
struct ClauseCorrectionTests: CorrectionSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
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
