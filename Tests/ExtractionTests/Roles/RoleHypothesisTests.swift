import Model
import Testing

@testable import Extraction

/// The ways in which a clause may bind companies, and who is considered.
@Suite struct RoleHypothesisTests {
    @Test func twoCompaniesMayOweEitherWayRoundOrTogetherOrNotAtAll() {
        let all = RoleHypothesis.all(companies: [4, 7], groups: [[4, 7]])
        #expect(all.contains(RoleHypothesis(owe: [4], get: [7])))
        #expect(all.contains(RoleHypothesis(owe: [7], get: [4])))
        #expect(all.contains(RoleHypothesis(owe: [], get: [])))
        #expect(all.contains(RoleHypothesis(owe: [4, 7], get: [])))
        #expect(all.contains(RoleHypothesis(owe: [], get: [4, 7])))
    }

    @Test func oneOfThreeMayOweTheOtherTwo() {
        let all = RoleHypothesis.all(companies: [1, 2, 3], groups: [[1, 2, 3]])
        #expect(all.contains(RoleHypothesis(owe: [2], get: [1, 3])))
        #expect(all.contains(RoleHypothesis(owe: [1, 3], get: [2])))
    }

    @Test func aFormIsToldByWhoOwesAndWhoGets() {
        #expect(RoleHypothesis(owe: [1, 2], get: [1, 2]).form == .mutual)
        #expect(RoleHypothesis(owe: [1, 2], get: []).form == .allOwe)
        #expect(RoleHypothesis(owe: [], get: [1]).form == .oneGets)
        #expect(RoleHypothesis(owe: [2], get: [1]).form == .directed)
        #expect(RoleHypothesis(owe: [], get: []).form == .nobody)
    }

    @Test func aCompanyNamedInTheQuoteMayHaveARoleWithoutBeingAParty() {
        let companies = RoleReader.companies(near: [1, 0.05, 0.7], parties: [1], [0, 0, 0])
        #expect(companies == [1, 0, 2])
    }
}
