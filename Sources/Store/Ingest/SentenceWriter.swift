internal import Model
internal import SQLite

/// Files an article's sentences as ranges, the companies named in them, and their words for the full-text index.
final class SentenceWriter {
    private let database: Database
    private let words: WordQueue
    private let insert: Statement
    private let mention: Statement

    init(_ database: Database, _ words: WordQueue) throws(SQLiteError) {
        self.database = database
        self.words = words
        insert = try Statement(
            database, "INSERT INTO sentence (article_id, byte_start, byte_end, line) VALUES (?1, ?2, ?3, ?4)")
        mention = try Statement(
            database,
            """
            INSERT INTO mention (sentence_id, mention_start, mention_end, company_id) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """)
    }

    /// - Returns: the id of each of the article's sentences, in its order.
    func file(_ entry: Entry, article: Int64, companies: [Int64]) throws(SQLiteError) -> [Int64] {
        var ids: [Int64] = []
        ids.reserveCapacity(entry.article.sentences.count)
        var mentions = entry.layout.mentions[...]
        for (number, sentence) in entry.article.sentences.enumerated() {
            let range = sentence.range
            try insert.bind(article, at: 1)
            try insert.bind(Int64(range.start), at: 2)
            try insert.bind(Int64(range.end), at: 3)
            try insert.bind(Int64(entry.layout.lines[number]), at: 4)
            try insert.run()
            let id = database.lastInsertedID
            ids.append(id)

            let here = mentions.prefix { $0.sentence == number }
            mentions = mentions.dropFirst(here.count)
            try add(here, to: id, companies)
            words.add(
                sentence: id, of: entry.article, range.bytes,
                tags: Tags.companies(here.lazy.map { companies[$0.company] }))
            try words.relieve()
        }
        return ids
    }

    private func add(
        _ mentions: ArraySlice<Layout.Mention>, to sentence: Int64, _ companies: [Int64]
    ) throws(SQLiteError) {
        for place in mentions {
            try mention.bind(sentence, at: 1)
            try mention.bind(Int64(place.start), at: 2)
            try mention.bind(Int64(place.end), at: 3)
            try mention.bind(companies[place.company], at: 4)
            try mention.run()
        }
    }

    /// Files anew which companies the sentences of an article name.
    /// - Parameters:
    ///   - former: the id that each of the extraction's companies had.
    ///   - companies: the id that it has now.
    func refile(_ entry: Entry, article: Int64, former: [Int64], companies: [Int64]) throws(SQLiteError) {
        let ids = try database.values(
            "SELECT id FROM sentence WHERE article_id = ?1 ORDER BY byte_start", [article], as: Int64.self)
        var mentions = entry.layout.mentions[...]
        while let first = mentions.first {
            let here = mentions.prefix { $0.sentence == first.sentence }
            mentions = mentions.dropFirst(here.count)
            guard here.contains(where: { former[$0.company] != companies[$0.company] }) else { continue }
            let id = ids[first.sentence]
            try database.run("DELETE FROM mention WHERE sentence_id = ?1", id)
            try add(here, to: id, companies)
            let old = Tags.companies(here.lazy.map { former[$0.company] })
            let new = Tags.companies(here.lazy.map { companies[$0.company] })
            if old != new {
                words.retag(
                    sentence: id, of: entry.article, entry.article.sentences[first.sentence].range.bytes, from: old,
                    to: new)
            }
        }
    }
}
