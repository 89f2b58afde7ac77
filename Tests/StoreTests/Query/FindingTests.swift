import Extraction
import Foundation
import Model
import Reading
import Testing

@testable import SQLite
@testable import Store

/// How well what is asked for is found, on articles whose answers are known, beside plain full-text search.
@Suite struct FindingTests {
    private static let judged = Result { try JudgedQueries.read() }

    private struct Figures {
        var gain = 0.0
        var recall = 0.0
        var firstRight = 0.0

        init(_ scores: [QueryScore]) {
            for score in scores {
                gain += score.gain / Double(scores.count)
                recall += score.recall / Double(scores.count)
                firstRight += (score.isFirstRight ? 1 : 0) / Double(scores.count)
            }
        }
    }

    private func filed(_ texts: [String: [UInt8]]) throws -> TemporaryStore {
        let extractor = Extractor()
        let entries = try texts.sorted { $0.key < $1.key }.map { name, bytes in
            let article = try Reader().read(bytes, source: name)
            return Seed.entry(article, extractor.extract(article))
        }
        return try Seed.store(entries)
    }

    /// The words of the query, any of them, ranked by bm25 over the sentences.
    private func plainSearch(_ store: Store, _ text: String) throws -> [(article: String, quote: String)] {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }.joined(separator: " OR ")
        return try store.database.rows(
            """
            SELECT source, sentence_fts.text FROM sentence_fts
            JOIN sentence ON sentence.id = sentence_fts.rowid JOIN article ON article.id = article_id
            WHERE sentence_fts MATCH ?1 ORDER BY bm25(sentence_fts), sentence.id LIMIT 20
            """, ["text : (" + words + ")"], as: String.self, String.self
        ).map { (article: $0.0, quote: $0.1) }
    }

    @Test func whatIsAskedForIsFound() throws {
        let judged = try Self.judged.get()
        let texts = try judged.texts()
        let squeezed = texts.mapValues { QueryScore.squeezed(String(decoding: $0, as: UTF8.self)) }
        let temporary = try filed(texts)
        let store = try #require(temporary.store)
        var scores: [(query: JudgedQueries.Query, ours: QueryScore, plain: QueryScore)] = []
        for query in judged.queries {
            let hits = try store.answer(Query(text: query.text, limit: 20)).hits
            if query.relevant.isEmpty {
                #expect(hits.isEmpty, "\(query.text)")
                continue
            }
            let ours = QueryScore(hits.map { ($0.source, $0.quote) }, query, texts: squeezed)
            let plain = QueryScore(try plainSearch(store, query.text), query, texts: squeezed)
            scores.append((query, ours, plain))
        }
        let (ours, plain) = (Figures(scores.map(\.ours)), Figures(scores.map(\.plain)))
        #expect(ours.gain >= plain.gain + 0.2 && ours.recall >= plain.recall + 0.15 && ours.firstRight >= 0.65)
        guard ProcessInfo.processInfo.environment["KB_MISSES"] != nil else { return }
        print("nDCG \(ours.gain), recall \(ours.recall), first \(ours.firstRight); plain search \(plain.gain)")
        for (query, score, _) in scores.sorted(by: { $0.ours.gain < $1.ours.gain }) {
            print(query.id, query.kind, (score.gain * 100).rounded() / 100, query.text)
        }
    }
}
