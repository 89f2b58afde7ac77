import Foundation
import Model
import SQLite
import Store
import Testing

struct ForgettingTests {
    /// Forgetting an article leaves what there would be without it.
    @Test(arguments: [0, 1, 2])
    func isAsIfItHadNeverBeen(index: Int) throws {
        let entries = [Seed.licence, Seed.renewal, Seed.other]
        let temporary = try Seed.store(entries)
        let store = try #require(temporary.store)
        #expect(try store.forget(article: entries[index].article.source) == [entries[index].article.source])
        #expect(try store.verify() == [])
        let without = try Seed.store(entries.enumerated().filter { $0.offset != index }.map(\.element))
        #expect(try Dump.of(store) == Dump.of(#require(without.store)))
    }

    @Test func theTextIsGoneFromTheFile() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let words = ["weather", "PumpeOne", "12.5 percent", "wire/licence.txt"]
        func found() throws -> [String] {
            try temporary.files.flatMap { file in
                let bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.folder + "/" + file))
                return words.filter { bytes.range(of: Data($0.utf8)) != nil }
            }
        }
        #expect(try !found().isEmpty)
        try store.forget(article: "1", reason: "asked for by its owner")
        store.close()
        #expect(try found() == [])
        let database = try Database(path: temporary.path, mode: .readOnly)
        let log = try database.row(
            "SELECT action, length(subject ->> '$.article'), reason FROM correction", as: String.self, Int.self,
            String.self)
        #expect(log?.0 == "forget" && log?.1 == 64 && log?.2 == "asked for by its owner")
    }

    @Test func earlierReadingsGoToo() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        _ = try store.ingest([Seed.entry(Seed.article("wire/licence.txt", "Nothing\nIt was withdrawn."))])
        #expect(try store.forget(article: "wire/licence.txt").count == 2)
        #expect(try store.articles().map(\.source) == ["wire/renewal.txt", "wire/other.txt"])
        #expect(try store.verify() == [])
    }

    @Test func whatIsUnknownIsNotForgotten() throws {
        let temporary = try Seed.store()
        #expect(throws: StoreError.self) { try temporary.store?.forget(article: "nobody.txt") }
    }
}
