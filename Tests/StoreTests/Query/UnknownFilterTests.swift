import Model
import Store
import Testing

/// A filter that names nothing is an error that tells what may be meant.
struct UnknownFilterTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
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

    @Test func unknownNamesTellNearOnes() throws {
        #expect(throws: StoreError.unknown(kind: "company", name: "Tarm Robotics", similar: ["Tarn Robotics Ltd"])) {
            try store.answer(Query(text: "x", company: "Tarm Robotics"))
        }
        let query = Query(text: "x", types: [ClauseType(rawValue: "exclusive")])
        let error = #expect(throws: StoreError.self) { try store.answer(query) }
        guard case .unknown("clause type", "exclusive", let similar) = error else { Issue.record(); return }
        #expect(similar.contains("exclusivity"))
    }
}
