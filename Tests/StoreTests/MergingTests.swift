import Model
import SQLite
import Testing

@testable import Store

/// Knowledge bases that were made apart, united.
struct MergingTests {
    private static let entries: [Entry] =
        [Seed.licence, Seed.renewal, Seed.other]
        + [
            Seed.report(1, published: "2026-01-05", value: 40_000_000),
            Seed.report(2, ["Oslo Drill", "Tarn Robotics"], kind: "distribution", published: "2026-01-06"),
            NamedCompanies.entry([["Zenith"], ["Oslo Drill"]], number: 3),
            NamedCompanies.entry([["Zenith Pumps plc", "Zenith"], ["Oslo Drill AS"]], number: 4),
            NamedCompanies.entry([["Zenith Clothiers Inc", "Zenith"]], number: 5),
        ]

    private func bases(_ parts: [[Entry]]) throws -> [TemporaryStore] { try parts.map { try Seed.store($0) } }

    private func store(_ base: TemporaryStore) throws -> Store { try #require(base.store) }

    @Test func isAsIfAllHadBeenIngestedIntoOne() throws {
        let whole = try Seed.store(Self.entries)
        for cut in 0...Self.entries.count {
            let parts = try bases([Array(Self.entries[..<cut]), Array(Self.entries[cut...])])
            let outcome = try store(parts[0]).merge(store(parts[1]))
            #expect(outcome.added == Self.entries.count - cut)
            #expect(try Dump.of(store(parts[0])) == Dump.of(store(whole)))
            #expect(try store(parts[0]).verify() == [])
        }
    }

    @Test func whichTakesOverTheOtherDoesNotMatter() throws {
        let (one, other) = (Array(Self.entries[..<5]), Array(Self.entries[3...]))
        let forth = try bases([one, other])
        let back = try bases([one, other])
        try #expect(store(forth[0]).merge(store(forth[1])).known == 2)
        _ = try store(back[1]).merge(store(back[0]))
        #expect(try Dump.of(store(forth[0])) == Dump.of(store(back[1])))
    }

    @Test func twiceIsOnce() throws {
        let parts = try bases([[Seed.licence], [Seed.renewal]])
        _ = try store(parts[0]).merge(store(parts[1]))
        let before = try Dump.of(store(parts[0]))
        #expect(try store(parts[0]).merge(store(parts[1])) == MergeOutcome(known: 1))
        #expect(try Dump.of(store(parts[0])) == before)
    }

    @Test func correctionsOfBothHold() throws {
        func corrected() throws -> [TemporaryStore] {
            let parts = try bases([[Seed.licence], [Seed.renewal, Seed.other]])
            try store(parts[0]).correct(.renameCompany("Nørdlys", to: "Nordlys Pumps"))
            try store(parts[1]).correct(.renameCompany("Tarn Robotics", to: "Tarn Industries plc"))
            return parts
        }
        let (forth, back) = (try corrected(), try corrected())
        #expect(try store(forth[0]).merge(store(forth[1])).corrections == 1)
        _ = try store(back[1]).merge(store(back[0]))
        for merged in [try store(forth[0]), try store(back[1])] {
            #expect(try merged.companies().map(\.name).sorted() == ["Nordlys Pumps", "Tarn Industries plc"])
            #expect(try merged.verify() == [])
        }
        #expect(try Dump.of(store(forth[0])) == Dump.of(store(back[1])))
    }

    /// What is said of a company holds also where somebody else has renamed it in the meantime; of two names the later.
    @Test func correctionsOfWhatTheOtherRenamedHold() throws {
        let report = Seed.report(1, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")
        func corrected() throws -> [TemporaryStore] {
            let parts = try bases([[Seed.licence, report], [Seed.licence, report]])
            let (one, other) = (try store(parts[0]), try store(parts[1]))
            try one.correct(.renameCompany("Nørdlys Pumpe AS", to: "Nordlys Pumps"))
            try one.correct(.renameCompany("Oslo Drill", to: "Drill One"))
            try other.correct(.renameCompany("Oslo Drill", to: "Drill Two"))
            try other.correct(.setAgreement("2", field: .kind, to: "supply"))
            try other.correct(
                .setAgreement("2", field: .parties, to: FieldValue(["Nørdlys Pumpe AS", "Tarn", "Oslo Drill"])))
            try other.correct(.setClause(1, field: .obligor, to: FieldValue(["Nørdlys Pumpe AS", "Oslo Drill"])))
            return parts
        }
        let (forth, back) = (try corrected(), try corrected())
        _ = try store(forth[0]).merge(store(forth[1]))
        _ = try store(back[1]).merge(store(back[0]))
        for merged in [try store(forth[0]), try store(back[1])] {
            #expect(try merged.corrections().allSatisfy { $0.state != .notFound })
            #expect(try merged.companies().map(\.name).sorted() == ["Drill Two", "Nordlys Pumps", "Tarn Robotics Ltd"])
            let supply = try #require(try merged.agreements().first { $0.kind.rawValue == "supply" })
            #expect(Set(supply.parties) == ["Drill Two", "Nordlys Pumps", "Tarn Robotics Ltd"])
            #expect(try merged.clauses().contains { Set($0.obligors) == ["Drill Two", "Nordlys Pumps"] })
            #expect(try merged.verify() == [])
        }
        #expect(try Dump.of(store(forth[0])) == Dump.of(store(back[1])))
    }

    /// What people put together in one, with a report of the same deal that only the other has.
    @Test func reportsOfTheOtherJoinWhatPeoplePutTogether() throws {
        func corrected() throws -> [TemporaryStore] {
            let apart = Seed.report(1, ["Nørdlys Pumpe AS", "Oslo Drill AS"], kind: "services")
            let parts = try bases([[Seed.licence, apart], [Seed.other, Seed.renewal]])
            try store(parts[0]).correct(.mergeAgreements("2", into: "1"))
            try store(parts[1]).correct(.setAgreement("1", field: .expires, to: "2033"))
            return parts
        }
        let (forth, back) = (try corrected(), try corrected())
        _ = try store(forth[0]).merge(store(forth[1]))
        _ = try store(back[1]).merge(store(back[0]))
        #expect(try Dump.of(store(forth[0])) == Dump.of(store(back[1])))
        #expect(try store(forth[0]).agreements().map(\.articles) == [3])
        #expect(try store(forth[0]).verify() == [] && store(back[1]).verify() == [])
    }

    @Test func whatOneForgotTheOtherForgets() throws {
        let parts = try bases([[Seed.licence, Seed.renewal], [Seed.licence, Seed.other]])
        try store(parts[0]).forget(article: "wire/licence.txt")
        let outcome = try store(parts[1]).merge(store(parts[0]))
        #expect(outcome.forgotten == 1)
        #expect(try store(parts[1]).articles().map(\.source).sorted() == ["wire/other.txt", "wire/renewal.txt"])
    }

    @Test func itselfIsRefused() throws {
        let base = try Seed.store()
        let error = #expect(throws: StoreError.self) { try store(base).merge(store(base)) }
        guard case .refused = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test func whatHasNoReadingChangesNothing() throws {
        let parts = try bases([[Seed.licence], [Seed.renewal]])
        try Database(path: parts[1].path, mode: .readWrite).run("DELETE FROM reading")
        let before = try Dump.of(store(parts[0]))
        #expect(throws: StoreError.unread(article: "wire/renewal.txt")) {
            try store(parts[0]).merge(store(parts[1]))
        }
        #expect(try Dump.of(store(parts[0])) == before)
    }
}
