import Model
import SQLite
import Store
import Testing

struct ReextractionTests {
    let temporary: TemporaryStore
    let store: Store
    /// The licence as a better extractor reads it: a clause less, one ended, a company by another name.
    let better: Entry

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
        var extraction = Seed.licence.extraction
        extraction.clauses.removeLast()
        extraction.clauses[1].status = .ended
        extraction.companies[1].name = "Tarn Robotics"
        better = Seed.entry(Seed.licence.article, extraction, extractor: "2")
    }

    @Test func tellsAndChangesNothing() throws {
        let before = try Dump.of(store)
        let changes = try store.reextract([(1, better)], applying: false)
        #expect(changes.map(\.source) == ["wire/licence.txt"])
        #expect(changes[0].gone.contains { $0.hasPrefix("clause payment") })
        #expect(changes[0].changed.contains { $0.now.hasPrefix("clause exclusivity, ended") })
        #expect(try Dump.of(store) == before)
        #expect(try store.articlesDue(for: "2") == [1, 2, 3])
    }

    @Test func isAsIfItHadBeenReadSoAtFirst() throws {
        #expect(try store.reextract([(1, better)], applying: true).count == 1)
        #expect(try store.verify() == [])
        let fresh = try Seed.store([better, Seed.renewal, Seed.other])
        #expect(try Dump.of(store) == Dump.of(#require(fresh.store)))
        #expect(try store.articlesDue(for: "2") == [2, 3])
        #expect(try store.reextract([(1, better)], applying: true) == [])
    }

    @Test func whatIsReadAsBeforeKeepsItsRows() throws {
        let before = try store.clauses()
        let same = Seed.entry(Seed.licence.article, Seed.licence.extraction, extractor: "2")
        #expect(try store.reextract([(1, same)], applying: true) == [])
        #expect(try store.clauses() == before)
        #expect(try store.articlesDue(for: "2") == [2, 3])
        #expect(try store.verify() == [])
    }

    /// By itself the report of another sum or kind would be of another deal than those of the other articles.
    @Test func aReportThatIsReadAsBeforeStaysWithItsDeal() throws {
        let entries = [
            Seed.report(1, status: .rumored, published: "2026-01-01", value: 40_000_000),
            Seed.report(2, published: "2026-02-01", value: 50_000_000),
            Seed.report(3, kind: "distribution", published: "2026-02-02", value: 50_000_000),
        ]
        let temporary = try Seed.store(entries)
        let store = try #require(temporary.store)
        let before = try Dump.of(store)
        let again = entries.enumerated().map { number, entry in
            (Int64(number + 1), Seed.entry(entry.article, entry.extraction))
        }
        #expect(try store.agreements().count == 1)
        #expect(try store.reextract(again, applying: true) == [])
        #expect(try Dump.of(store) == before)
        #expect(try store.verify() == [])
    }

    @Test func recordsKeepTheirIDs() throws {
        _ = try store.reextract([(1, better), (2, Seed.renewal)], applying: true)
        #expect(try store.agreement("1").reports.count == 2)
        #expect(try store.company("1").company.name == "Nørdlys Pumpe AS")
        #expect(try store.company("2").company.name == "Tarn Robotics")
    }
}
