import Testing

@testable import Extraction

/// The clauses of a deal tell together who provides.
@Suite struct SideInferenceTests {
    @Test func clausesOfOneDealAgreeOnTheProvider() {
        // The second clause does not tell by itself who owes it; the first tells who the provider is.
        let clauses = [
            SideInference.Evidence(first: 3, provider: 3, directed: 1),
            SideInference.Evidence(first: 0, provider: -3, directed: 1),
        ]
        let resolved = SideInference.resolve(clauses, prior: 0)
        #expect(resolved[0] > 0)
        #expect(resolved[1] < 0)
    }
}
