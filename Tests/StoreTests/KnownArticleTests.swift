import Model
import Synchronization
import Testing

@testable import Store

private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add() { count.add(1, ordering: .relaxed) }
}

/// Articles that are recognised by their bytes before they are extracted.
struct KnownArticleTests {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    /// The licence as an entry that counts how often it is asked what it says.
    private func entry(_ asked: Counter) -> Entry {
        Entry(known: Seed.licence.article, sha256: Seed.licence.sha256, extractor: "1") { _ in
            asked.add()
            return Seed.licence.extraction
        }
    }

    @Test func storedBytesAreKnown() throws {
        #expect(try store.hasArticles())
        let known = try #require(KnownArticles(temporary.path))
        let read = Heading(Seed.licence.article)
        #expect(known.contains(Seed.licence.sha256, called: GivenHeading(over: read)))
        #expect(!known.contains([UInt8](repeating: 7, count: 32), called: GivenHeading(over: read)))
        // Of another day it says something else.
        #expect(known.contains(Seed.licence.sha256, called: GivenHeading(published: read.published, over: read)))
        #expect(!known.contains(Seed.licence.sha256, called: GivenHeading(published: "2025-12-24", over: read)))
    }

    @Test func whatIsStoredIsNotExtracted() throws {
        let asked = Counter()
        let before = try store.statistics()
        let outcomes = try store.ingest([entry(asked)])
        #expect(outcomes.map(\.change) == [.unchanged])
        #expect(asked.value == 0)
        #expect(try store.statistics() == before)
    }

    /// Another process may take an article out between the look and the filing.
    @Test func whatIsGoneInTheMeantimeIsExtracted() throws {
        let empty = TemporaryStore()
        let store = try Store.open(empty.path, mode: .create)
        defer { store.close() }
        let asked = Counter()
        let outcomes = try store.ingest([entry(asked)])
        #expect(outcomes.map(\.change) == [.added])
        #expect(asked.value == 1)
        #expect(try store.statistics().clauses > 0)
    }
}

/// Rows with more of the query come first, and of equal ones the newest, whichever parts they have.
@Test func rowsOfPostingsAreRankedByWhatTheyHave() {
    let postings = [
        Posting(part: 0, grade: 0.8, rows: [9, 6, 5, 2], isCapped: false),
        Posting(part: 1, grade: 0.8, rows: [8, 6, 3], isCapped: false),
        Posting(part: 1, grade: 0.5, rows: [7, 3], isCapped: false),
    ]
    #expect(postings.ranked(weights: [1, 1]) == [6, 3, 9, 8, 5, 2, 7])
    #expect([Posting]().ranked(weights: [1]) == [])
}
