import Model
import Testing

@testable import Store

@Suite struct PeriodReaderTests {
    private func period(_ text: String) -> Period? {
        PeriodReader().periods(in: QueryText(text).tokens).first?.period
    }

    @Test(arguments: [
        ("deals since 2024", Period(since: "2024")), ("from March 2025", Period(since: "2025-03")),
        ("after 2019", Period(since: "2020")), ("after December 2019", Period(since: "2020-01")),
        ("before 2020", Period(until: "2019")), ("until 2025-03", Period(until: "2025-03")),
        ("2024 or later", Period(since: "2024")), ("prior to 2020-01", Period(until: "2019-12")),
        ("between 2019 and 2021", Period(since: "2019", until: "2021")),
    ])
    func timesInTheWordsOfPeople(_ text: String, _ expected: Period) {
        #expect(period(text) == expected)
    }

    @Test(arguments: ["", "2024", "in 2024", "since Tuesday", "since 3", "before", "after 20244", "between 2019"])
    func otherWordsAreNoTimes(_ text: String) {
        #expect(period(text) == nil)
    }

    @Test func theEndsAreIncluded() {
        let period = Period(since: "2019", until: "2021-03")
        #expect(["2019-01-01", "2021-03-31", "2020"].allSatisfy(period.holds))
        #expect(!["2018-12-31", "2021-04-01"].contains(where: period.holds))
    }

    @Test func aTimeAloneIsAFilter() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let later = try store.answer(Query(text: "deals since 2027")).hits
        #expect(!later.isEmpty && later.allSatisfy { $0.source == "wire/renewal.txt" })
        #expect(try store.answer(Query(text: "deals since 2030")).hits.isEmpty)
    }

    @Test func whatIsOfTheTimeComesFirst() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        #expect(try store.answer(Query(text: "licence since 2027")).hits.first?.source == "wire/renewal.txt")
        #expect(try store.answer(Query(text: "licence before 2027")).hits.first?.source == "wire/licence.txt")
    }
}
