import Testing

@testable import kb

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("query", "query", 0), ("qeury", "query", 1), ("", "abc", 3), ("stat", "stats", 1), ("show", "stats", 4),
    ])
    func distance(_ a: String, _ b: String, _ distance: Int) {
        #expect(EditDistance.between(a, b) == distance)
    }

    @Test func nearestComesFirst() {
        #expect(
            EditDistance.nearest(to: "companys", in: ["clauses", "companies", "company"]) == ["company", "companies"])
        #expect(EditDistance.nearest(to: "zzz", in: ["clauses", "query"]).isEmpty)
    }
}
