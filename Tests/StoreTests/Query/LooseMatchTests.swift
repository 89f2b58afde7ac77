import Model
import Testing

@testable import Store

/// Where nothing has all of what was asked for, the answer says that its hits are only loose matches.
@Suite struct LooseMatchTests {
    private static func isLoose(_ text: String) throws -> Bool {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let answer = try store.answer(Query(text: text))
        #expect(!answer.hits.isEmpty, "\(text)")
        return answer.isLoose
    }

    @Test(arguments: [
        "Tarn licence", "exclusive licence", "what does Tarn owe", "12.5 percent", "royalties to Nørdlys",
        "\"exclusive licence\"", "who is the sole licensee",
    ])
    func whatHasAllIsNot(text: String) throws {
        #expect(try !Self.isLoose(text))
    }

    /// Each part is found, but not in one clause or sentence.
    @Test(arguments: ["Tarn weather", "exclusive weather in Oslo", "weather royalties"])
    func partsThatOnlyMeetInTheArticleAre(text: String) throws {
        #expect(try Self.isLoose(text))
    }

    /// Part of it is found nowhere.
    @Test(arguments: ["Tarn licence weather forecast", "exclusive licence for satellites"])
    func partsThatAreNowhereAre(text: String) throws {
        #expect(try Self.isLoose(text))
    }

    @Test func looseMatchesAreSaidToBe() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        #expect(try !store.answer(Query(text: "Tarn licence")).isLoose)
        #expect(try store.answer(Query(text: "Tarn licence weather forecast")).isLoose)
        #expect(try !store.answer(Query(text: "", company: "Tarn")).isLoose)
    }
}
