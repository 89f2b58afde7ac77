import Model
import Testing

@testable import Store

/// A suite that puts right what a knowledge base of the seed says.
protocol CorrectionSuite {
    var store: Store { get }
}

extension CorrectionSuite {
    /// Makes the correction, checks that the base is sound and changed by it, that it holds when all is read
    /// again, and that taking it back leaves all as it was; then makes it again.
    func check(_ edit: Edit) throws {
        let before = try Dump.of(store)
        let ids = try store.clauses().map(\.id)
        let made = try store.correct(edit, reason: "so it is")
        let after = try Dump.of(store)
        #expect(after != before)
        #expect(try store.verify() == [])
        try readAgain()
        #expect(try Dump.of(store) == after)
        #expect(try store.undo(correction: made.id).undone != nil)
        #expect(try Dump.of(store) == before)
        #expect(try store.clauses().map(\.id) == ids)
        #expect(try store.verify() == [])
        try store.correct(edit)
        #expect(try Dump.facts(store) == after.filter { !$0.contains("\"correction\"") })
    }

    func readAgain() throws {
        let entries = [Seed.licence, Seed.renewal, Seed.other]
        #expect(try store.ingest(entries).allSatisfy { $0.change == .unchanged })
        let anew = entries.enumerated().map { index, entry in
            (
                Int64(index + 1),
                Entry(article: entry.article, extraction: entry.extraction, sha256: entry.sha256, extractor: "1")
            )
        }
        #expect(try store.reextract(anew.map { (article: $0.0, entry: $0.1) }, applying: true) == [])
    }
}
