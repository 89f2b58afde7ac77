import Model
import Store
import Testing

/// Any text is a query.
struct AnyQueryTests: QuerySuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    /// Whatever is typed is looked for: no syntax, no error, no trap.
    @Test func anyBytesAreAQuery() throws {
        let odd = [
            "\"", "\"\"", "*", "a*", "\"a", "a\" b", "AND", "OR NOT", "NEAR(a b)", "a:b", "quote : x", "tags : e1",
            "e1 k1 a1",
            "'; DROP TABLE clause; --", "^a", "{a b} : c", "(", ")", "-a", "--", "\0", "a\0b", "\u{FEFF}", "👩‍👩‍👧", "%",
            "$", "$*",
            "4.5.6.7", "1e999", "999999999999999999999999", "0", "½", "'s", "’s", "Tarn's 's", "٣", "\u{301}", "co*",
            "*co",
            String(repeating: "exclusive ", count: 500), String(repeating: "\"a\" ", count: 300),
            String(repeating: "x", count: 9000),
        ]
        for text in odd { _ = try store.answer(Query(text: text)) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do { _ = try store.answer(Query(text: text)) } catch { Issue.record("\(bytes): \(error)") }
        }
        #expect(try store.verify().isEmpty)
        #expect(try hits(Query(text: "e1")).isEmpty)
    }
}
