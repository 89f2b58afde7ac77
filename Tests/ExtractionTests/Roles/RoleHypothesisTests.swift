import Model
import Testing

@testable import Extraction

/// The ways in which a clause may bind companies, and who is considered.
@Suite struct RoleHypothesisTests {
    private func hypotheses(_ companies: [Int], groups: [[Int]]) -> [RoleHypothesis] {
        let hypotheses = RoleHypotheses(companies: companies, groups: groups)
        return hypotheses.all.indices.map { hypotheses[$0] }
    }

    @Test func aSideIsWhatAllHypothesesThatHaveItAreWorth() {
        // The others of 1 among 1, 2 and 3 are the group of 2 and 3: one side, not two.
        let hypotheses = RoleHypotheses(companies: [1, 2], groups: [[2, 3], [1, 2, 3]])
        #expect(hypotheses.sides.count { $0 == [2, 3] } == 1)
        let odds = hypotheses.all.indices.map { place in
            let hypothesis = hypotheses[place]
            return hypothesis.owe == [2, 3] ? Float(0.3) : hypothesis.owe == [1] && hypothesis.get == [2] ? 0.5 : 0
        }
        #expect(hypotheses.likeliest(odds, isOwing: true) == [2, 3])
    }

    @Test func ofEquallyLikelySidesTheFirstIsChosen() {
        let hypotheses = RoleHypotheses(companies: [4, 7], groups: [])
        #expect(hypotheses.likeliest(hypotheses.all.map { _ in 0 }, isOwing: true) == [])
    }

    @Test func twoCompaniesMayOweEitherWayRoundOrTogetherOrNotAtAll() {
        let all = hypotheses([4, 7], groups: [[4, 7]])
        #expect(all.contains(RoleHypothesis(owe: [4], get: [7])))
        #expect(all.contains(RoleHypothesis(owe: [7], get: [4])))
        #expect(all.contains(RoleHypothesis(owe: [], get: [])))
        #expect(all.contains(RoleHypothesis(owe: [4, 7], get: [])))
        #expect(all.contains(RoleHypothesis(owe: [], get: [4, 7])))
    }

    @Test func oneOfThreeMayOweTheOtherTwo() {
        let all = hypotheses([1, 2, 3], groups: [[1, 2, 3]])
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
