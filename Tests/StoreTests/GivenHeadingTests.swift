import Model
import Testing

@testable import Store

/// Titles and dates that people give articles, over what the texts say.
struct GivenHeadingTests {
    private static let read = Heading(Seed.licence.article)

    /// What is read out of the licence if it was published then: its agreement was announced on that day.
    private static func extraction(_ article: Article) -> Extraction {
        var extraction = Seed.licence.extraction
        extraction.agreements[0].announced = article.published
        return extraction
    }

    private static func article(_ heading: Heading, text: String = "") -> Article {
        var article = Seed.licence.article
        article.text += Array(text.utf8)
        (article.title, article.published) = (heading.title, heading.published)
        return article
    }

    /// The licence as `kb ingest --title --date` reads it.
    private static func entry(
        title: String? = nil, published: String? = nil, text: String = "", over read: Heading = read
    ) -> Entry {
        let given = GivenHeading(title: title, published: published, over: read)
        let article = article(given.heading, text: text)
        return Entry(
            article: article, extraction: extraction(article), sha256: Entry.sha256(article.text), extractor: "1",
            given: given, extract: extraction)
    }

    /// As `entry`, where the bytes are known to be there.
    private static func known(title: String? = nil, published: String? = nil) -> Entry {
        let given = GivenHeading(title: title, published: published, over: read)
        return Entry(
            known: article(given.heading), sha256: Seed.licence.sha256, extractor: "1", given: given,
            extract: extraction)
    }

    private func store(_ batches: [[Entry]]) throws -> TemporaryStore {
        let temporary = try Seed.store([])
        let store = try #require(temporary.store)
        for batch in batches { _ = try store.ingest(batch) }
        #expect(try store.verify() == [])
        return temporary
    }

    private func dump(_ batches: [[Entry]]) throws -> [String] {
        let temporary = try store(batches)
        return try Dump.of(#require(temporary.store))
    }

    private func heading(_ store: Store) throws -> Heading {
        let article = try #require(try store.articles().first { $0.source == "wire/licence.txt" })
        return Heading(title: article.title, published: article.published)
    }

    @Test func whatIsSaidOfAStoredTextIsAsIfItHadBeenSaidAtFirst() throws {
        let sayings: [(String?, String?)] = [
            ("Tarn's licence", nil), (nil, "2025-12-24"), ("Tarn's licence", "2025-12"),
        ]
        for (title, published) in sayings {
            let atFirst = try dump([[Self.entry(title: title, published: published)], [Seed.renewal, Seed.other]])
            let late = Self.known(title: title, published: published)
            #expect(try dump([[Self.entry()], [Seed.renewal, Seed.other], [late]]) == atFirst)
            #expect(try dump([[Self.entry(), Seed.renewal, Seed.other, late]]) == atFirst)
        }
    }

    @Test func itIsUpdatedWhereSomethingDiffersAndElseUnchanged() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let ids = try store.clauses().map(\.id)
        let said = Heading(title: "Tarn's licence", published: "2025-12-24")
        let entry = Self.known(title: said.title, published: said.published)
        #expect(try store.ingest([entry, entry]).map(\.change) == [.updated, .unchanged])
        #expect(try heading(store) == said)
        // Ids stay, and the words of the new title are found.
        #expect(try store.clauses().map(\.id) == ids)
        #expect(try store.answer(Query(text: "licence of Tarn")).hits.contains { $0.title == said.title })
        #expect(try store.agreements().contains { $0.announced == "2025-12-24" })
        #expect(try store.ingest([Self.known()]) == [Self.unchanged(said)])
        #expect(try heading(store) == said)
        #expect(try store.ingest([Self.known(title: "", published: "")]).map(\.change) == [.updated])
        #expect(try heading(store) == Self.read)
        #expect(try store.verify() == [])
    }

    private static func unchanged(_ heading: Heading) -> Outcome {
        var outcome = Outcome(change: .unchanged, article: 1)
        outcome.heading = heading
        return outcome
    }

    @Test func itHoldsInLaterVersionsThatSayTheSameOfThemselves() throws {
        let temporary = try Seed.store([Self.entry(title: "Tarn's licence", published: "2025-12-24")])
        let store = try #require(temporary.store)
        let later = Heading(title: Self.read.title, published: "2026-02-05")
        _ = try store.ingest([Self.entry(text: "\n", over: later)])
        // The text is of another day now; of its title it says what it said.
        #expect(try heading(store) == Heading(title: "Tarn's licence", published: "2026-02-05"))
        _ = try store.ingest([Self.entry(text: "\n\n", over: later)])
        #expect(try heading(store).title == "Tarn's licence")
        _ = try store.ingest([Self.entry(title: "", text: "\n\n", over: later)])
        _ = try store.ingest([Self.entry(text: "\n\n\n", over: later)])
        #expect(try heading(store) == later)
        #expect(try store.verify() == [])
    }

    @Test func aDateThatIsHandedOnIsTheOneThatTheTextIsReadWith() throws {
        let temporary = try Seed.store([Self.entry(published: "2025-12-24")])
        let store = try #require(temporary.store)
        _ = try store.ingest([Self.entry(text: "\n")])
        #expect(try store.agreements().map(\.announced) == ["2025-12-24"])
        // The file is as it was: what was said meanwhile holds.
        _ = try store.ingest([Self.entry(published: "2025-12-31", text: "\n")])
        #expect(try store.ingest([Self.known()]).map(\.change) == [.updated])
        #expect(try heading(store).published == "2025-12-31")
        #expect(try store.agreements().map(\.announced) == ["2025-12-31"])
        #expect(try store.verify() == [])
    }

    @Test func whatWasPutRightHoldsUnderAnotherDate() throws {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let clause = try #require(try store.clauses().first { $0.type.rawValue == "exclusivity" })
        let made = try store.correct(.setClause(clause.id, field: .status, to: "ended")).id
        _ = try store.ingest([Self.known(published: "2025-12-24")])
        #expect(try store.clause("\(clause.id)").clause.status == .ended)
        try store.undo(correction: made)
        #expect(try store.clause("\(clause.id)").clause.status == .stated)
        #expect(try heading(store).published == "2025-12-24")
    }

    @Test func itStaysWhenTheArticleIsReadAgain() throws {
        let temporary = try Seed.store([Self.entry(title: "Tarn's licence", published: "2025-12-24")])
        let store = try #require(temporary.store)
        let stored = try store.storedArticle(1)
        #expect(Heading(stored) == Heading(title: "Tarn's licence", published: "2025-12-24"))
        let article = Self.article(Heading(stored))
        let entry = Entry(article: article, extraction: Self.extraction(article), sha256: [], extractor: "2")
        #expect(try store.reextract([(1, entry)], applying: true) == [])
        #expect(try heading(store) == Heading(stored))
    }

    @Test func ofWhatTwoKnowledgeBasesSayTheLaterHolds() throws {
        func bases() throws -> [TemporaryStore] {
            let bases = try [store([[Self.entry()]]), store([[Self.entry(published: "2025-12-01"), Seed.other]])]
            _ = try #require(bases[0].store).ingest([Self.known(title: "Tarn's licence", published: "2025-12-24")])
            return bases
        }
        let (forth, back) = try (bases(), bases())
        for (into, from) in [(forth[0], forth[1]), (back[1], back[0])] {
            let store = try #require(into.store)
            #expect(try store.merge(#require(from.store)).known == 1)
            #expect(try heading(store) == Heading(title: "Tarn's licence", published: "2025-12-24"))
            #expect(try store.agreements().contains { $0.announced == "2025-12-24" })
            #expect(try store.verify() == [])
        }
        #expect(try Dump.of(#require(forth[0].store)) == Dump.of(#require(back[1].store)))
    }

    @Test func itIsForgottenWithTheArticle() throws {
        let temporary = try Seed.store([Self.entry(title: "Tarn's licence")])
        let store = try #require(temporary.store)
        try store.forget(article: "wire/licence.txt")
        #expect(try store.verify() == [])
        _ = try store.ingest([Self.entry()])
        #expect(try heading(store) == Self.read)
    }
}
