import Model
import SQLite
import Testing

@testable import Store

/// What people put right differently in knowledge bases that were made apart.
final class ContradictionTests {
    /// What the tests look at goes with them.
    private var kept: [TemporaryStore] = []

    /// One deal, told by two articles, of which each base has one.
    private static let reports = [
        Seed.report(1, kind: "partnership", published: "2026-01-05", value: 40_000_000),
        Seed.report(2, kind: "partnership", published: "2026-01-06", value: 40_000_000),
    ]

    /// Both bases with what was put right in each, united in both ways.
    private func united(_ parts: [[Entry]], _ edits: [[Edit]]) throws -> [TemporaryStore] {
        try [[0, 1], [1, 0]].map { order in
            let bases = try parts.map { try Seed.store($0) }
            for (base, edits) in zip(bases, edits) {
                for edit in edits { try #require(base.store).correct(edit) }
            }
            _ = try #require(bases[order[0]].store).merge(#require(bases[order[1]].store))
            return bases[order[0]]
        }
    }

    private func expectSame(_ bases: [TemporaryStore]) throws -> Store {
        kept += bases
        let (forth, back) = (try #require(bases[0].store), try #require(bases[1].store))
        #expect(try Dump.of(forth) == Dump.of(back))
        #expect(try forth.verify() == [] && back.verify() == [])
        return forth
    }

    private func fields(_ store: Store) throws -> [[String]] {
        try store.contradictions().map { [$0.earlier.now, $0.later.now] }
    }

    /// The two are one deal, as if both articles had been in one base; the later word counts, and that there was
    /// another one is told.
    @Test(arguments: [
        (AgreementField.kind, "license", "supply"), (.kind, "license", "acquisition"), (.status, "ended", "completed"),
        (.value, "USD 1000", "USD 2000"), (.announced, "2025-12-01", "2025-12-02"), (.effective, "2026", "2027"),
        (.expires, "2030", "2040"),
    ])
    func differentFieldsOfOneDealAreOneDealAndAContradiction(field: AgreementField, one: String, other: String) throws {
        let bases = try united(
            Self.reports.map { [$0] },
            [one, other].map { [.setAgreement("1", field: field, to: FieldValue([$0]))] })
        let store = try expectSame(bases)
        let agreements = try store.agreements()
        #expect(agreements.map(\.articles) == [2])
        #expect(try fields(store) == [[one, other]])
        let said = [
            agreements[0].kind.rawValue, agreements[0].status.rawValue, agreements[0].value?.words,
            agreements[0].announced, agreements[0].effective, agreements[0].expires,
        ]
        #expect(said.contains(other) && !said.contains(one))
        // To take one back settles it.
        let contradiction = try #require(try store.contradictions().first)
        try store.undo(correction: contradiction.later.id)
        #expect(try store.contradictions() == [])
        #expect(try store.agreements().map(\.articles) == [2])
    }

    @Test func whatBothSourcesCallOtherwiseIsOneDealToo() throws {
        let reports = [
            Seed.report(1, kind: "license", published: "2026-01-05", value: 40_000_000),
            Seed.report(2, kind: "development", published: "2026-01-06", value: 40_000_000),
        ]
        let store = try expectSame(
            try united(
                reports.map { [$0] },
                [
                    [.setAgreement("1", field: .kind, to: "acquisition")],
                    [.setAgreement("1", field: .kind, to: "settlement")],
                ]))
        #expect(try store.agreements().map(\.kind.rawValue) == ["settlement"])
        #expect(try fields(store) == [["acquisition", "settlement"]])
    }

    @Test func ofDifferentPartiesTheLaterWordCounts() throws {
        let others = ["Paris Linen SA", "Brandt Stahl GmbH"].enumerated().map {
            Seed.report(10 + $0, [$1, "Kittiwake Foods Co"], kind: "lease")
        }
        let parties = ["Tarn Robotics Ltd", "Oslo Drill AS"]
        let store = try expectSame(
            try united(
                Self.reports.map { [$0] + others },
                ["Paris Linen SA", "Brandt Stahl GmbH"].map {
                    [.setAgreement("1", field: .parties, to: FieldValue(parties + [$0]))]
                }))
        let deal = try store.agreements().filter { $0.kind.rawValue == "partnership" }
        #expect(deal.map { Set($0.parties) } == [Set(parties + ["Brandt Stahl GmbH"])])
        #expect(try store.contradictions().count == 1)
    }

    /// Who changes what somebody else put right, and knows of it, does not contradict.
    @Test func aChangeOfMindIsNone() throws {
        let base = try Seed.store(Self.reports)
        let store = try #require(base.store)
        try store.correct(.setAgreement("1", field: .kind, to: "license"))
        try store.correct(.setAgreement("1", field: .kind, to: "supply"))
        try store.correct(.renameCompany("Tarn Robotics Ltd", to: "Tarn Robots"))
        try store.correct(.renameCompany("Tarn Robots", to: "Tarn Automata"))
        #expect(try store.contradictions() == [])
        let other = try Seed.store([])
        _ = try #require(other.store).merge(store)
        #expect(try #require(other.store).contradictions() == [])
    }

    /// Once somebody who sees both has said what is right, it is settled.
    @Test func aThirdWordSettlesIt() throws {
        let store = try expectSame(
            try united(
                Self.reports.map { [$0] },
                [
                    [.setAgreement("1", field: .kind, to: "license")], [.setAgreement("1", field: .kind, to: "supply")],
                ]))
        try store.correct(.setAgreement("1", field: .kind, to: "services"))
        #expect(try store.contradictions() == [])
        #expect(try store.agreements().map(\.kind.rawValue) == ["services"])
    }

    @Test func whatOneRejectsAndTheOtherPutsRightIsTold() throws {
        let parts = [[Seed.licence], [Seed.licence]]
        let clauses = try expectSame(
            try united(parts, [[.rejectClause(1)], [.setClause(1, field: .status, to: "ended")]]))
        #expect(
            try clauses.contradictions().map { [$0.earlier.action, $0.later.action] } == [
                ["clause-reject", "clause-set"]
            ])
        let turned = try expectSame(
            try united(parts, [[.setClause(1, field: .status, to: "ended")], [.rejectClause(1)]]))
        #expect(try turned.contradictions().count == 1)
        let agreements = try expectSame(
            try united(parts, [[.rejectAgreement("1")], [.setAgreement("1", field: .expires, to: "2030")]]))
        #expect(try agreements.contradictions().map(\.earlier.action) == ["agreement-reject"])
        let values = try expectSame(
            try united(parts, [[.setClause(1, field: .percent, to: "13")], [.setClause(1, field: .percent, to: "14")]]))
        #expect(try fields(values) == [["13.0", "14.0"]])
    }

    @Test func aClauseThatIsRejectedAfterItWasPutRightIsNone() throws {
        let base = try Seed.store([Seed.licence])
        let store = try #require(base.store)
        try store.correct(.setClause(1, field: .status, to: "ended"))
        try store.correct(.rejectClause(1))
        #expect(try store.contradictions() == [])
    }

    @Test func namesThatDifferAreTold() throws {
        let parts = [[Seed.licence, Self.reports[0]], [Seed.licence, Self.reports[0]]]
        let renamed = try expectSame(
            try united(
                parts,
                [
                    [.renameCompany("Tarn Robotics Ltd", to: "Tarn One")],
                    [.renameCompany("Tarn Robotics Ltd", to: "Tarn Two")],
                ]))
        #expect(try fields(renamed) == [["Tarn One", "Tarn Two"]])
        try renamed.correct(.renameCompany("Tarn Two", to: "Tarn One"))
        #expect(try renamed.contradictions() == [])
        let merged = try expectSame(
            try united(
                parts,
                [
                    [.mergeCompanies("Nørdlys Pumpe AS", into: "Oslo Drill AS")],
                    [.distinguishCompanies("Oslo Drill AS", "Nørdlys Pumpe AS")],
                ]))
        #expect(try merged.contradictions().count == 1)
    }
}
