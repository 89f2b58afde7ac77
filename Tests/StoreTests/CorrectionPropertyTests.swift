import Model
import SQLite
import Testing

@testable import Store

/// A thousand random corrections, fifty to each of twenty knowledge bases: all hold when everything is ingested and
/// extracted again, none is applied twice, another base makes the same of them, and each is taken back exactly.
struct CorrectionPropertyTests {
    /// A correction with what was known before it.
    private typealias Step = (correction: CorrectionRecord, before: [String])

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func correctionsHoldAndLeaveNoTrace(seed: UInt64) throws {
        var world = CorrectedWorld(seed: seed)
        let temporary = try Seed.store(world.entries)
        let store = try #require(temporary.store)
        var made: [Step] = []
        var corrected = try Dump.of(store)
        while made.count < 50 {
            guard let correction = try attempt(world.edit(of: store), in: store) else { continue }
            made.append((correction, corrected))
            corrected = try Dump.of(store)
        }
        try expectInForce(made, in: store)
        try readAgain(world, in: store, expecting: corrected)
        try expectInForce(made, in: store)

        let other = try Seed.store([])
        _ = try other.store?.merge(store)
        expectSame(try Dump.of(#require(other.store)), corrected)

        if seed % 2 == 0 {
            try takeBack(made, in: store)
        } else {
            try takeBackInAnyOrder(made, in: store, &world)
        }
        #expect(try store.verify() == [])
    }

    /// The same bytes again; the same facts from another extractor; an extractor that reads otherwise, and back.
    private func readAgain(_ world: CorrectedWorld, in store: Store, expecting corrected: [String]) throws {
        #expect(try store.ingest(world.entries).allSatisfy { $0.change == .unchanged })
        expectSame(try Dump.of(store), corrected)
        _ = try store.reextract(world.read(by: "2"), applying: true)
        expectSame(
            try Dump.of(store), corrected.map { $0.replacing("\"extractor\":\"1\"", with: "\"extractor\":\"2\"") })
        _ = try store.reextract(world.readBadly(by: "3"), applying: true)
        try expectSound(store)
        _ = try store.reextract(world.read(by: "1"), applying: true)
        expectSame(try Dump.of(store), corrected)
    }

    /// The last one first: each leaves what was known before it.
    private func takeBack(_ made: [Step], in store: Store) throws {
        for (correction, before) in made.reversed() {
            try store.undo(correction: correction.id)
            expectSame(try Dump.of(store), before, "\(correction)")
        }
    }

    /// Where a later one stands on it, that is taken back first.
    private func takeBackInAnyOrder(_ made: [Step], in store: Store, _ world: inout CorrectedWorld) throws {
        var left = made.map(\.correction.id)
        while let last = left.last, let any = world.random.pick(left) {
            for id in [any, last] where (try? store.undo(correction: id)) != nil {
                left.removeAll { $0 == id }
                break
            }
        }
        expectSame(try Dump.of(store), made[0].before)
    }

    private func attempt(_ edit: Edit?, in store: Store) throws -> CorrectionRecord? {
        guard let edit else { return nil }
        do {
            return try store.correct(edit)
        } catch StoreError.refused, StoreError.unknown, StoreError.ambiguous {
            return nil
        }
    }

    private func expectInForce(_ made: [Step], in store: Store) throws {
        let derivation = Derivation(database: store.database, writer: try store.preparedWriter())
        let articles = try store.database.values("SELECT id FROM article", as: Int64.self)
        let (applied, held) = try derivation.found(in: articles)
        // That two companies are two changes nothing by itself.
        let changing = made.map(\.correction).filter { $0.action != "company-distinct" }
        #expect(Set(changing.map(\.id)).subtracting(applied).subtracting(held) == [])
        try expectSound(store)
    }

    private func expectSound(_ store: Store) throws {
        let findings = try store.verify()
        #expect(findings == [], "\(findings)")
        let clauses = try store.clauses().map { [$0.source, $0.type.rawValue, "\($0.start)", "\($0.end)"] }
        #expect(Set(clauses).count == clauses.count)
        let names = try store.companies().map(\.name)
        #expect(Set(names).count == names.count)
    }

    private func expectSame(_ dump: [String], _ expected: [String], _ what: Comment = "") {
        let gone = expected.filter { !dump.contains($0) }.map { "- \($0)" }
        let new = dump.filter { !expected.contains($0) }.map { "+ \($0)" }
        #expect(gone + new == [], what)
        #expect(dump.count == expected.count)
    }
}
