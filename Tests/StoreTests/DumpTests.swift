import Foundation
import Model
@testable import Store
import Testing

struct DumpTests {
    private func dump(_ batches: [[Entry]]) throws -> [String] {
        let temporary = try Seed.store([])
        let store = try #require(temporary.store)
        for batch in batches { _ = try store.ingest(batch) }
        return try Dump.of(store)
    }

    @Test func theSplitIntoBatchesDoesNotMatter() throws {
        let whole = try dump([[Seed.licence, Seed.renewal, Seed.other]])
        #expect(try dump([[Seed.licence], [Seed.renewal], [], [Seed.other, Seed.licence]]) == whole)
        #expect(whole.count == 3 + 2 + 1 + 4)
    }

    /// The words of a long article go to the indexes as it is filed.
    @Test func howManyWordsWaitDoesNotMatter() throws {
        let entries = [Seed.licence, Seed.renewal, Seed.other]
        let temporary = try Seed.store([])
        let store = try #require(temporary.store)
        try store.preparedWriter().words.most = 2
        _ = try store.ingest(entries)
        #expect(try store.verify() == [])
        #expect(try Dump.of(store) == dump([entries]))
    }

    @Test func theOrderDoesNotMatter() throws {
        let forth = try dump([[Seed.licence, Seed.renewal, Seed.other]])
        #expect(try dump([[Seed.other, Seed.renewal, Seed.licence]]) == forth)
    }

    @Test func everyLineIsAnObject() throws {
        for line in try dump([[Seed.licence, Seed.other]]) {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["record"] is String)
            #expect(!line.contains("\n"))
        }
    }

    @Test func whatChangesIsSeen() throws {
        var extraction = Seed.licence.extraction
        extraction.clauses[0].status = .ended
        #expect(try dump([[Seed.licence]]) != dump([[Seed.entry(Seed.licence.article, extraction)]]))
    }
}
