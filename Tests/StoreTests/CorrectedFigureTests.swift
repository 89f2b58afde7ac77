import Model
import Testing

@testable import Store

/// Sums and percentages in corrections, as people write them.
struct CorrectedFigureTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
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
}
