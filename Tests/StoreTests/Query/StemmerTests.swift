import Assets
import SQLite
import Testing

@testable import Store

/// The stemmer has to do what the full-text index does, or a word of a query never meets the word of a text.
@Suite struct StemmerTests {
    @Test(arguments: [
        ("royalties", "royalti"), ("licences", "licenc"), ("terminated", "termin"), ("termination", "termin"),
        ("exclusivity", "exclus"), ("agreed", "agre"), ("hopping", "hop"), ("falling", "fall"), ("filing", "file"),
        ("relational", "relat"), ("happy", "happi"), ("sky", "sky"), ("the", "the"), ("be", "be"), ("eed", "e"),
        ("controll", "control"), ("", ""), ("日本語", "日本語"),
    ])
    func stems(_ word: String, _ stem: String) {
        #expect(PorterStemmer.stem(word) == stem)
    }

    @Test func allWordsOfTheTablesStemAsInTheIndex() throws {
        let database = try Database.inMemory()
        try database.execute("CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = 'porter unicode61')")
        try database.execute("CREATE VIRTUAL TABLE stems USING fts5vocab (words, 'instance')")
        var words: Set<String> = []
        for name in Assets.names where name.hasPrefix("data/concepts/") || name.hasPrefix("data/words/") {
            for text in Assets.table(name).joined() { words.formUnion(QueryText(text).tokens.map(\.folded)) }
        }
        let sorted = words.sorted()
        #expect(sorted.count > 1000)
        let insert = try Statement(database, "INSERT INTO words (rowid, word) VALUES (?1, ?2)")
        try database.transaction {
            for (row, word) in sorted.enumerated() {
                try insert.bind(all: [row, word])
                try insert.run()
            }
        }
        for (row, stem) in try database.rows("SELECT doc, term FROM stems", as: Int.self, String.self) {
            #expect(PorterStemmer.stem(sorted[row]) == stem, "\(sorted[row])")
        }
    }
}
